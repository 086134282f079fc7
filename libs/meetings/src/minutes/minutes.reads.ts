import { AUDIT_LINES, linesOf, UNIT_READS } from '#network';
import { asc, readsOf, sql } from '#reads';
import { codeOfUnit } from '../invitation/unit-code.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import { MinutesVersion } from './minutes-version.entity.js';
import { Minutes } from './minutes.entity.js';

const MINUTES_VERSION_READS = readsOf(MinutesVersion, 'MinutesVersion', (version) => ({
  text: version.resolver('text'),
}));

const MINUTES_CORRECTION_READS = readsOf(MinutesCorrection, 'MinutesCorrection', () => ({}));

const CONFIRMATION_READS = readsOf(MinutesConfirmation, 'MinutesConfirmation', (confirmation) => ({
  unit: confirmation.row(UNIT_READS, { id: 'unitId' }),
}));

const MINUTES_READS = readsOf(Minutes, 'Minutes', (minutes) => ({
  meeting: minutes.row(MEETING_READS, { id: 'meetingId' }),
  contents: minutes.resolverOfEntity(),
  versions: minutes.rows(MINUTES_VERSION_READS, (version, { id }) => ({
    where: [sql`${version.minutesId} = ${id}`],
    orderBy: [asc(version.number), asc(version.id)],
  })),
  corrections: minutes.rows(MINUTES_CORRECTION_READS, (correction, { id }) => ({
    where: [sql`${correction.minutesId} = ${id}`],
    orderBy: [asc(correction.number), asc(correction.id)],
  })),
  confirmations: minutes.rows(CONFIRMATION_READS, (confirmation, { id }) => ({
    where: [sql`${confirmation.minutesId} = ${id}`],
    orderBy: [asc(codeOfUnit(confirmation.unitId)), asc(confirmation.id)],
  })),
  auditLines: minutes.page(AUDIT_LINES, linesOf('Minutes')),
  chatText: minutes.resolverOfEntity(),
}));

/** What minutes and papers add to meetings. */
export const MINUTES_TYPES = [
  MINUTES_VERSION_READS,
  MINUTES_CORRECTION_READS,
  CONFIRMATION_READS,
  MINUTES_READS,
  readsOf(MinutesConfirmation, 'MinutesConfirmation', (confirmation) => ({
    minutes: confirmation.row(MINUTES_READS, { id: 'minutesId' }),
  })),
  readsOf(Meeting, 'Meeting', (meeting) => ({
    minutes: meeting.row(MINUTES_READS, { meetingId: 'id' }),
    papers: meeting.resolverOfEntity(),
  })),
];

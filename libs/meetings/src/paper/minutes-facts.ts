import { localDayOf } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { ACTION_STATES } from '../action/action.words.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { composeItems } from '../minutes/compose-items.js';
import { MinutesCorrection } from '../minutes/minutes-correction.entity.js';
import { minutesNumber } from '../minutes/minutes-number.js';
import {
  AttendanceStanding,
  type AttendanceRecord,
  type MinutesRecord,
  type MotionRecord,
} from '../minutes/minutes-record.js';
import type { Minutes } from '../minutes/minutes.entity.js';
import { resultText } from './result-text.js';
import { wallClock } from './wall-clock.js';
import type { AttendanceFacts, MinutesFacts, UnitClock } from './minutes-paper.js';

const { PRESENT, REPRESENTED, EXCUSED, ABSENT } = AttendanceStanding;

/** What minutes say, with the corrections made since; for whoever reads the minutes, and of nothing beneath the meeting. */
export async function readMinutesFacts(
  tx: TenantTransaction,
  { title }: Meeting,
  minutes: Minutes,
  record: MinutesRecord,
): Promise<MinutesFacts> {
  const zone = await timeZoneOf(tx);
  const dayOf = (instant: Date) => String(localDayOf(instant, zone));
  const { text, publishedAt } = minutes;
  const corrections = await tx.manager.find(MinutesCorrection, {
    where: { regionId: tx.regionId, minutesId: minutes.id },
    order: { number: 'ASC' },
  });
  return {
    issuer: record.network,
    number: minutesNumber(minutes),
    title,
    span: { startsAt: new Date(record.startsAt), endsAt: new Date(record.endsAt) },
    zone,
    location: record.location,
    chair: text.chair,
    recorder: text.recorder,
    attendance: attendanceFacts(record.attendance, zone),
    opening: text.opening,
    reports: record.reports.map(({ what, unitName: unit, dueOn, state, text: said }) => ({
      what,
      unit,
      dueOn,
      state: ACTION_STATES[state].zh,
      text: said,
    })),
    sections: sectionsOf(record, minutes),
    closing: text.closing,
    actions: record.actions.map(({ what, unitName: unit, dueOn }) => ({ what, unit, dueOn })),
    corrections: corrections.map(({ number, what, why, correctedAt }) => ({
      number,
      what,
      why,
      on: dayOf(correctedAt),
    })),
    publishedOn: publishedAt && dayOf(publishedAt),
  };
}

function sectionsOf(record: MinutesRecord, { text: written }: Minutes): MinutesFacts['sections'] {
  const { items, otherMotions } = composeItems(record, written);
  const sections = items.map(({ title, presenter, postponedBecause, text, motions }) => {
    const lines = [
      ...(text === null ? [] : [text]),
      ...motions.map(motionText),
      ...(postponedBecause === null ? [] : [`延期。原因：${postponedBecause}`]),
    ];
    return { heading: presenter ? `${title}（汇报：${presenter}）` : title, text: lines.join('\n') };
  });
  const voted = otherMotions.map(motionText).join('\n');
  return otherMotions.length > 0 ? [...sections, { heading: '其他表决事项', text: voted }] : sections;
}

function motionText({ text, objectionCount, ...result }: MotionRecord): string {
  const objections = objectionCount > 0 ? `记录异议${objectionCount}件。` : '';
  return `表决事项：${text}\n${resultText(result)}${objections}`;
}

function attendanceFacts(all: readonly AttendanceRecord[], zone: string): AttendanceFacts {
  const members = all.filter(({ isCounted }) => isCounted);
  const came = all.filter(({ standing }) => standing === PRESENT);
  const namesOf = (wanted: AttendanceStanding) =>
    members.flatMap(({ standing, unitName }) => (standing === wanted ? [unitName] : []));
  const peopleOf = (those: readonly AttendanceRecord[]) =>
    those.map(({ unitName: unit, names: people }) => ({ unit, people }));
  return {
    present: peopleOf(came.filter(({ isCounted }) => isCounted)),
    represented: members.flatMap(({ standing, unitName: unit, representedBy }) =>
      standing === REPRESENTED ? [{ unit, by: representedBy ?? '' }] : [],
    ),
    late: came.flatMap((one) =>
      one.lateMinutes > 0 && one.arrivedAt ? [clockOf(one.unitName, one.arrivedAt, zone)] : [],
    ),
    leftEarly: came.flatMap(({ unitName, leftEarlyAt }) =>
      leftEarlyAt ? [clockOf(unitName, leftEarlyAt, zone)] : [],
    ),
    excused: namesOf(EXCUSED),
    absent: namesOf(ABSENT),
    guests: peopleOf(came.filter(({ isCounted }) => !isCounted)),
  };
}

function clockOf(unit: string, instant: string, zone: string): UnitClock {
  return { unit, at: wallClock(new Date(instant), zone) };
}

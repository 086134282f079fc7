import { localDayOf } from '#calendar';
import { found } from '#graphql';
import { Network, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { listStandingActions } from '../action/standing-actions.js';
import { listAgenda } from '../agenda/agenda-then.js';
import type { MeetingCall } from '../meeting/meeting-call.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingMove } from '../move/meeting-move.entity.js';
import type { CallFacts } from './call-paper.js';

/** What the call to a meeting says now, for whoever reads it. */
export async function readCallFacts(
  tx: TenantTransaction,
  meeting: Meeting,
  call: MeetingCall,
): Promise<CallFacts> {
  const { regionId, manager } = tx;
  const { id: meetingId, networkId, round, title, startsAt, endsAt, calledAt } = meeting;
  const zone = await timeZoneOf(tx);
  const { convenerUnitId } = found(await tx.find(Network, networkId));
  const move = await manager.findOneBy(MeetingMove, { regionId, meetingId, round });
  const toldAt = move?.movedAt ?? calledAt;
  const invited = call.invitedUnitIds.filter((id) => id !== convenerUnitId);
  const units = await manager.find(Unit, { where: { regionId, id: In(invited) }, order: { code: 'ASC' } });
  return {
    title,
    span: { startsAt, endsAt },
    zone,
    location: call.location,
    about: call.about,
    movedBecause: move && move.reason,
    movedFrom: move && { startsAt: move.fromStartsAt, endsAt: move.fromEndsAt },
    calledBy: found(await tx.find(Unit, convenerUnitId)).name,
    calledOn: toldAt && String(localDayOf(toldAt, zone)),
    invited: units.map(({ name }) => name),
    standing: await listStandingActions(tx, meeting),
    agenda: await listAgenda(tx, meeting),
    agendaDeadline: call.agendaDeadline,
  };
}

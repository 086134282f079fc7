import { checkInCode, validUntil, type CheckInCodeObject } from '#checkin';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { found } from '#graphql';
import type { MeetingCall } from '../meeting/meeting-call.entity.js';
import { listRepresented } from '../motion/voters.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { isDoorOpen } from '../meeting/meeting.policy.js';
import { AttendanceEntry } from './attendance-entry.entity.js';
import type { PresenceObject, UnitAttendanceObject } from './attendance.object.js';
import { listOfMeeting } from './list-of-meeting.js';
import { MeetingRoom } from './meeting-room.js';
import { MeetingReply } from '../answer/meeting-answer.entity.js';
import { MeetingSecret } from './meeting-secret.entity.js';
import { attendedBy } from './room.js';

/** What can be told of a room from what was noted. */
@Injectable()
export class AttendanceSheet {
  constructor(private readonly room: MeetingRoom) {}

  /** Of those invited, and of those that left it on the way, whose attendance the actor sees; by code. */
  async list(tx: TenantTransaction, { id: meetingId }: MeetingCall): Promise<UnitAttendanceObject[]> {
    const where = { regionId: tx.regionId, meetingId };
    const meeting = found(await tx.find(Meeting, meetingId));
    const answers = await listOfMeeting(tx, meeting);
    const entries = await tx.manager.findBy(AttendanceEntry, { ...where, struckAt: IsNull() });
    const units = await this.unitsByCode(
      tx,
      answers
        // A unit sees the answer of whom it votes for, and not whether that came.
        .filter(({ unitId }) => isSeen(tx, meeting, unitId))
        .map(({ unitId }) => unitId),
    );
    const beginning =
      meeting.begunAt && meeting.begunAt > meeting.startsAt ? meeting.begunAt : meeting.startsAt;
    return units.map((unit) => {
      const own = entries.filter(({ unitId }) => unitId === unit.id);
      const answer = answers.find(({ unitId }) => unitId === unit.id);
      const attended = attendedBy(own, beginning, meeting.closedAt ?? tx.now);
      const hasDeclined = attended.arrivedAt === null && answer?.reply === MeetingReply.DECLINED;
      return {
        unit,
        isCounted: answer?.isCounted ?? false,
        names: [...new Set(own.flatMap(({ names }) => names))],
        ...attended,
        isExcused: attended.isExcused || hasDeclined,
      };
    });
  }

  /** Null unless the actor is the committee, which alone sees who comes and goes. */
  async presenceAt(tx: TenantTransaction, call: MeetingCall, at: Date): Promise<PresenceObject | null> {
    if (!tx.actor.convenedNetworkIds.includes(call.networkId)) return null;
    const { present, voters } = await this.room.at(tx, call.id, at);
    const represented = listRepresented(voters);
    const away = await this.unitsByCode(
      tx,
      represented.map(({ unitId }) => unitId),
    );
    return {
      at,
      present: await this.unitsByCode(tx, present),
      represented: await Promise.all(
        away.map(async (unit) => {
          const holder = represented.find(({ unitId }) => unitId === unit.id)?.proxyUnitId ?? '';
          return { unit, by: found(await tx.find(Unit, holder)) };
        }),
      ),
      countedUnits: [...voters.values()].filter((voter) => voter !== null).length,
    };
  }

  /** Null unless the actor is the committee and one can check in now. */
  async code(tx: TenantTransaction, { id }: MeetingCall): Promise<CheckInCodeObject | null> {
    if (!isDoorOpen(found(await tx.find(Meeting, id)), tx.now)) return null;
    const kept = await tx.find(MeetingSecret, id);
    return kept && { code: checkInCode(kept.secret, tx.now), validUntil: validUntil(tx.now) };
  }

  private async unitsByCode(tx: TenantTransaction, ids: readonly string[]): Promise<Unit[]> {
    const units = await Promise.all(ids.map((id) => tx.find(Unit, id)));
    return units.filter((unit) => unit !== null).toSorted((one, other) => (one.code < other.code ? -1 : 1));
  }
}

function isSeen({ actor }: TenantTransaction, { networkId }: Meeting, unitId: string): boolean {
  return unitId === actor.unitId || actor.convenedNetworkIds.includes(networkId);
}

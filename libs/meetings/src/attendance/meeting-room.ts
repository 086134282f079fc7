import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { listRepresented, type Voters, votersAt } from '../motion/voters.js';
import { AttendanceAct, AttendanceEntry, AttendanceWay } from './attendance-entry.entity.js';
import { countAttendanceMonth } from './attendance-months.js';
import { presentAt } from './room.js';

/** Who is in the room, guests too, and who casts the vote of each unit that may. */
export interface Room {
  readonly present: readonly string[];
  readonly voters: Voters;
}

/** One truth of who is there and by whom, for votes, sheets and counts alike. With the rights of the committee. */
@Injectable()
export class MeetingRoom {
  /**
   * As it is known now, with a vote for these units, or for all that count when none are named. A unit is there as long
   * as it is invited; everybody has gone when the meeting is closed.
   */
  async at(
    tx: TenantTransaction,
    meetingId: string,
    instant: Date,
    entitled?: readonly string[],
  ): Promise<Room> {
    const where = { regionId: tx.regionId, meetingId };
    const all = await tx.manager.findBy(MeetingAnswer, where);
    const answers = all.filter(({ endedAt }) => endedAt === null || endedAt > instant);
    const voting = entitled ?? answers.filter(({ isCounted }) => isCounted).map(({ unitId }) => unitId);
    const { closedAt } = found(await tx.find(Meeting, meetingId));
    if (closedAt && instant >= closedAt) {
      return { present: [], voters: new Map(voting.map((id) => [id, null])) };
    }
    const invited = new Set(answers.map(({ unitId }) => unitId));
    const passings = (await tx.manager.findBy(AttendanceEntry, { ...where, struckAt: IsNull() })).filter(
      ({ unitId }) => invited.has(unitId),
    );
    const proxies = answers.flatMap(({ unitId, proxyUnitId, answeredAt: givenAt }) =>
      proxyUnitId && givenAt ? [{ unitId, proxyUnitId, givenAt }] : [],
    );
    return {
      present: presentAt(passings, instant),
      voters: votersAt({ entitled: voting, passings, proxies }, instant),
    };
  }

  /** Of the units that count: now, or of a closed meeting at its last instant. */
  async count(
    tx: TenantTransaction,
    meetingId: string,
  ): Promise<Pick<MeetingCall, 'presentCount' | 'representedCount'>> {
    const { closedAt } = found(await tx.find(Meeting, meetingId));
    const instant = closedAt ? new Date(closedAt.getTime() - 1) : tx.now;
    const { voters } = await this.at(tx, meetingId, instant);
    const representedCount = listRepresented(voters).length;
    const takingPart = [...voters.values()].filter((voter) => voter !== null).length;
    return { presentCount: takingPart - representedCount, representedCount };
  }

  /** What all who are invited read of the room. */
  async recount(tx: TenantTransaction, meetingId: string): Promise<void> {
    const call = found(await tx.find(MeetingCall, meetingId));
    await tx.change(MeetingCall, call, await this.count(tx, meetingId));
    await this.countMonth(tx, meetingId);
  }

  /** What stewards read of it. */
  async countMonth(tx: TenantTransaction, meetingId: string): Promise<void> {
    await countAttendanceMonth(tx, found(await tx.find(Meeting, meetingId)));
  }

  /** Units that are in the room are no longer invited: they go now, and are back only when they come again. */
  async leave(
    tx: TenantTransaction,
    answers: readonly Pick<MeetingAnswer, 'meetingId' | 'networkId' | 'unitId'>[],
  ): Promise<void> {
    const [meetingIds, unitIds] = [answers.map((one) => one.meetingId), answers.map((one) => one.unitId)];
    const entries = await tx.manager.find(AttendanceEntry, {
      where: { regionId: tx.regionId, meetingId: In(meetingIds), unitId: In(unitIds), struckAt: IsNull() },
      order: { at: 'DESC' },
    });
    const leaving = answers.flatMap(({ meetingId, networkId, unitId }) => {
      const last = entries.find((entry) => entry.meetingId === meetingId && entry.unitId === unitId);
      if (last?.act !== AttendanceAct.ARRIVED) return [];
      // Of one unit no two happen at one instant.
      const at = new Date(Math.max(tx.now.getTime(), last.at.getTime() + 1));
      return [{ ...LEAVING, id: tx.newId(), meetingId, networkId, unitId, at, notedAt: at }];
    });
    await tx.insertAll(AttendanceEntry, leaving);
  }

  /** Nothing of what was noted holds any more; who counts it anew is the caller. */
  async strikeAll(tx: TenantTransaction, meetingId: string, strikeReason: string): Promise<void> {
    const where = { regionId: tx.regionId, meetingId, struckAt: IsNull() };
    const entries = await tx.manager.findBy(AttendanceEntry, where);
    await tx.changeAll(AttendanceEntry, entries, () => ({ struckAt: tx.now, strikeReason }));
  }
}

const LEAVING = {
  act: AttendanceAct.LEFT,
  way: AttendanceWay.COMMITTEE,
  names: [],
  struckAt: null,
  strikeReason: null,
};

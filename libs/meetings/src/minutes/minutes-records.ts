import { found } from '#graphql';
import { Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AgendaItemState } from '../agenda/agenda-item.entity.js';
import { listDealtWith } from '../agenda/agenda-then.js';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { AttendanceSheet } from '../attendance/attendance-sheet.js';
import type { UnitAttendanceObject } from '../attendance/attendance.object.js';
import { listBallots } from '../motion/list-ballots.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { Meeting } from '../meeting/meeting.entity.js';
import {
  AttendanceStanding,
  type AttendanceRecord,
  type ItemRecord,
  type MinutesRecord,
} from './minutes-record.js';
import { actionsOf, motionsOf, reportsOf } from './minutes-decisions.js';
import type { Minutes } from './minutes.entity.js';

const { PRESENT, REPRESENTED, EXCUSED, ABSENT } = AttendanceStanding;

/** Whoever has given its vote away, and to whom. */
type GivenTo = ReadonlyMap<string, string>;

/** Gathers what the tables say of a meeting, so that minutes are drafted from what happened. */
@Injectable()
export class MinutesRecords {
  constructor(private readonly sheet: AttendanceSheet) {}

  /** As it was published; of a draft, which the committee alone reads, as it is known now. */
  async of(tx: TenantTransaction, { record, meetingId }: Minutes): Promise<MinutesRecord> {
    return record ?? this.gather(tx, found(await tx.find(Meeting, meetingId)));
  }

  /** With the rights of the committee. */
  async gather(tx: TenantTransaction, meeting: Meeting): Promise<MinutesRecord> {
    const call = found(await tx.find(MeetingCall, meeting.id));
    const network = found(await tx.find(Network, meeting.networkId));
    return {
      network: network.name,
      location: call.location,
      startsAt: (meeting.begunAt ?? meeting.startsAt).toISOString(),
      endsAt: (meeting.closedAt ?? meeting.endsAt).toISOString(),
      attendance: await this.attendanceOf(tx, call),
      reports: await reportsOf(tx, meeting),
      items: await itemsOf(tx, meeting),
      motions: await motionsOf(tx, meeting),
      actions: await actionsOf(tx, meeting),
    };
  }

  private async attendanceOf(tx: TenantTransaction, call: MeetingCall): Promise<AttendanceRecord[]> {
    const rows = await this.sheet.list(tx, call);
    const given = await proxiesOf(tx, call.id);
    return rows.map((row) => recordOf(row, rows, given));
  }
}

/** By unit, the unit that votes for it, or has: who has left since holds no proxy and gives none. */
async function proxiesOf(tx: TenantTransaction, meetingId: string): Promise<GivenTo> {
  const where = { regionId: tx.regionId, meetingId, proxyUnitId: Not(IsNull()) };
  const answers = await tx.manager.findBy(MeetingAnswer, where);
  const cast = (await listBallots(tx, meetingId)).filter(({ unitId, castById }) => unitId !== castById);
  return new Map([
    ...cast.map(({ unitId, castById }) => [unitId, castById] as const),
    ...answers.map(({ unitId, proxyUnitId }) => [unitId, proxyUnitId ?? ''] as const),
  ]);
}

/** Represented is who did not come while the unit that voted for it did. */
function recordOf(
  row: UnitAttendanceObject,
  rows: readonly UnitAttendanceObject[],
  given: GivenTo,
): AttendanceRecord {
  const { unit, isCounted, names, arrivedAt, lateMinutes, leftEarlyAt, isExcused } = row;
  const holder = rows.find((other) => other.unit.id === given.get(unit.id) && other.arrivedAt);
  const away = holder ? REPRESENTED : isExcused ? EXCUSED : ABSENT;
  return {
    unitName: unit.name,
    isCounted,
    standing: arrivedAt ? PRESENT : away,
    names,
    arrivedAt: arrivedAt?.toISOString() ?? null,
    lateMinutes,
    leftEarlyAt: leftEarlyAt?.toISOString() ?? null,
    representedBy: arrivedAt ? null : (holder?.unit.name ?? null),
  };
}

/** Those on the agenda in their order, then those that the meeting put off. */
async function itemsOf(tx: TenantTransaction, meeting: Meeting): Promise<ItemRecord[]> {
  const items = await listDealtWith(tx, meeting);
  return items.map(({ id, title, presenter, state, reason }) => ({
    itemId: id,
    title,
    presenter,
    postponedBecause: state === AgendaItemState.POSTPONED ? reason : null,
  }));
}

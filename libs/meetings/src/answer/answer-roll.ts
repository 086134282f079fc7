import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { found } from '#graphql';
import { MeetingRoom } from '../attendance/meeting-room.js';
import type { Invited } from '../invitation/list-invited.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingAnswer, MeetingReply } from './meeting-answer.entity.js';

/** One row for each unit invited, with the rights of the committee and the meeting locked. */
@Injectable()
export class AnswerRoll {
  constructor(private readonly room: MeetingRoom) {}

  /** Those invited, by unit. */
  async list(tx: TenantTransaction, meetingId: string): Promise<MeetingAnswer[]> {
    const where = { regionId: tx.regionId, meetingId, endedAt: IsNull() };
    return tx.manager.find(MeetingAnswer, { where, order: { unitId: 'ASC' } });
  }

  /** These are invited from now on and nobody else; who was and is, keeps its answer. */
  async invite(tx: TenantTransaction, meeting: Meeting, invited: readonly Invited[]): Promise<void> {
    const { id: meetingId } = meeting;
    const all = await tx.manager.findBy(MeetingAnswer, { regionId: tx.regionId, meetingId });
    const ids = new Set(invited.map(({ unitId }) => unitId));
    await this.admit(tx, meeting, all, invited);
    await this.end(
      tx,
      meetingId,
      all.filter(({ unitId, endedAt }) => !endedAt && !ids.has(unitId)),
    );
    await this.recount(tx, meetingId);
  }

  /** One more is invited from now on. */
  async welcome(tx: TenantTransaction, meeting: Meeting, one: Invited): Promise<void> {
    const where = { regionId: tx.regionId, meetingId: meeting.id, unitId: one.unitId };
    await this.admit(tx, meeting, await tx.manager.findBy(MeetingAnswer, where), [one]);
    await this.recount(tx, meeting.id);
  }

  /** Who was invited before and comes back has answered nothing, and counts as its unit does now. */
  private async admit(
    tx: TenantTransaction,
    { id: meetingId, networkId }: Meeting,
    all: readonly MeetingAnswer[],
    invited: readonly Invited[],
  ): Promise<void> {
    const known = new Map(all.map((answer) => [answer.unitId, answer]));
    const roles = new Map(invited.map(({ unitId, isCounted }) => [unitId, isCounted]));
    const missing = invited.filter(({ unitId }) => !known.has(unitId));
    await tx.insertAll(
      MeetingAnswer,
      missing.map((one) => ({
        ...one,
        ...UNANSWERED,
        id: tx.newId(),
        meetingId,
        networkId,
        endedAt: null,
        version: 1,
      })),
    );
    const back = invited.flatMap(({ unitId }) => known.get(unitId) ?? []).filter(({ endedAt }) => endedAt);
    await tx.updateAll(MeetingAnswer, back, ({ unitId, isCounted }) => ({
      ...UNANSWERED,
      isCounted: roles.get(unitId) ?? isCounted,
      endedAt: null,
    }));
  }

  /** The meeting was put to another time: what was answered before is no answer to that. */
  async askAgain(tx: TenantTransaction, meetingId: string): Promise<void> {
    await tx.updateAll(MeetingAnswer, await this.list(tx, meetingId), () => UNANSWERED);
    await this.recount(tx, meetingId);
  }

  /** Units are no longer invited: they give no proxy and hold none, and are no longer in the room. */
  async end(tx: TenantTransaction, meetingId: string, answers: readonly MeetingAnswer[]): Promise<void> {
    if (answers.length === 0) return;
    const unitIds = answers.map(({ unitId }) => unitId);
    await this.letGo(tx, meetingId, unitIds);
    await this.room.leave(tx, answers);
    const now = await Promise.all(answers.map(({ id }) => tx.find(MeetingAnswer, id)));
    await tx.updateAll(MeetingAnswer, now.map(found), () => ({ ...UNANSWERED, endedAt: tx.now }));
  }

  /** Units that do not come vote for nobody; whose vote they had is told. */
  async letGo(tx: TenantTransaction, meetingId: string, unitIds: readonly string[]): Promise<void> {
    const given = await tx.manager.findBy(MeetingAnswer, {
      regionId: tx.regionId,
      meetingId,
      proxyUnitId: In([...unitIds]),
    });
    await tx.updateAll(MeetingAnswer, given, () => ({
      proxyUnitId: null,
      proxyUnitCode: null,
      proxyLetGoAt: tx.now,
    }));
  }

  /** What all who are invited read of the answers of others, and of the room, in which proxies hold. */
  async recount(tx: TenantTransaction, meetingId: string): Promise<void> {
    const answers = await this.list(tx, meetingId);
    const count = (reply: MeetingReply) => answers.filter((answer) => answer.reply === reply).length;
    await tx.change(MeetingCall, found(await tx.find(MeetingCall, meetingId)), {
      acceptedCount: count(MeetingReply.ACCEPTED),
      declinedCount: count(MeetingReply.DECLINED),
      tentativeCount: count(MeetingReply.TENTATIVE),
      proxyCount: answers.filter(({ proxyUnitId }) => proxyUnitId !== null).length,
      ...(await this.room.count(tx, meetingId)),
    });
    await this.room.countMonth(tx, meetingId);
  }
}

export const UNANSWERED = {
  reply: null,
  comers: [] as string[],
  substitute: null,
  proxyUnitId: null,
  proxyUnitCode: null,
  proxyLetGoAt: null,
  droppedProxyUnitId: null,
  remark: null,
  answeredAt: null,
  onBehalf: false,
};

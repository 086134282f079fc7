import { ApiError, expectState, found, Refused } from '#graphql';
import { asCommittee, Network, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { expectPartUnlessGuest } from '../invitation/expect-part-unless-guest.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AnswerRoll } from './answer-roll.js';
import { MeetingAnswer, MeetingReply } from './meeting-answer.entity.js';
import type { AnswerMeetingArgs, AnswerMeetingInput } from './meeting-answer.inputs.js';
import { MeetingMoved, ProxyRefused } from './meeting-answer.object.js';
import { MEETING_ANSWER_WORDS } from './meeting-answer.words.js';
import { findProxyObstacle } from './proxy-rules.js';

/** A unit says whether it comes. Decided with the meeting locked: proxies given crosswise at once cannot both be. */
@Injectable()
export class MeetingAnswerService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly roll: AnswerRoll,
  ) {}

  /** The last answer holds, to the time that was read; what it held for another is let go when it does not come. */
  async answer(
    tx: TenantTransaction,
    { id: meetingId, round }: AnswerMeetingArgs,
    input: AnswerMeetingInput,
  ): Promise<MeetingAnswer> {
    const { networkId } = found(await tx.find(Meeting, meetingId));
    const { unitId } = tx.actor;
    expectSaid(input, unitId);
    await expectPartUnlessGuest(tx, networkId);
    const meeting = await this.meetings.takeInvited(tx, { meetingId, networkId });
    expectState(meeting, [MeetingState.CALLED], MEETING_STATES);
    if (meeting.round !== round) throw new Refused(new MeetingMoved(meeting));
    const answers = await asCommittee(tx, networkId, () => this.roll.list(tx, meetingId));
    const own = found(answers.find((one) => one.unitId === unitId) ?? null);
    const { proxyUnitId = null } = input;
    expectProxy(answers, own, proxyUnitId);
    const proxy = proxyUnitId === null ? null : await getHolder(tx, networkId, proxyUnitId);
    const answered = await tx.update(MeetingAnswer, own, {
      ...saidBy(tx, input, proxy),
      ...droppedBy(answers, own, input),
    });
    await asCommittee(tx, networkId, async () => {
      if (answered.reply === MeetingReply.DECLINED) await this.roll.letGo(tx, meetingId, [unitId]);
      await this.roll.recount(tx, meetingId);
    });
    return answered;
  }
}

/** @throws ApiError BAD_USER_INPUT when the committee that writes it down would hold the vote itself */
async function getHolder(tx: TenantTransaction, networkId: string, unitId: string): Promise<Unit> {
  const { convenerUnitId } = found(await tx.find(Network, networkId));
  if (tx.actor.role === 'ON_BEHALF' && unitId === convenerUnitId) {
    throw badInput('proxyUnitId', MEETING_ANSWER_WORDS.proxyToScribe);
  }
  return found(await asCommittee(tx, networkId, () => tx.find(Unit, unitId)));
}

function saidBy(tx: TenantTransaction, input: AnswerMeetingInput, proxy: Unit | null) {
  const { reply, comers, substitute = null, remark = null } = input;
  const given = { proxyUnitId: proxy?.id ?? null, proxyUnitCode: proxy?.code ?? null };
  const onBehalf = tx.actor.role === 'ON_BEHALF';
  return { reply, comers, substitute, ...given, remark, proxyLetGoAt: null, answeredAt: tx.now, onBehalf };
}

/** Whoever does not come loses what it held for another. */
function droppedBy(
  answers: readonly MeetingAnswer[],
  { unitId }: MeetingAnswer,
  { reply }: AnswerMeetingInput,
): Pick<MeetingAnswer, 'droppedProxyUnitId'> {
  const held = answers.find(({ proxyUnitId }) => proxyUnitId === unitId);
  return { droppedProxyUnitId: (reply === MeetingReply.DECLINED && held?.unitId) || null };
}

/** @throws ApiError BAD_USER_INPUT for an answer that contradicts itself */
function expectSaid({ reply, comers, substitute, proxyUnitId }: AnswerMeetingInput, unitId: string): void {
  const declines = reply === MeetingReply.DECLINED;
  if (declines && (comers.length > 0 || substitute)) {
    throw badInput(comers.length > 0 ? 'comers' : 'substitute', MEETING_ANSWER_WORDS.nobodyComes);
  }
  if (!proxyUnitId) return;
  if (!declines) throw badInput('proxyUnitId', MEETING_ANSWER_WORDS.proxyOfAbsent);
  if (proxyUnitId === unitId) throw badInput('proxyUnitId', MEETING_ANSWER_WORDS.proxyToOneself);
}

/** @throws ApiError NOT_FOUND for a unit that is not invited; Refused where the vote cannot go there */
function expectProxy(
  answers: readonly MeetingAnswer[],
  own: MeetingAnswer,
  proxyUnitId: string | null,
): void {
  if (proxyUnitId === null) return;
  const holder = answers.find(({ unitId }) => unitId === proxyUnitId);
  if (!holder) throw ApiError.notFound('input.proxyUnitId');
  if (!own.isCounted || !holder.isCounted) throw badInput('proxyUnitId', MEETING_ANSWER_WORDS.guestHasNoVote);
  const obstacle = findProxyObstacle(answers, own.unitId, holder);
  if (obstacle) throw new Refused(new ProxyRefused(obstacle));
}

function badInput(
  field: string,
  message: (typeof MEETING_ANSWER_WORDS)[keyof typeof MEETING_ANSWER_WORDS],
): ApiError {
  return ApiError.badInput([{ path: `input.${field}`, message }]);
}

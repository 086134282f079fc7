import { ApiError, expectState, found, Refused } from '#graphql';
import { asCommittee, expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { listInvited } from '../invitation/list-invited.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AnswerRoll } from './answer-roll.js';
import { MeetingAnswer, MeetingReply } from './meeting-answer.entity.js';
import type { AnswerMeetingInput } from './meeting-answer.inputs.js';
import { ProxyRefused } from './meeting-answer.object.js';
import { MEETING_ANSWER_WORDS } from './meeting-answer.words.js';
import { findProxyObstacle } from './proxy-rules.js';

/** A unit says whether it comes. Decided with the meeting locked: proxies given crosswise at once cannot both be. */
@Injectable()
export class MeetingAnswerService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly roll: AnswerRoll,
  ) {}

  /** The last answer holds; what it held for another is let go when it does not come. */
  async answer(tx: TenantTransaction, meetingId: string, input: AnswerMeetingInput): Promise<MeetingAnswer> {
    const { networkId } = found(await tx.find(Meeting, meetingId));
    const { unitId } = tx.actor;
    expectSaid(input, unitId);
    const isMember = tx.actor.memberNetworkIds.includes(networkId);
    if (isMember) await expectTakesPart(tx, [networkId]);
    const meeting = await asCommittee(tx, networkId, () => tx.lock(Meeting, meetingId));
    expectState(found(meeting), [MeetingState.CALLED], MEETING_STATES);
    const answers = await asCommittee(tx, networkId, async () => {
      const known = await this.roll.list(tx, meetingId);
      if (known.some((one) => one.unitId === unitId) || !isMember) return known;
      return this.inviteLatecomer(tx, found(meeting));
    });
    const own = found(answers.find((one) => one.unitId === unitId) ?? null);
    expectProxy(answers, own, input.proxyUnitId ?? null);
    const answered = await tx.update(MeetingAnswer, own, saidBy(tx, input));
    await asCommittee(tx, networkId, async () => {
      if (answered.reply === MeetingReply.DECLINED) await this.roll.letGo(tx, meetingId, unitId);
      await this.roll.recount(tx, meetingId);
    });
    return answered;
  }

  /** Who has become a member since a joint meeting was called is invited like all others. */
  private async inviteLatecomer(tx: TenantTransaction, meeting: Meeting): Promise<MeetingAnswer[]> {
    if (!meeting.openNetworkId) throw ApiError.notFound();
    const invited = await listInvited(tx, meeting, []);
    const readerUnitIds = invited.map(({ unitId }) => unitId);
    await this.meetings.change(tx, meeting, { readerUnitIds }, { invitedUnitIds: readerUnitIds });
    await this.roll.invite(tx, meeting, invited);
    return this.roll.list(tx, meeting.id);
  }
}

function saidBy(tx: TenantTransaction, input: AnswerMeetingInput) {
  const { reply, comers, substitute = null, proxyUnitId = null, remark = null } = input;
  const onBehalf = tx.actor.role === 'ON_BEHALF';
  return { reply, comers, substitute, proxyUnitId, remark, answeredAt: tx.now, onBehalf };
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

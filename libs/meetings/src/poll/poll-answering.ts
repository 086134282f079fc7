import { ApiError, expectState, found, refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { listInvited, type Invited } from '../invitation/list-invited.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { DatePollAnswer, type PollChoice } from './date-poll-answer.entity.js';
import { DatePoll, DatePollState } from './date-poll.entity.js';
import type { AnswerDatePollInput, SpanAnswerInput } from './date-poll.inputs.js';
import { DATE_POLL_STATES, DATE_POLL_WORDS } from './date-poll.words.js';
import { NO_CHOICES, sayAnew } from './poll-counts.js';
import { PollRoll } from './poll-roll.js';

/** A unit says when it could come. Decided with the poll locked: none is lost, and none comes after it is settled. */
@Injectable()
export class PollAnswering {
  constructor(private readonly roll: PollRoll) {}

  /** What it does not name stays as it was; the last word on a span holds. */
  async answer(tx: TenantTransaction, pollId: string, input: AnswerDatePollInput): Promise<DatePollAnswer> {
    const known = found(await tx.find(DatePoll, pollId));
    const said = sayingOf(input.answers);
    const { networkId } = known;
    const { isCounted } = await this.expectAsked(tx, known);
    const poll = found(await asCommittee(tx, networkId, () => tx.lock(DatePoll, pollId)));
    expectState(poll, [DatePollState.OPEN], DATE_POLL_STATES);
    // Others may have been chosen in the meantime.
    if (!poll.openNetworkId && !poll.readerUnitIds.includes(tx.actor.unitId)) throw ApiError.notFound();
    if (tx.now >= poll.until) refuseState(poll, DATE_POLL_WORDS.isOver);
    await this.expectStanding(tx, poll, input.answers);
    const answer = await this.write(tx, poll, { said, remark: input.remark, isCounted });
    await asCommittee(tx, networkId, async () => {
      if (!poll.firstAnsweredAt) await tx.change(DatePoll, poll, { firstAnsweredAt: tx.now });
      await this.roll.recount(tx, pollId);
    });
    return answer;
  }

  /** Keeps it a member until the transaction ends. */
  private async expectAsked(tx: TenantTransaction, poll: DatePoll): Promise<Invited> {
    const asked = await asCommittee(tx, poll.networkId, async () => {
      const meeting = found(await tx.find(Meeting, poll.meetingId));
      return listInvited(tx, meeting, poll.readerUnitIds);
    });
    return found(asked.find(({ unitId }) => unitId === tx.actor.unitId) ?? null);
  }

  private async expectStanding(
    tx: TenantTransaction,
    poll: DatePoll,
    answers: readonly SpanAnswerInput[],
  ): Promise<void> {
    const spans = new Map((await this.roll.listSpans(tx, poll.id)).map((span) => [span.id, span]));
    for (const { spanId } of answers) {
      if (found(spans.get(spanId) ?? null).struckAt) refuseState(poll, DATE_POLL_WORDS.spanStruck);
    }
  }

  private async write(
    tx: TenantTransaction,
    { id: pollId, networkId }: DatePoll,
    { said, remark, isCounted }: Said,
  ): Promise<DatePollAnswer> {
    const { unitId, role } = tx.actor;
    const before = await tx.manager.findOneBy(DatePollAnswer, { regionId: tx.regionId, pollId, unitId });
    // Who was gone begins anew.
    const standing = before?.endedAt === null ? before : null;
    const values = {
      ...sayAnew(standing ?? NO_CHOICES, said),
      remark: remark === undefined ? (standing?.remark ?? null) : remark,
      isCounted,
      answeredAt: tx.now,
      onBehalf: role === 'ON_BEHALF',
      endedAt: null,
    };
    if (before) return tx.update(DatePollAnswer, before, values);
    return tx.insert(DatePollAnswer, { ...values, id: tx.newId(), pollId, networkId, unitId, version: 1 });
  }
}

interface Said {
  readonly said: ReadonlyMap<string, PollChoice>;
  readonly remark: string | null | undefined;
  readonly isCounted: boolean;
}

/** @throws ApiError BAD_USER_INPUT for a span that is named twice */
function sayingOf(answers: readonly SpanAnswerInput[]): ReadonlyMap<string, PollChoice> {
  const said = new Map(answers.map(({ spanId, choice }) => [spanId, choice]));
  if (said.size < answers.length) {
    throw ApiError.badInput([{ path: 'input.answers', message: DATE_POLL_WORDS.answeredTwice }]);
  }
  return said;
}

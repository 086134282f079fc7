import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DatePollAnswer } from './date-poll-answer.entity.js';
import { DatePollSpan } from './date-poll-span.entity.js';
import { countChoices, type PollCounts } from './poll-counts.js';

/** The answers of a poll, with the rights of the committee and the poll locked. */
@Injectable()
export class PollRoll {
  /** All spans, the struck ones too. */
  listSpans(tx: TenantTransaction, pollId: string): Promise<DatePollSpan[]> {
    const where = { regionId: tx.regionId, pollId };
    return tx.manager.find(DatePollSpan, { where, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** Of units that are asked. */
  list(tx: TenantTransaction, pollId: string): Promise<DatePollAnswer[]> {
    const where = { regionId: tx.regionId, pollId, endedAt: IsNull() };
    return tx.manager.find(DatePollAnswer, { where, order: { unitId: 'ASC' } });
  }

  /** What these units have said counts no more. */
  async end(tx: TenantTransaction, pollId: string, isEnded: (unitId: string) => boolean): Promise<void> {
    const answers = (await this.list(tx, pollId)).filter(({ unitId }) => isEnded(unitId));
    if (answers.length === 0) return;
    await tx.updateAll(DatePollAnswer, answers, () => ({ endedAt: tx.now }));
    await this.recount(tx, pollId);
  }

  /** What all who are asked read of the answers of others. */
  async recount(tx: TenantTransaction, pollId: string): Promise<void> {
    const [spans, answers] = [await this.listSpans(tx, pollId), await this.list(tx, pollId)];
    const counts = new Map(spans.map((span) => [span, countChoices(span.id, answers)]));
    const changed = spans.filter((span) => !isSame(span, counts.get(span)));
    await tx.changeAll(DatePollSpan, changed, (span) => counts.get(span) ?? {});
  }
}

function isSame(span: DatePollSpan, counts: PollCounts | undefined): boolean {
  return Object.entries(counts ?? {}).every(([name, count]) => span[name as keyof PollCounts] === count);
}

import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { listInvited } from '../invitation/list-invited.js';
import { isSameTime } from '../meeting/meeting-span.js';
import { MeetingState, type Meeting } from '../meeting/meeting.entity.js';
import { isJoint } from '../meeting/meeting.policy.js';
import { DatePollSpan } from './date-poll-span.entity.js';
import { DatePoll, DatePollState } from './date-poll.entity.js';
import { PollRoll } from './poll-roll.js';

/** What becomes of an open poll when its draft changes, or a unit that is asked leaves. With the committee’s rights. */
@Injectable()
export class OpenPolls {
  constructor(private readonly roll: PollRoll) {}

  /** The one poll of a draft that is open, locked; the meeting is locked before. */
  find(tx: TenantTransaction, meetingId: string): Promise<DatePoll | null> {
    return tx.manager.findOne(DatePoll, {
      where: { regionId: tx.regionId, meetingId, state: DatePollState.OPEN },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /**
   * A draft that is called, cancelled or dated by hand asks no more; of any other change its poll says what is new.
   * What was settled holds as long as the meeting is then.
   */
  async follow(
    tx: TenantTransaction,
    before: Meeting,
    after: Meeting,
    chosen: readonly string[] | undefined,
  ): Promise<void> {
    if (isCancelled(after) || !isSameTime(before, after)) await this.endSettled(tx, after);
    if (before.state !== MeetingState.DRAFT) return;
    const poll = await this.find(tx, before.id);
    if (!poll) return;
    if (after.state !== MeetingState.DRAFT || !isSameTime(before, after)) {
      await this.close(tx, poll, after);
      return;
    }
    const title = after.title === poll.title ? {} : { title: after.title };
    const readers = chosen && !isJoint(after) ? { readerUnitIds: await readersOf(tx, after, chosen) } : {};
    if (!('title' in title || 'readerUnitIds' in readers)) return;
    await tx.update(DatePoll, poll, { ...title, ...readers, updatedAt: tx.now });
    if (readers.readerUnitIds) await this.ask(tx, poll.id, readers.readerUnitIds);
  }

  /** Of what is over nothing changes. */
  async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const polls = await tx.manager.find(DatePoll, {
      where: { regionId: tx.regionId, networkId, state: DatePollState.OPEN },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const poll of polls) {
      if (poll.readerUnitIds.includes(unitId)) {
        const readerUnitIds = poll.readerUnitIds.filter((id) => id !== unitId);
        await tx.update(DatePoll, poll, { readerUnitIds, updatedAt: tx.now });
        await this.show(tx, poll.id, readerUnitIds);
      }
      await this.roll.end(tx, poll.id, (id) => id === unitId);
    }
  }

  close(tx: TenantTransaction, poll: DatePoll, meeting: Meeting): Promise<DatePoll> {
    const calledOffAt = isCancelled(meeting) ? tx.now : null;
    const ended = { state: DatePollState.CLOSED, endedAt: tx.now, calledOffAt, updatedAt: tx.now };
    return tx.update(DatePoll, poll, ended);
  }

  private async endSettled(tx: TenantTransaction, meeting: Meeting): Promise<void> {
    const settled = await tx.manager.find(DatePoll, {
      where: { regionId: tx.regionId, meetingId: meeting.id, state: DatePollState.SETTLED },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const poll of settled) {
      const spans = await this.roll.listSpans(tx, poll.id);
      const holds = spans.some((span) => span.chosenAt !== null && isSameTime(span, meeting));
      if (isCancelled(meeting) || !holds) await this.close(tx, poll, meeting);
    }
  }

  private async ask(tx: TenantTransaction, pollId: string, readerUnitIds: string[]): Promise<void> {
    await this.show(tx, pollId, readerUnitIds);
    await this.roll.end(tx, pollId, (id) => !readerUnitIds.includes(id));
  }

  private async show(tx: TenantTransaction, pollId: string, readerUnitIds: string[]): Promise<void> {
    await tx.changeAll(DatePollSpan, await this.roll.listSpans(tx, pollId), () => ({ readerUnitIds }));
  }
}

async function readersOf(
  tx: TenantTransaction,
  meeting: Meeting,
  chosen: readonly string[],
): Promise<string[]> {
  return (await listInvited(tx, meeting, chosen)).map(({ unitId }) => unitId);
}

function isCancelled({ state }: Meeting): boolean {
  return state === MeetingState.CANCELLED;
}

import type { Span } from '#calendar';
import { Standing, type Look } from '#rhythm';
import type { TenantTransaction } from '#tenancy';
import { And, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { Meeting, MeetingKind, MeetingState } from '../meeting/meeting.entity.js';

/** A quarter is kept by a regular joint meeting; an extraordinary one is held for a reason of its own. */
export async function watchMeetings(tx: TenantTransaction, networkId: string, within: Span): Promise<Look> {
  const meetings = await tx.manager.find(Meeting, {
    where: {
      regionId: tx.regionId,
      networkId,
      kind: MeetingKind.REGULAR,
      state: Not(MeetingState.CANCELLED),
      startsAt: And(MoreThanOrEqual(within.startsAt), LessThan(within.endsAt)),
    },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  return {
    happenings: meetings.flatMap((meeting) => {
      const standing = standingOf(tx, meeting);
      const { title, startsAt } = meeting;
      return standing ? [{ title, startsAt, standing, counts: true, thing: meeting }] : [];
    }),
  };
}

/** Called and never begun is not held; a draft of a day gone by comes to nothing. */
function standingOf(tx: TenantTransaction, { state, startsAt, endsAt }: Meeting): Standing | null {
  if (state === MeetingState.DRAFT) return startsAt > tx.now ? Standing.COMPOSED : null;
  if (state === MeetingState.CALLED) return endsAt > tx.now ? Standing.AHEAD : null;
  return Standing.HELD;
}

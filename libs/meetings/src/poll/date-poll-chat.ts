import { writeChineseSpan, writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { IsNull } from 'typeorm';
import { DatePollSpan } from './date-poll-span.entity.js';
import { DatePollState, type DatePoll } from './date-poll.entity.js';
import { DATE_POLL_CHAT } from './date-poll.words.js';

/** How a poll stands, in plain Chinese for the group chat; times in its zone, which is named unless it is the region’s. */
export async function writePollChat(tx: TenantTransaction, poll: DatePoll): Promise<string> {
  const network = await tx.find(Network, poll.networkId);
  const names = { network: network?.name ?? DATE_POLL_CHAT.aNetwork, title: hidePhones(poll.title) };
  const isOfRegion = poll.zone === (await timeZoneOf(tx));
  const zone = isOfRegion ? null : DATE_POLL_CHAT.zone({ zone: poll.zone });
  const spans = await tx.manager.find(DatePollSpan, {
    where: { regionId: tx.regionId, pollId: poll.id, struckAt: IsNull() },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  const chosen = spans.filter(({ chosenAt }) => chosenAt !== null);
  if (poll.state === DatePollState.CLOSED)
    return joinChat([DATE_POLL_CHAT.closed(names), endingOf(poll, chosen.length > 0)]);
  if (poll.state === DatePollState.SETTLED) {
    const times = chosen.map((span) => DATE_POLL_CHAT.chosen({ span: writeChineseSpan(span, poll.zone) }));
    return joinChat([DATE_POLL_CHAT.settled(names), ...times, zone, DATE_POLL_CHAT.callFollows]);
  }
  const times = spans.map((span, at) =>
    DATE_POLL_CHAT.span({ place: at + 1, span: writeChineseSpan(span, poll.zone) }),
  );
  const until = { until: writeChineseTime(poll.until, poll.zone) };
  const ask = tx.now < poll.until ? DATE_POLL_CHAT.ask(until) : DATE_POLL_CHAT.overdue(until);
  return joinChat([DATE_POLL_CHAT.open(names), ...times, zone, ask]);
}

function endingOf({ calledOffAt }: DatePoll, wasSettled: boolean): string {
  if (calledOffAt) return DATE_POLL_CHAT.calledOff;
  return wasSettled ? DATE_POLL_CHAT.datedAnew : DATE_POLL_CHAT.withoutResult;
}

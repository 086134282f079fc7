import { hidePhones, joinChat } from '#graphql';
import { ScheduleKind, ScheduleState, type ScheduleEntry, type ScheduleService } from '#schedule';
import { CALENDAR_FEED_CHAT as CHAT } from './calendar-feed.words.js';
import type { CalendarEntry } from './icalendar.js';

/** Some calendars show what is cancelled or asked for as if it stood. */
const SUMMARIES: Readonly<Record<ScheduleState, (values: { summary: string }) => string>> = {
  CANCELLED: CHAT.cancelled,
  TENTATIVE: CHAT.tentative,
  CONFIRMED: ({ summary }) => summary,
};

/** Entries as a calendar has them. Phones are left out: calendars are kept by others. */
export function writeEntries(
  service: ScheduleService,
  entries: readonly ScheduleEntry[],
  openedAt: Date,
): Promise<CalendarEntry[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const { sequence, changedAt, startsAt, endsAt, day, state, place } = entry;
      const network = await entry.schedule.parties.findNetwork(entry.networkId);
      const said = [network && CHAT.network({ network: network.name }), ...service.linesOf(entry)];
      return {
        uid: service.keyOf(entry),
        sequence,
        // Where it is not kept, or not told, since when something waits.
        stampedAt: changedAt ?? openedAt,
        startsAt,
        endsAt,
        day,
        status: state,
        isBusy: state === ScheduleState.CONFIRMED && entry.kind !== ScheduleKind.DEADLINE,
        summary: hidePhones(SUMMARIES[state]({ summary: service.headingOf(entry) })),
        location: place === null ? null : hidePhones(place),
        description: hidePhones(joinChat(said)),
      };
    }),
  );
}

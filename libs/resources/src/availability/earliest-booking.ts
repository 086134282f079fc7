import type { BookingRules } from './booking-rules.js';
import { minutes, type OpenStretch, type Range } from './openings.js';
import { firstStep } from './slot-step.js';

/**
 * The earliest start for which an end on the step lies between the length and the longest span; of its ends the first.
 *
 * A search that finds nothing goes through the whole horizon, so each line may be held only against the few that lie
 * the wished length after it. `stretch` begins and ends on a step.
 */
export function earliestBooking(rules: BookingRules, stretch: OpenStretch, length: number): Range | null {
  const { lines } = stretch;
  let earliest: Range | null = null;
  let near = 0;
  for (const opening of lines) {
    if (earliest && opening.from >= earliest.from) break;
    // No later start can end in a line that is over before. A long line holds up those under it for a day at most.
    while (near < lines.length && lines[near]!.to < opening.from + length) near++;
    for (let at = near; at < lines.length; at++) {
      const closing = lines[at]!;
      if (closing.to < opening.from + length) continue;
      const booking = earliestBetween(rules, stretch, opening, closing, length);
      if (booking && (!earliest || isBefore(booking, earliest))) earliest = booking;
      // A line begins on a step, so for every start in `opening` the first end has been met by now.
      if (closing.from >= opening.to + length) break;
    }
  }
  return earliest;
}

/**
 * From a step of one line to a step of another all lengths differ by whole steps, so the least one is known at once.
 * The others need no look: steps in a stretch are never further apart than that, so some line has a nearer end.
 */
function earliestBetween(
  rules: BookingRules,
  stretch: Range,
  opening: Range,
  closing: Range,
  atLeast: number,
): Range | null {
  const step = minutes(rules.slotMinutes);
  const excess = (closing.from - opening.from - atLeast) % step;
  const length = atLeast + (excess < 0 ? excess + step : excess);
  if (length > minutes(rules.longestMinutes)) return null;
  const from = firstStep([opening], Math.max(stretch.from, closing.from - length), step);
  const to = from + length;
  return to <= Math.min(closing.to, stretch.to) ? { from, to } : null;
}

function isBefore(one: Range, other: Range): boolean {
  return one.from < other.from || (one.from === other.from && one.to < other.to);
}

import type { BookingRules } from './booking-rules.js';
import { earliestBooking } from './earliest-booking.js';
import { minutes, type Range } from './openings.js';

const DAYS = 100;

describe('the search for the earliest booking', () => {
  it.each([
    { name: 'between two multiples of the step', line: 36, slot: 36, longest: 60, wish: 40 },
    { name: 'met by no two steps of neighbouring lines', line: 60, slot: 25, longest: 57, wish: 56 },
    { name: 'as long as many lines', line: 36, slot: 720, longest: 7210, wish: 7201 },
    { name: 'longer than the offer allows', line: 36, slot: 5, longest: 60, wish: 61 },
    { name: 'longer than the stretch', line: 36, slot: 5, longest: 1e6, wish: 1e6 },
  ])('looks at each line only a few times for a length that is $name', ({ line, slot, longest, wish }) => {
    const { lines, reads } = countedLines(line);
    const stretch = { from: 0, to: minutes(DAYS * 1440), lines };
    expect(earliestBooking(rulesOf(slot, longest), stretch, minutes(wish))).toBeNull();
    expect(reads()).toBeLessThan(30 * lines.length);
  });

  it('looks no further than the first answer', () => {
    const { lines, reads } = countedLines(36);
    const stretch = { from: 0, to: minutes(DAYS * 1440), lines };
    const booking = earliestBooking(rulesOf(5, 1e6), stretch, minutes(60));
    expect(booking).toEqual({ from: 0, to: minutes(61) });
    expect(reads()).toBeLessThan(100);
  });
});

/** Lines of so many minutes, end to end, that count how often one is looked at. */
function countedLines(length: number): { lines: Range[]; reads: () => number } {
  let reads = 0;
  const lines = Array.from({ length: (DAYS * 1440) / length }, (_, index) => ({
    get from() {
      reads++;
      return minutes(index * length);
    },
    get to() {
      reads++;
      return minutes((index + 1) * length);
    },
  }));
  return { lines, reads: () => reads };
}

function rulesOf(slotMinutes: number, longestMinutes: number): BookingRules {
  return {
    slotMinutes,
    longestMinutes,
    hours: [],
    zone: 'UTC',
    leadTimeMinutes: 0,
    horizonDays: DAYS,
    gapMinutes: 0,
    exceptions: [],
    closures: [],
  };
}

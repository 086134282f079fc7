import type { Span } from '#calendar';
import { expectSome, shifted, shiftOf, spansOf } from './series-spans.js';

const BERLIN = 'Europe/Berlin';

/** Clocks go on at 02:00 on 28 March 2027, and back at 03:00 on 31 October 2027. */
describe('the dates of a series', () => {
  it.each([
    ['stay at 09:00 over the change', '2027-03-21T09:00+01:00', 60, ['21T08:00–09:00', '28T07:00–08:00']],
    [
      'begin at the change where 02:30 is skipped',
      '2027-03-21T02:30+01:00',
      60,
      ['21T01:30–02:30', '28T01:00–01:30'],
    ],
    [
      'end at the change where 02:30 is skipped',
      '2027-03-21T01:30+01:00',
      60,
      ['21T00:30–01:30', '28T00:30–01:00'],
    ],
    [
      'are empty where the change swallows them',
      '2027-03-21T02:00+01:00',
      60,
      ['21T01:00–02:00', '28T01:00–01:00'],
    ],
    ['take the first 02:30 of two', '2027-10-24T02:30+02:00', 120, ['24T00:30–02:30', '31T00:30–03:30']],
    ['last from midnight to midnight', '2027-03-21T00:00+01:00', 1440, ['20T23:00–23:00', '27T23:00–22:00']],
  ])('%s', (_what, first, minutes, told) => {
    const startsAt = new Date(first);
    const span = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
    expect(spansOf('FREQ=WEEKLY;COUNT=2', span, BERLIN).map(tell)).toEqual(told);
  });

  it('are no longer any where nothing is left of them', () => {
    const moment = new Date('2027-03-28T01:00:00Z');
    expect(() => expectSome({ startsAt: moment, endsAt: moment }, BERLIN)).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'RULE_BROKEN' }) }),
    );
  });

  it('are moved on the wall clock, and get the new length', () => {
    const before = spanOf('2027-03-24T09:00+01:00', '2027-03-24T10:00+01:00');
    const shift = shiftOf(before, spanOf('2027-03-25T10:30+01:00', '2027-03-25T12:30+01:00'), BERLIN);
    const next = spanOf('2027-03-31T09:00+02:00', '2027-03-31T10:00+02:00');
    expect(tell(shifted(next, shift, BERLIN))).toBe('01T08:30–10:30');
  });
});

function spanOf(from: string, to: string): Span {
  return { startsAt: new Date(from), endsAt: new Date(to) };
}

/** Day and times by UTC. */
function tell({ startsAt, endsAt }: Span): string {
  return `${startsAt.toISOString().slice(8, 16)}–${endsAt.toISOString().slice(11, 16)}`;
}

import { minutesLeft } from './open-minutes.js';

const at = (time: string) => new Date(`2026-12-01T${time}Z`);
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe('the minutes that are left of an open span', () => {
  const open = span('08:00', '12:00');
  it.each([
    ['without closures', [], 240],
    ['before and after it', [span('06:00', '08:00'), span('12:00', '13:00')], 240],
    ['within it', [span('09:00', '10:30')], 150],
    ['over its ends', [span('07:00', '08:30'), span('11:00', '14:00')], 150],
    ['that overlap', [span('09:00', '11:00'), span('10:00', '10:30'), span('10:45', '11:15')], 105],
    ['over all of it', [span('07:00', '13:00')], 0],
  ])('with closures %s', (_where, closures, minutes) => {
    expect(minutesLeft(open, closures)).toBe(minutes);
  });
});

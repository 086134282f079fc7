import { checkInHours } from './check-in-hours.js';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => new Date(`2026-12-${time}+08:00`);

describe('the hours of checking in', () => {
  it.each([
    ['09T14:00', '09T16:00', '09T13:30', '10T00:00'],
    ['09T22:00', '10T01:00', '09T21:30', '11T00:00'],
    ['09T00:00', '10T00:00', '08T23:30', '10T00:00'],
  ])('of a date from %s to %s go from %s to %s', (startsAt, endsAt, opens, closes) => {
    const hours = checkInHours({ startsAt: at(startsAt), endsAt: at(endsAt) }, ZONE);
    expect(hours).toEqual({ startsAt: at(opens), endsAt: at(closes) });
  });
});

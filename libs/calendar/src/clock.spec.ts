import { FixedClock } from './clock.js';

describe('FixedClock', () => {
  it('stands still until it is set or moved on', () => {
    const clock = new FixedClock(new Date('2026-11-22T02:00:00Z'));
    clock.now().setTime(0);
    expect(clock.now()).toEqual(new Date('2026-11-22T02:00:00Z'));
    clock.moveOn({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect(clock.now()).toEqual(new Date('2026-11-23T04:03:04Z'));
    clock.set(new Date('2026-12-12T02:00:00Z'));
    expect(clock.now()).toEqual(new Date('2026-12-12T02:00:00Z'));
  });
});

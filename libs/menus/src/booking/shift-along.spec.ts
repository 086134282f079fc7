import { shiftAlong } from './shift-along.js';

const span = (from: string, to: string, day = 5) => ({
  startsAt: new Date(`2026-12-0${day}T${from}Z`),
  endsAt: new Date(`2026-12-0${day}T${to}Z`),
});
const DATE = span('14:00', '18:00');

describe('what is booked for a date that moves', () => {
  it.each([
    ['goes to another day', DATE, span('14:00', '18:00', 6), span('14:00', '18:00', 6)],
    ['begins earlier with it', DATE, span('13:00', '18:00'), span('13:00', '18:00')],
    ['ends later with it', span('15:00', '18:30'), span('14:00', '19:00'), span('15:00', '19:30')],
    [
      'keeps its distance to start and end',
      span('15:00', '17:00'),
      span('10:00', '14:00', 7),
      span('11:00', '13:00', 7),
    ],
    ['is given up when nothing of it is left', span('17:00', '18:00'), span('14:00', '16:00', 6), null],
  ])('%s', (_, own, to, expected) => {
    expect(shiftAlong(own, DATE, to)).toEqual(expected);
  });
});

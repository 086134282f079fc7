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
    expect(shiftAlong(own, DATE, to, 30)).toEqual(expected);
  });

  const AROUND = span('14:00', '18:00');
  it.each([
    [
      'to where its date leaves the step again',
      span('14:10', '17:50'),
      span('14:35', '18:20', 6),
      '14:30',
      '18:30',
    ],
    ['to where its date is on the step', span('14:10', '17:50'), span('15:00', '19:00', 6), '15:00', '19:00'],
    ['earlier', span('14:10', '17:50'), span('13:50', '17:20', 4), '13:30', '17:30'],
    ['by days alone', span('14:10', '17:50'), span('14:10', '17:50', 9), '14:00', '18:00'],
    [
      'with the time to prepare that it had',
      span('16:10', '17:50'),
      span('17:00', '17:30', 6),
      '15:00',
      '17:30',
    ],
  ])('stood around it and goes on, %s', (_, date, to, from, until) => {
    expect(shiftAlong(AROUND, date, to, 30)).toEqual(span(from, until, to.startsAt.getUTCDate()));
  });

  it('is refused where its date alone leaves the step, and never put elsewhere', () => {
    expect(shiftAlong(DATE, DATE, span('14:10', '18:10'), 30)).toEqual(span('14:10', '18:10'));
    expect(shiftAlong(span('15:05', '17:05'), DATE, span('14:10', '18:10'), 30)).toEqual(
      span('15:15', '17:15'),
    );
  });

  it('keeps a step that does not divide a day from one day to the next', () => {
    expect(shiftAlong(AROUND, span('14:10', '17:50'), span('14:30', '17:50', 7), 50)).toEqual(
      span('14:00', '18:00', 7),
    );
  });
});

import { parseValue } from 'graphql';
import { DateScalar } from './date.scalar.js';
import { DateTimeScalar } from './date-time.scalar.js';
import { DecimalScalar } from './decimal.scalar.js';
import { QuarterScalar } from './quarter.scalar.js';
import { TimeOfDayScalar } from './time-of-day.scalar.js';

describe('DateTime', () => {
  test.each([
    ['2027-03-01T09:00:00+08:00', '2027-03-01T01:00:00.000Z'],
    ['2028-02-29T23:59:59.9z', '2028-02-29T23:59:59.900Z'],
    ['2027-01-01t00:00:00.123-00:30', '2027-01-01T00:30:00.123Z'],
  ])('%s is %s', (text, instant) => {
    expect(DateTimeScalar.serialize(DateTimeScalar.parseValue(text))).toBe(instant);
  });

  test.each([
    '2027-02-29T00:00:00Z',
    '2027-01-01T00:00:00',
    '2027-01-01',
    '2027-01-01T24:00:00Z',
    '2027-01-01T00:00:60Z',
    '2027-01-01T00:00:00.1234Z',
    '2027-01-01T00:00:00+24:00',
    '1899-12-31T00:00:00Z',
    '2201-01-01T00:00:00Z',
    1_800_000_000,
  ])('%s is refused', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow(/./);
  });
});

describe('Date', () => {
  test.each(['2028-02-29', '1900-01-01', '2200-12-31'])('%s is a day', (day) => {
    expect(DateScalar.parseLiteral(parseValue(`"${day}"`))).toBe(day);
  });

  test.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-1-1', '1900-02-29', '2027-01-01T00:00:00Z', ''])(
    '%s is none',
    (text) => expect(() => DateScalar.parseValue(text)).toThrow(/./),
  );

  test('names what was wrong', () => {
    expect(() => DateScalar.parseValue('2027-02-29')).toThrow(
      'There is no 2027-02-29: that month has 28 days.',
    );
  });
});

describe('Quarter', () => {
  test.each(['2026-Q4', '1900-Q1', '2200-Q4'])('%s is a quarter', (text) => {
    expect(QuarterScalar.serialize(QuarterScalar.parseLiteral(parseValue(`"${text}"`)))).toBe(text);
  });

  test.each(['2026-Q5', '2026-Q0', '2026-q4', '2026Q4', '1899-Q4', '2201-Q1', ' 2026-Q4', '', 20264])(
    '%s is none',
    (value) => expect(() => QuarterScalar.parseValue(value)).toThrow(/quarter is written|year/),
  );
});

describe('TimeOfDay', () => {
  test.each([
    ['00:00', 0],
    ['09:05', 545],
    ['24:00', 1440],
  ])('%s is %d minutes', (text, minutes) => {
    expect(TimeOfDayScalar.parseValue(text)).toBe(minutes);
    expect(TimeOfDayScalar.serialize(minutes)).toBe(text);
  });

  test.each(['24:01', '12:60', '9:00', '0900', 540])('%s is refused', (value) => {
    expect(() => TimeOfDayScalar.parseValue(value)).toThrow(/time of day/);
  });
});

describe('Decimal', () => {
  test('is exact as text, and by its digits as a number', () => {
    expect(DecimalScalar.parseValue('45.0')).toBe('45.0');
    expect(DecimalScalar.parseValue(45.1)).toBe('45.1');
    expect(DecimalScalar.parseLiteral(parseValue('45.10'))).toBe('45.10');
    expect(DecimalScalar.parseValue('-0.0')).toBe('0.0');
  });

  test.each(['1e5', '01', '.5', '5.', '+1', 'NaN', '1234567890.123456', 1e21, Number.MAX_SAFE_INTEGER, true])(
    '%s is refused',
    (value) => expect(() => DecimalScalar.parseValue(value)).toThrow(/decimal/),
  );
});

import { Fraction } from 'fraction.js';
import { readDecimal, toFigure } from './exact.js';

it.each([
  ['0', '0/1', '0.00'],
  ['80', '80/1', '80.00'],
  ['0.005', '1/200', '0.01'],
  ['0.0049', '49/10000', '0.00'],
  ['1.005', '201/200', '1.01'],
  ['-0.005', '-1/200', '0.00'],
  ['-0.0051', '-51/10000', '-0.01'],
  ['-1.015', '-203/200', '-1.01'],
  ['9007199254740993.125', '72057594037927945/8', '9007199254740993.13'],
])('shows %s, which is %s, as %s', (decimal, exact, shown) => {
  expect(toFigure(readDecimal(decimal))).toEqual({ exact, shown });
});

it('shows thirds rounded and keeps them exact', () => {
  expect(toFigure(new Fraction(-2, 3))).toEqual({ exact: '-2/3', shown: '-0.67' });
});

it.each(['', '.5', '5.', '1e2', '1/3', "0.'3'", '0.(3)', '1_000', '1 1/2', '+1', ' 1', 'NaN', '１'])(
  'takes “%s” for no decimal',
  (text) => {
    expect(() => readDecimal(text)).toThrow(RangeError);
  },
);

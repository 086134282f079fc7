import { findScoreFault } from './score-fault.js';

const scale = (scaleMin: string, scaleMax: string, scaleStep: string) => ({ scaleMin, scaleMax, scaleStep });

it.each([
  ['0', null],
  ['10', null],
  ['10.0', null],
  ['9.5', null],
  ['9.50', null],
  ['9.501', 'OFF_STEP'],
  ['0.3', 'OFF_STEP'],
  ['10.5', 'OUTSIDE'],
  ['-0.5', 'OUTSIDE'],
])('of 0 to 10 by halves, %s', (score, fault) => {
  expect(findScoreFault(score, scale('0.00', '10.00', '0.50'))).toBe(fault);
});

it('counts steps from the lowest score, exactly, where binary fractions would err', () => {
  const faults = ['1.1', '1.2', '1.4', '2.0', '1', '1.15'].map((score) =>
    findScoreFault(score, scale('1.10', '2.00', '0.10')),
  );
  expect(faults).toEqual([null, null, null, null, 'OUTSIDE', 'OFF_STEP']);
});

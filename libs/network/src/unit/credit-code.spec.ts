import { array, assert, constantFrom, nat, property } from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { findCreditCodeFault } from './credit-code.js';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const EACH = CHARACTERS.split('');

/** The weights as the standard's table prints them. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The standard's sentence, C18 = 31 − MOD(ΣCi×Wi, 31), by its printed weights. */
function printedCheckOf(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * CHARACTERS.indexOf(code.charAt(at)), 0);
  const check = 31 - (sum % 31);
  return CHARACTERS.charAt(check === 31 ? 0 : check);
}

const firstSeventeen = array(constantFrom(...EACH), { minLength: 17, maxLength: 17 }).map((all) =>
  all.map((one, at) => (at >= 2 && at < 8 ? String(CHARACTERS.indexOf(one) % 10) : one)).join(''),
);

describe('a unified social credit code', () => {
  // The example of the standard, and what large companies print on their own pages.
  it.each([
    '91350100M000100Y43',
    '91330100799655058B',
    '9144030071526726XG',
    '914403001922038216',
    '91110000802100433B',
  ])('%s is sound', (code) => expect(findCreditCodeFault(code)).toBeNull());

  it.each([
    ['91350100M000100Y4', 'has 18 digits'],
    ['91350100M000100Y433', 'has 18 digits'],
    ['91350100m000100Y43', 'has 18 digits'],
    ['91350100I000100Y43', 'has 18 digits'],
    ['9135A100M000100Y43', 'has 18 digits'],
    ['91350100M000100Y43\n', 'has 18 digits'],
    ['９1350100M000100Y43', 'has 18 digits'],
    ['91350100M000100Y44', 'it would be 91350100M000100Y43.'],
    ['91350100M000100Y4Y', 'it would be 91350100M000100Y43.'],
  ])('%j is refused, naming what is expected', (code, words) => {
    expect(findCreditCodeFault(code)?.en).toContain(words);
  });

  it('ends with the check character that the printed table gives, and with no other', () => {
    assert(
      property(firstSeventeen, constantFrom(...EACH), (code, last) => {
        expect(findCreditCodeFault(code + last) === null).toBe(last === printedCheckOf(code));
      }),
      propertyRuns(300),
    );
  });

  it('shows every slip of one character', () => {
    assert(
      property(firstSeventeen, nat(16), constantFrom(...EACH), (code, at, slip) => {
        const sound = code + printedCheckOf(code);
        const slipped = sound.slice(0, at) + slip + sound.slice(at + 1);
        expect(findCreditCodeFault(slipped) === null).toBe(slipped === sound);
      }),
      propertyRuns(300),
    );
  });
});

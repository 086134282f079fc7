import type { Words } from '#graphql';
import { UNIT_WORDS } from './unit.words.js';

/** What a character counts, by its place; I, O, S, V and Z are not used. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const BASE = 31;

/** What is wrong with a unified social credit code (统一社会信用代码, GB 32100-2015); null when it is sound. */
export function findCreditCodeFault(code: string): Words | null {
  if (!FORM.test(code)) return UNIT_WORDS.creditCodeForm;
  const expected = checkCharacterOf(code.slice(0, -1));
  return code.endsWith(expected)
    ? null
    : UNIT_WORDS.creditCodeCheck({ expected: code.slice(0, -1) + expected });
}

/** The 18th character, which makes the sum of all, weighted by the powers of 3, a multiple of 31. */
function checkCharacterOf(code: string): string {
  let [sum, weight] = [0, 1];
  for (const character of code) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % BASE;
  }
  return CHARACTERS.charAt((BASE - (sum % BASE)) % BASE);
}

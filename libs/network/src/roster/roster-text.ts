import { Zone } from '#calendar';
import { DateScalar, findScalarProblem, PHONE, type Words } from '#graphql';
import { z } from 'zod';
import { findCreditCodeFault } from '../unit/credit-code.js';
import { ROSTER_WORDS } from './roster.words.js';

const LONE_SURROGATE = /\p{Surrogate}/u;
const ZONE_NAME = /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/;

/** What a rule of ours tells, for `readRoster` to pick up. */
const told = (words: Words) => ({ error: words.en, params: { words } });

/** Text of 1 to `most` characters, kept in Unicode's composed form (NFC). */
export function text(most: number) {
  return z
    .string()
    .refine((value) => !value.includes('\0'), { ...told(ROSTER_WORDS.nul), abort: true })
    .refine((value) => !LONE_SURROGATE.test(value), { ...told(ROSTER_WORDS.halfCharacter), abort: true })
    .transform((value) => value.normalize('NFC'))
    .refine((value) => value.trim() !== '', { ...told(ROSTER_WORDS.empty), abort: true })
    .superRefine((value, context) => {
      const count = Array.from(value).length;
      if (count > most)
        context.addIssue({ code: 'custom', params: { words: ROSTER_WORDS.tooLong({ count, most }) } });
    });
}

/** Invitations are addressed to codes: the rule is that of the API. */
export const code = patterned(/^[a-z0-9][a-z0-9-]{1,62}$/, ROSTER_WORDS.codeForm);

export const regionCode = patterned(/^[A-Za-z0-9-]{1,32}$/, ROSTER_WORDS.regionCodeForm);

export const phone = patterned(PHONE, ROSTER_WORDS.phoneForm);

export const day = z.string().superRefine((value, context) => {
  const words = findScalarProblem(DateScalar, value);
  if (words) context.addIssue({ code: 'custom', params: { words } });
});

export const creditCode = z.string().superRefine((value, context) => {
  const words = findCreditCodeFault(value);
  if (words) context.addIssue({ code: 'custom', params: { words } });
});

export const timeZone = z
  .string()
  .refine((name) => ZONE_NAME.test(name) && isZone(name), told(ROSTER_WORDS.noTimeZone));

function patterned(pattern: RegExp, words: Words) {
  return z.string().refine((value) => pattern.test(value), told(words));
}

function isZone(name: string): boolean {
  try {
    return Zone.of(name).name === name;
  } catch {
    return false;
  }
}

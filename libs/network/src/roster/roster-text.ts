import { Zone } from '#calendar';
import { DateScalar } from '#graphql';
import { z } from 'zod';

const LONE_SURROGATE = /\p{Surrogate}/u;
const ZONE_NAME = /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/;

/** Text of 1 to `most` characters, kept in Unicode's composed form (NFC). */
export function text(most: number) {
  return z
    .string()
    .refine((value) => !value.includes('\0'), { error: 'holds the NUL character', abort: true })
    .refine((value) => !LONE_SURROGATE.test(value), { error: 'holds half of a surrogate pair', abort: true })
    .transform((value) => value.normalize('NFC'))
    .refine((value) => value.trim() !== '', { error: 'is empty', abort: true })
    .refine((value) => Array.from(value).length <= most, {
      error: (issue) => `has ${Array.from(String(issue.input)).length} characters; at most ${most} fit`,
    });
}

/** Invitations are addressed to codes: the rule is that of the API. */
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'must have 2 to 63 small letters, digits and hyphens');

export const regionCode = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,32}$/, 'must have 1 to 32 letters, digits and hyphens');

export const phone = z
  .string()
  .regex(/^[+0-9][0-9 ()-]{2,29}$/, 'must have 3 to 30 digits, spaces, brackets or hyphens');

export const day = z.string().superRefine((value, context) => {
  try {
    DateScalar.parseValue(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

export const timeZone = z
  .string()
  .refine((name) => ZONE_NAME.test(name) && isZone(name), 'is no IANA time zone, like Asia/Shanghai');

function isZone(name: string): boolean {
  try {
    return Zone.of(name).name === name;
  } catch {
    return false;
  }
}

import { MS_PER_HOUR } from '#calendar';

/** A new person has to be met first; whoever has lost a password is on the telephone. */
const VALID_HOURS = { setUp: 7 * 24, reset: 24 } as const;

export type CodePurpose = keyof typeof VALID_HOURS;

/** What is handed over; the code is shown this once. */
export interface IssuedCode {
  account: string;
  oneTimeCode: string;
  expiresAt: Date;
}

export function expiryOfCode(purpose: CodePurpose, now: Date): Date {
  return new Date(now.getTime() + VALID_HOURS[purpose] * MS_PER_HOUR);
}

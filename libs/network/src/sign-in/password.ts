import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Without letters and digits that look alike on paper, because it may be read out over the telephone. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Verified against when the account is unknown, so that the answer takes the same work. */
const UNKNOWN_ACCOUNT = hash('no account has this password', COST);

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Whether the password fits; costs the same when there is no account to compare with. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await UNKNOWN_ACCOUNT), password.normalize('NFC'));
  return stored !== null && fits;
}

/** A password that a secretary can hand over: 16 of 31 letters and digits, 79 bits. */
export function makePassword(): string {
  return [randomToken(4), randomToken(4), randomToken(4), randomToken(4)].join('-');
}

export function randomToken(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

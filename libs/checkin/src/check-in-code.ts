import { MS_PER_MINUTE } from '#calendar';
import { createHmac } from 'node:crypto';

const DIGITS = 6;

/** The code that holds through the minute of that instant: six digits that follow from the secret and the minute alone. */
export function checkInCode(secret: string, instant: Date): string {
  const minute = Math.floor(instant.getTime() / MS_PER_MINUTE);
  const hash = createHmac('sha256', secret).update(String(minute)).digest();
  return String(hash.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Whether it is the code of this minute, or of the one before: who typed it while it changed is let in. */
export function isCurrentCode(secret: string, code: string, now: Date): boolean {
  const before = new Date(now.getTime() - MS_PER_MINUTE);
  return code === checkInCode(secret, now) || code === checkInCode(secret, before);
}

/** Until when the code of that instant is let in. */
export function validUntil(instant: Date): Date {
  return new Date((Math.floor(instant.getTime() / MS_PER_MINUTE) + 2) * MS_PER_MINUTE);
}

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Secret, Sought } from '../code/code.js';
import { randomToken } from '../sign-in/password.js';

/** By which people and secret scanners know a token of ours. */
export const TOKEN_PREFIX = 'lj_';

const SECRET_LENGTH = 40;
const CHECK_LENGTH = 7;
const FORM = new RegExp(
  `^(?<said>${TOKEN_PREFIX}(?<regionCode>[A-Za-z0-9-]{1,32})_(?<secret>[a-z0-9]{${SECRET_LENGTH}}))(?<check>[a-z0-9]{${CHECK_LENGTH}})$`,
);

/** `lj_310115_` and 47 letters and digits: 198 bits, and a checksum over all before it. */
export function makeTokenText(regionCode: string): Secret {
  const secret = randomToken(SECRET_LENGTH);
  const said = `${TOKEN_PREFIX}${regionCode}_${secret}`;
  return { text: said + checkOf(said), hash: hashOf(secret) };
}

/** Null for what was never a token, or was mistyped: nobody need be asked about it. */
export function readTokenText(text: string): Sought | null {
  const { said = '', regionCode = '', secret = '', check } = FORM.exec(text)?.groups ?? {};
  return check === checkOf(said) ? { regionCode, hash: hashOf(secret) } : null;
}

function checkOf(said: string): string {
  return crc32(said).toString(36).padStart(CHECK_LENGTH, '0');
}

/** Unsalted and fast: nobody tries out 198 bits. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

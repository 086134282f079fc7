import { createHash } from 'node:crypto';
import { randomToken } from '../sign-in/password.js';

/** A secret as it is handed out, and all that is stored of it. */
export interface Secret {
  readonly text: string;
  readonly hash: Buffer;
}

/** Which region to look in, and for what. */
export interface Sought {
  readonly regionCode: string;
  readonly hash: Buffer;
}

/** `310115.k7mf-9qzp-x3rt-h2wd`, to be read out if need be: 79 bits, for one use, and guesses are counted. */
export function makeCode(regionCode: string): Secret {
  return makeGroups(regionCode, 4);
}

/** `310115.k7mf-9qzp-x3rt`, to be typed from a slip of paper: 59 bits, for one use, and guesses are counted. */
export function makeShortCode(regionCode: string): Secret {
  return makeGroups(regionCode, 3);
}

function makeGroups(regionCode: string, count: number): Secret {
  const groups = Array.from({ length: count }, () => randomToken(4));
  return { text: `${regionCode}.${groups.join('-')}`, hash: hashSecret(groups.join('')) };
}

/** For programs: 257 bits, more than anybody can guess. */
export function makeRefreshToken(regionCode: string): Secret {
  const secret = randomToken(52);
  return { text: `${regionCode}.${secret}`, hash: hashSecret(secret) };
}

/** As somebody may have typed it: capitals, full-width forms, blanks and dashes of any length do not matter. Null for what is no code at all. */
export function readCode(text: string): Sought | null {
  const [, regionCode = '', written = ''] = /^\s*([^\s.]{1,32})\.([^.]+)$/.exec(text.normalize('NFKC')) ?? [];
  const secret = written.toLowerCase().replaceAll(/[\s\p{Dash}]/gu, '');
  return secret === '' ? null : { regionCode, hash: hashSecret(secret) };
}

/** Unsalted and fast, as no secret of ours is a word that could be tried out. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

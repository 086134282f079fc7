import { MS_PER_DAY } from '#calendar';
import { CHANGE_DAYS } from '#changes';
import { ApiError } from '#graphql';
import { SigningKeys } from '#network';
import { Clock } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { LIVE_WORDS } from '../live.words.js';

/** A day less than changes are kept, so that none is missing that a cursor may still ask for. */
export const CURSOR_DAYS = CHANGE_DAYS - 1;
const CURSOR_MS = CURSOR_DAYS * MS_PER_DAY;

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

const CursorPayload = z.object({
  position: z.int().nonnegative(),
  /** When it was told, in epoch milliseconds. */
  at: z.int(),
  /** What was told, where that is not stored. */
  mark: z.string().optional(),
});

/** How far somebody has been told. */
export type CursorPayload = z.infer<typeof CursorPayload>;

/** Writes positions so that nobody can read how much goes on in the region, nor make one up. */
@Injectable()
export class LiveCursors {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async seal(regionId: string, payload: Omit<CursorPayload, 'at'>): Promise<string> {
    const [key] = await this.keys.derive('cursor');
    if (!key) throw new Error('There is no key to seal cursors with.');
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(regionId));
    const text = JSON.stringify({ ...payload, at: this.clock.now().getTime() });
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws ApiError BAD_USER_INPUT for what was not sealed here for that region, and for what is too old */
  async open(regionId: string, cursor: string): Promise<CursorPayload> {
    const keys = await this.keys.derive('cursor');
    const [payload] = keys.flatMap((key) => openWith(key, regionId, cursor) ?? []);
    if (!payload) throw foreignCursor();
    const age = this.clock.now().getTime() - payload.at;
    if (age > CURSOR_MS) throw oldCursor();
    return payload;
  }
}

/** Alike for one that was made up, of another region, or of a time to come. */
export function foreignCursor(): ApiError {
  return refused(LIVE_WORDS.foreignCursor);
}

/** What changed since is forgotten. */
export function oldCursor(): ApiError {
  return refused(LIVE_WORDS.oldCursor);
}

function refused(message: (typeof LIVE_WORDS)['oldCursor']): ApiError {
  return ApiError.badInput([{ path: 'after', message }]);
}

function openWith(key: Buffer, regionId: string, cursor: string): CursorPayload | null {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= NONCE + TAG || bytes.toString('base64url') !== cursor) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(regionId)).setAuthTag(bytes.subarray(-TAG));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    return CursorPayload.parse(JSON.parse(text.toString()));
  } catch {
    return null;
  }
}

import { IdSource } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AttemptLimit } from '../sign-in/attempt-limit.js';
import { SignedNotes } from './signed-notes.js';

const PURPOSE = 'lianjian-external-proof+jwt';
const MINUTES = 5;

const Payload = z.object({
  jti: z.string(),
  region: z.string(),
  issuer: z.string(),
  identity: z.string(),
  challenge: z.string(),
});

/** Who has proved to be whom, at which provider, for an account of which region. */
export interface Identity {
  readonly regionCode: string;
  readonly issuer: string;
  readonly hash: Buffer;
}

/** A code that stands for a proven identity: for whoever began to prove it, once, for five minutes. */
@Injectable()
export class ExternalProofs {
  constructor(
    private readonly notes: SignedNotes,
    private readonly ids: IdSource,
    private readonly limit: AttemptLimit,
  ) {}

  give(proven: { regionCode: string; issuer: string; subject: string; challenge: string }): Promise<string> {
    const { regionCode: region, issuer, subject, challenge } = proven;
    const said = createHash('sha256').update(`${issuer}\0${subject}`).digest();
    // Twice, so that no text that somebody sends as a code has the same hash.
    const identity = createHash('sha256').update(said).digest('base64url');
    return this.notes.sign(PURPOSE, { jti: this.ids.next(), region, issuer, identity, challenge }, MINUTES);
  }

  /** Null for a code that is not valid, or was begun by somebody else; one that is, is used up. */
  async take({ code, verifier }: { code: string; verifier: string }): Promise<Identity | null> {
    const payload = await this.notes.read(PURPOSE, code);
    if (!payload) return null;
    const { jti, region, issuer, identity, challenge } = Payload.parse(payload);
    if (createHash('sha256').update(verifier).digest('base64url') !== challenge) return null;
    if (!(await this.limit.admit('externalProof', jti))) return null;
    return { regionCode: region, issuer, hash: Buffer.from(identity, 'base64url') };
  }
}

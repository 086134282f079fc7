import { Clock } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';

const WINDOW_MINUTES = 15;

/**
 * How many failed attempts there may be in a quarter of an hour: of one account to sign in, from one network address with
 * its codes, of one post to check in at one place, and to confirm a mail address; of one address with review codes that there are not, and of all addresses
 * together.
 */
export const ATTEMPT_LIMITS = {
  account: 10,
  address: 100,
  checkIn: 10,
  mailCode: 10,
  reviewCode: 30,
  everyReviewCode: 3_000,
  /** Each step of a sign-in from outside is taken once. */
  externalState: 1,
  externalProof: 1,
} as const;

/** Counts attempts before they are made, in the database, so that all API processes count together. */
@Injectable()
export class AttemptLimit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt; false when there have been too many. Each subject is locked only for its own count. */
  async admit(kind: keyof typeof ATTEMPT_LIMITS, name: string): Promise<boolean> {
    const now = this.clock.now();
    const windowEnds = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const [row]: { attempts: number }[] = await this.dataSource.query(
      `INSERT INTO sign_in_attempt AS a (subject, window_starts_at, attempts) VALUES ($1, $2, 1)
       ON CONFLICT (subject) DO UPDATE SET
         attempts = CASE WHEN a.window_starts_at <= $3 THEN 1 ELSE a.attempts + 1 END,
         window_starts_at = CASE WHEN a.window_starts_at <= $3 THEN $2 ELSE a.window_starts_at END
       RETURNING attempts`,
      [subject(kind, name), now, windowEnds],
    );
    return (row?.attempts ?? 0) <= ATTEMPT_LIMITS[kind];
  }

  /** Forgets failures once the password, or the code, has been given. */
  async forgive(kind: 'account' | 'checkIn' | 'mailCode', name: string): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_attempt WHERE subject = $1', [subject(kind, name)]);
  }

  /** Drops counts whose window has passed. */
  async sweep(): Promise<void> {
    const windowEnds = new Date(this.clock.now().getTime() - WINDOW_MINUTES * 60_000);
    await this.dataSource.query('DELETE FROM sign_in_attempt WHERE window_starts_at <= $1', [windowEnds]);
  }
}

/** Hashed, so that the table tells neither who tried nor from where. */
function subject(kind: string, name: string): Buffer {
  return createHash('sha256').update(`${kind}\0${name}`).digest();
}

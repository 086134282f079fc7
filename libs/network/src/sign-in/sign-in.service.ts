import { ApiError, found, Refused } from '#graphql';
import { Clock, Tenancy, type Claims, type Role, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Post } from '../post/post.entity.js';
import { AccessTokens } from './access-tokens.js';
import { AttemptLimit } from './attempt-limit.js';
import { passwordFits } from './password.js';
import { Session } from './session.entity.js';
import { TooManyAttempts, WrongCredentials } from './sign-in.refusals.js';

/** A session ends by itself after a working day; until then posts can be switched without the password. */
const SESSION_HOURS = 12;

interface AccountRow {
  region_id: string;
  person_id: string;
  password_hash: string;
  posts: { id: string; role: Role }[];
}

export interface Credentials {
  regionCode: string;
  account: string;
  password: string;
  /** Through which post; the longest held one when none is named. */
  postId: string | null;
}

/** Proof of sign-in through one post. */
export interface Access {
  token: string;
  expiresAt: Date;
  claims: Claims & { sessionId: string };
}

/** Password to token, post to post, and out again. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenancy: Tenancy,
    private readonly tokens: AccessTokens,
    private readonly limit: AttemptLimit,
    private readonly clock: Clock,
  ) {}

  /** An unknown account, a wrong password and a person without a post get one answer, after the same work. */
  async signIn(credentials: Credentials, address: string): Promise<Access> {
    const subject = `${credentials.regionCode}\0${credentials.account}`;
    const admitted = [await this.limit.admit('address', address), await this.limit.admit('account', subject)];
    if (admitted.includes(false)) throw new Refused(new TooManyAttempts());
    const account = await this.findAccount(credentials);
    const fits = await passwordFits(account?.password_hash ?? null, credentials.password);
    const post = account?.posts.find(({ id }) => !credentials.postId || id === credentials.postId);
    if (!account || !fits || !post) throw new Refused(new WrongCredentials());
    await this.limit.forgive(subject);
    return this.access(await this.startSession(account, post));
  }

  /** The same session through another post of the same person. */
  async switchPost(tx: TenantTransaction, postId: string): Promise<Access> {
    const post = found(await tx.find(Post, postId));
    if (post.personId !== tx.actor.personId) throw ApiError.notFound();
    if (!isHeld(post, tx.now)) throw ApiError.notFound();
    const { regionId, personId, sessionId } = tx.actor;
    if (!sessionId) throw ApiError.unauthenticated();
    return this.access({ regionId, personId, sessionId, postId, role: post.role });
  }

  /** Every token of the session is refused from now on. */
  async signOut(tx: TenantTransaction): Promise<void> {
    await tx.manager.update(
      Session,
      { regionId: tx.regionId, id: tx.actor.sessionId ?? undefined },
      { endedAt: tx.now },
    );
  }

  private async findAccount(credentials: Credentials): Promise<AccountRow | null> {
    const rows: AccountRow[] = await this.dataSource.query('SELECT * FROM app.find_account($1, $2, $3)', [
      credentials.regionCode,
      credentials.account,
      this.clock.now(),
    ]);
    return rows[0] ?? null;
  }

  private async startSession(
    account: AccountRow,
    post: AccountRow['posts'][number],
  ): Promise<Access['claims']> {
    const claims: Claims = {
      regionId: account.region_id,
      personId: account.person_id,
      postId: post.id,
      role: post.role,
      sessionId: null,
    };
    return this.tenancy.write(claims, async (tx) => {
      const session = await tx.insert(Session, {
        id: tx.newId(),
        personId: account.person_id,
        startedAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + SESSION_HOURS * 3_600_000),
        endedAt: null,
      });
      return { ...claims, sessionId: session.id };
    });
  }

  private async access(claims: Access['claims']): Promise<Access> {
    return { ...(await this.tokens.issue(claims)), claims };
  }
}

function isHeld(post: Post, now: Date): boolean {
  return !post.revokedAt && post.since <= now && (!post.until || post.until > now);
}

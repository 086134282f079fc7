import { ApiError, found, Refused } from '#graphql';
import { Tenancy, type Claims, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { InvalidCode } from '../code/code.refusals.js';
import { Post } from '../post/post.entity.js';
import { isHeld } from '../post/post.policy.js';
import { Refreshing } from '../session/refreshing.js';
import { SessionService, type Continuation } from '../session/session.service.js';
import { SignInTokens } from './sign-in-tokens.js';
import { AccountProof, type ProvenAccount } from './account-proof.js';
import { NoPostNow, WrongCredentials } from './sign-in.refusals.js';
import { SIGN_IN_WORDS } from './sign-in.words.js';

export interface Credentials {
  regionCode: string;
  account: string;
  password: string;
  /** Through which post; the longest held one when none is named. */
  postId: string | null;
  /** What the person calls the place of this sign-in. */
  device: string | null;
}

/** Proof of sign-in through one post. */
export interface Access {
  token: string;
  expiresAt: Date;
  refreshToken: string;
  sessionExpiresAt: Date;
  claims: SignedInClaims;
}

type SignedInClaims = Claims & { sessionId: string };

/** Password to token, token to token, post to post, and out again. */
@Injectable()
export class SignInService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly tokens: SignInTokens,
    private readonly proof: AccountProof,
    private readonly sessions: SessionService,
    private readonly refreshing: Refreshing,
  ) {}

  /** An unknown account and a wrong password get one answer, after the same work. */
  async signIn(credentials: Credentials, address: string): Promise<Access> {
    const account = await this.proof.prove(credentials, address);
    // A post that is not the person's counts as a failure.
    if (account.posts.length === 0 || findPost(account, credentials.postId))
      await this.proof.forgive(credentials);
    return this.enter(account, credentials);
  }

  /** Whoever has proved to be the person, by whatever means. */
  async enter(
    account: ProvenAccount,
    { postId, device }: Pick<Credentials, 'postId' | 'device'>,
  ): Promise<Access> {
    if (account.posts.length === 0)
      throw new Refused(new NoPostNow(await this.proof.findUpcomingPost(account)));
    const post = findPost(account, postId);
    if (!post) throw new Refused(new WrongCredentials());
    return this.startSession(account, post, device);
  }

  /** The same session through another post of the same person. */
  async switchPost(tx: TenantTransaction, postId: string): Promise<Access> {
    const post = found(await tx.find(Post, postId));
    if (post.personId !== tx.actor.personId) throw ApiError.notFound();
    if (!isHeld(post, tx.now)) throw ApiError.notFound();
    const { regionId, personId, sessionId } = tx.actor;
    if (!sessionId) throw ApiError.unauthenticated();
    const claims = { regionId, personId, sessionId, postId, role: post.role };
    return this.access(claims, await this.sessions.switchPost(tx, postId));
  }

  /** The next pair of tokens of the same session, through the same post. */
  async refresh(token: string): Promise<Access> {
    const refreshed = await this.refreshing.refresh(token);
    if (!refreshed) throw new Refused(new InvalidCode(SIGN_IN_WORDS.invalidToken));
    const { refreshToken, sessionExpiresAt, ...claims } = refreshed;
    return { ...(await this.tokens.issue(claims)), refreshToken, sessionExpiresAt, claims };
  }

  /** Every token of the session is refused from now on. */
  async signOut(tx: TenantTransaction): Promise<void> {
    await this.sessions.end(tx, found(tx.actor.sessionId));
  }

  private async startSession(
    { regionId, personId }: ProvenAccount,
    post: ProvenAccount['posts'][number],
    device: string | null,
  ): Promise<Access> {
    const claims: Claims = { regionId, personId, postId: post.id, role: post.role, sessionId: null };
    const started = await this.tenancy.write(claims, (tx) => this.sessions.start(tx, device));
    return this.access({ ...claims, sessionId: started.session.id }, started);
  }

  private async access(claims: SignedInClaims, { session, refreshToken }: Continuation): Promise<Access> {
    const issued = await this.tokens.issue(claims);
    return { ...issued, refreshToken, sessionExpiresAt: session.expiresAt, claims };
  }
}

/** The one that is named, or the longest held. */
function findPost(
  { posts }: ProvenAccount,
  postId: string | null,
): ProvenAccount['posts'][number] | undefined {
  return posts.find(({ id }) => !postId || id === postId);
}

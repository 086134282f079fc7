import { ApiError, found, Refused } from '#graphql';
import { Clock, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { InvalidCode } from '../code/code.refusals.js';
import { givesPost, judgeStanding } from '../post/appointable.js';
import { Post } from '../post/post.entity.js';
import { POST_WORDS } from '../post/post.words.js';
import { getRegionCode } from '../region/region-code.js';
import { Session } from '../session/session.entity.js';
import { SessionService } from '../session/session.service.js';
import { AccountProof, type AccountName } from '../sign-in/account-proof.js';
import { Account } from '../sign-in/account.entity.js';
import { hashPassword } from '../sign-in/password.js';
import { SIGN_IN_WORDS } from '../sign-in/sign-in.words.js';
import type { IssuedCode } from './code-validity.js';
import { expectSound } from './expect-sound.js';
import { listOpenedPosts } from './opened-posts.js';
import { PasswordCodes } from './password-codes.js';
import { PASSWORD_WORDS } from './password.words.js';

/** Passwords are set with a code from whoever appoints, and changed by whoever knows them. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly codes: PasswordCodes,
    private readonly proof: AccountProof,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /**
   * For the holder of a post whose account is that unit's: a post given elsewhere never opens an account. The code opens
   * whatever the person holds, so that every post of theirs has to be the actor's to give.
   */
  async issueCode(tx: TenantTransaction, postId: string): Promise<IssuedCode> {
    const { personId, unitId } = found(await tx.find(Post, postId));
    if (personId === tx.actor.personId) throw ApiError.forbidden(PASSWORD_WORDS.ownAccount);
    const standing = await judgeStanding(tx, unitId);
    if (standing === 'SHARED') throw ApiError.forbidden(POST_WORDS.unitGivesItsOwn);
    if (!Array.isArray(standing)) throw ApiError.forbidden(PASSWORD_WORDS.postsOfOthers);
    const own = { regionId: tx.regionId, unitId, personId };
    const account = await tx.asUnit(unitId, () => tx.manager.findOneBy(Account, own));
    if (!account) throw ApiError.forbidden(PASSWORD_WORDS.accountElsewhere);
    const opened = await tx.asUnit(unitId, () => listOpenedPosts(tx, account));
    const unitIds = [...new Set(opened.map((post) => post.unitId))];
    if (!unitIds.includes(unitId)) throw ApiError.forbidden(PASSWORD_WORDS.postsOfOthers);
    for (const post of opened)
      if (!(await givesPost(tx, post))) throw ApiError.forbidden(PASSWORD_WORDS.postsOfOthers);
    return tx.asUnit(unitId, () => this.codes.issue(tx, account, 'reset', unitIds));
  }

  /** The same work and answer whatever is wrong with the code. */
  async set(input: { code: string; password: string }, address: string): Promise<AccountName> {
    await this.proof.admit(address);
    const { code, password } = input;
    const door = { password, passwordHash: await hashPassword(password), identity: null };
    const account = await this.codes.redeem(code, door, this.clock.now());
    if (!account) throw new Refused(new InvalidCode());
    await this.proof.forgive(account);
    return account;
  }

  /** Whoever asks has to know the password, as a token may lie about. All other sessions end; the one that goes on. */
  async change(
    tx: TenantTransaction,
    input: { current: string; password: string },
    address: string,
  ): Promise<Session> {
    const own = { regionId: tx.regionId, personId: found(tx.actor.personId) };
    const stored = found(await tx.manager.findOneBy(Account, own));
    const account = { regionCode: await getRegionCode(tx), account: stored.name };
    expectSound(input.password, stored.name);
    await this.proof.prove({ ...account, password: input.current }, address, SIGN_IN_WORDS.wrongCurrent);
    await this.proof.forgive(account);
    await tx.change(Account, stored, { passwordHash: await hashPassword(input.password) });
    await this.sessions.endOthers(tx);
    return found(await tx.find(Session, found(tx.actor.sessionId)));
  }
}

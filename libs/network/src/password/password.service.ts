import { ApiError, found, Refused } from '#graphql';
import { Clock, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { InvalidCode } from '../code/code.refusals.js';
import { getAppointable } from '../post/appointable.js';
import { Post } from '../post/post.entity.js';
import { isOver } from '../post/post.policy.js';
import { getRegionCode } from '../region/region-code.js';
import { Session } from '../session/session.entity.js';
import { SessionService } from '../session/session.service.js';
import { AccountProof, type AccountName } from '../sign-in/account-proof.js';
import { Account } from '../sign-in/account.entity.js';
import { AttemptLimit } from '../sign-in/attempt-limit.js';
import { hashPassword } from '../sign-in/password.js';
import { TooManyAttempts } from '../sign-in/sign-in.refusals.js';
import type { IssuedCode } from './code-validity.js';
import { PasswordCodes } from './password-codes.js';
import { PASSWORD_WORDS } from './password.words.js';

/** Passwords are set with a code from whoever appoints, and changed by whoever knows them. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly codes: PasswordCodes,
    private readonly proof: AccountProof,
    private readonly limit: AttemptLimit,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /** For the holder of a post whose account is that unit's: a post given elsewhere never opens an account. */
  async issueCode(tx: TenantTransaction, postId: string): Promise<IssuedCode> {
    const post = found(await tx.find(Post, postId));
    const { unit, roles } = await getAppointable(tx, post.unitId);
    if (post.personId === tx.actor.personId) throw ApiError.forbidden(PASSWORD_WORDS.ownAccount);
    const { regionId } = tx;
    return tx.asUnit(unit.id, async () => {
      const held = await tx.manager.findBy(Post, { regionId, unitId: unit.id, personId: post.personId });
      const standing = held.filter((one) => !isOver(one, tx.now));
      if (standing.length === 0 || !standing.every(({ role }) => roles.includes(role)))
        throw ApiError.forbidden(PASSWORD_WORDS.postsOfOthers);
      const account = await tx.manager.findOneBy(Account, {
        regionId,
        unitId: unit.id,
        personId: post.personId,
      });
      if (!account) throw ApiError.forbidden(PASSWORD_WORDS.accountElsewhere);
      return this.codes.issue(tx, account, 'reset');
    });
  }

  /** The same work and answer whatever is wrong with the code. */
  async set(input: { code: string; password: string }, address: string): Promise<AccountName> {
    if (!(await this.limit.admit('address', address))) throw new Refused(new TooManyAttempts());
    const hash = await hashPassword(input.password);
    const account = await this.codes.redeem(input.code, hash, this.clock.now());
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
    const { name } = found(await tx.manager.findOneBy(Account, own));
    const account = { regionCode: await getRegionCode(tx), account: name };
    await this.proof.prove({ ...account, password: input.current }, address);
    await this.proof.forgive(account);
    await tx.manager.update(Account, own, { passwordHash: await hashPassword(input.password) });
    await this.sessions.endOthers(tx);
    return found(await tx.find(Session, found(tx.actor.sessionId)));
  }
}

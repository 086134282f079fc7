import { IdSource, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Bearers, type Bearer } from '../code/bearers.js';
import { makeCode } from '../code/code.js';
import { ExternalAccount } from '../external-account/external-account.entity.js';
import type { Identity } from '../external-account/external-proofs.js';
import { Post } from '../post/post.entity.js';
import { isOver } from '../post/post.policy.js';
import { getRegionCode } from '../region/region-code.js';
import { Session } from '../session/session.entity.js';
import { Account } from '../sign-in/account.entity.js';
import { expiryOfCode, type CodePurpose, type IssuedCode } from './code-validity.js';
import { expectSound } from './expect-sound.js';
import { noteCodeUsed } from './note-code-used.js';
import { PasswordCode } from './password-code.entity.js';

/** What opens an account once its code was used: a password, or an identity outside. */
export type Door =
  | { readonly password: string; readonly passwordHash: string; readonly identity: null }
  | { readonly password: null; readonly passwordHash: null; readonly identity: Identity };

/** Gives codes that open an account anew, and takes each of them once. */
@Injectable()
export class PasswordCodes {
  constructor(
    private readonly bearers: Bearers,
    private readonly ids: IdSource,
  ) {}

  /** With the rights of the account's unit; the code before it is void. It opens posts in these units, and no others. */
  async issue(
    tx: TenantTransaction,
    account: Account,
    purpose: CodePurpose,
    opensUnitIds: string[],
  ): Promise<IssuedCode> {
    const { text, hash } = makeCode(await getRegionCode(tx));
    const expiresAt = expiryOfCode(purpose, tx.now);
    await tx.manager.delete(PasswordCode, { regionId: tx.regionId, accountId: account.id });
    await tx.insert(PasswordCode, {
      id: tx.newId(),
      accountId: account.id,
      personId: account.personId,
      unitId: account.unitId,
      issuerUnitId: tx.actor.unitId,
      opensUnitIds,
      account: account.name,
      secretHash: hash,
      issuedAt: tx.now,
      expiresAt,
    });
    return { account: account.name, oneTimeCode: text, expiresAt };
  }

  /** For which unit's account a code is, that was given and not used; nothing is done with it. */
  find(
    code: string,
  ): Promise<{ regionId: string; regionCode: string; unitId: string; personId: string } | null> {
    return this.bearers.admit(code, async ({ manager, regionId, regionCode, hash }) => {
      const given = await manager.findOneBy(PasswordCode, { regionId, secretHash: hash });
      return given && { regionId, regionCode, unitId: given.unitId, personId: given.personId };
    });
  }

  /** The account that has another door now, all its sessions ended; null for a code that is not valid. */
  redeem(code: string, door: Door, now: Date): Promise<{ regionCode: string; account: string } | null> {
    return this.bearers.admit(code, async (bearer) => {
      const taken = await this.take(bearer, now);
      if (!taken) return null;
      const { manager, regionId, regionCode } = bearer;
      const own = { regionId, personId: taken.personId };
      // Failing here leaves the code good.
      const account = await manager.findOneByOrFail(Account, own);
      if (door.password !== null) expectSound(door.password, account.name);
      await manager.update(Account, own, { passwordHash: door.passwordHash });
      await manager.update(Session, { ...own, endedAt: IsNull() }, { endedAt: now });
      // Whoever takes an account back is to find nobody else's door in it.
      await manager.delete(ExternalAccount, own);
      if (door.identity) await manager.insert(ExternalAccount, this.linkOf(account, door.identity, now));
      await noteCodeUsed(bearer, taken, account, {
        id: this.ids.next(),
        at: now,
        issuer: door.identity?.issuer,
      });
      return { regionCode, account: account.name };
    });
  }

  private linkOf(
    { regionId, id: accountId, personId, unitId }: Account,
    { issuer, hash: identityHash }: Identity,
    linkedAt: Date,
  ): ExternalAccount {
    return { regionId, id: this.ids.next(), accountId, personId, unitId, issuer, identityHash, linkedAt };
  }

  /** Deleting is what makes it single: of two who try at once, the second finds nothing to delete. */
  private async take(bearer: Bearer, now: Date): Promise<PasswordCode | null> {
    const { manager, regionId, hash } = bearer;
    const code = await manager.findOneBy(PasswordCode, { regionId, secretHash: hash });
    if (!code) return null;
    const posts = await manager.findBy(Post, { regionId, personId: code.personId });
    const standing = posts.filter((post) => !isOver(post, now));
    if (standing.length === 0 || !standing.every(({ unitId }) => opens(code, unitId))) return null;
    const { affected } = await manager.delete(PasswordCode, {
      regionId,
      id: code.id,
      secretHash: hash,
      expiresAt: MoreThan(now),
    });
    return affected === 1 ? code : null;
  }
}

/** Posts that came after the code may be of units that its giver has no say in. */
function opens({ opensUnitIds }: PasswordCode, unitId: string): boolean {
  return opensUnitIds === null || opensUnitIds.includes(unitId);
}

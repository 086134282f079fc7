import { ApiError, found, Refused, type Words } from '#graphql';
import { Clock, Tenancy, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Bearers } from '../code/bearers.js';
import { InvalidCode } from '../code/code.refusals.js';
import { Network } from '../network/network.entity.js';
import { PasswordCodes } from '../password/password-codes.js';
import { Post } from '../post/post.entity.js';
import { isHeld } from '../post/post.policy.js';
import { getRegionCode } from '../region/region-code.js';
import { AccountProof, type ProvenAccount } from '../sign-in/account-proof.js';
import { Account } from '../sign-in/account.entity.js';
import { WrongCredentials } from '../sign-in/sign-in.refusals.js';
import { SIGN_IN_WORDS } from '../sign-in/sign-in.words.js';
import { ExternalAccount } from './external-account.entity.js';
import { AlreadyLinked } from './external-account.refusals.js';
import { EXTERNAL_ACCOUNT_WORDS } from './external-account.words.js';
import { ExternalProofs, type Identity } from './external-proofs.js';

export interface Proof {
  readonly code: string;
  readonly verifier: string;
}

/** Links accounts with identities outside, and says whose account an identity opens. */
@Injectable()
export class ExternalAccounts {
  constructor(
    private readonly proofs: ExternalProofs,
    private readonly bearers: Bearers,
    private readonly account: AccountProof,
    private readonly codes: PasswordCodes,
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused for a code that is not valid, and for an identity that opens no account of the region */
  async open(proof: Proof): Promise<ProvenAccount> {
    return this.enter(await this.take(proof));
  }

  /**
   * The account of a one-time code, which that identity opens alone from now on, where a network allows it.
   * @throws ApiError FORBIDDEN where none does
   * @throws Refused for a code of either kind that is not valid, and an identity that opens another account
   */
  async openWithCode(
    { oneTimeCode, ...proof }: Proof & { oneTimeCode: string },
    address: string,
  ): Promise<ProvenAccount> {
    await this.account.admit(address);
    const given = await this.codes.find(oneTimeCode);
    if (!given) throw new Refused(new InvalidCode());
    if (!(await this.mayOpen(given))) throw ApiError.forbidden(EXTERNAL_ACCOUNT_WORDS.notAllowed);
    const identity = await this.take(proof);
    if (identity.regionCode !== given.regionCode) throw new Refused(new InvalidCode());
    const linked = await this.findLinked(identity);
    if (linked && linked.personId !== given.personId) refuse(EXTERNAL_ACCOUNT_WORDS.taken);
    const door = { password: null, passwordHash: null, identity };
    const opened = await this.codes.redeem(oneTimeCode, door, this.clock.now());
    if (!opened) throw new Refused(new InvalidCode());
    await this.account.forgive(opened);
    return this.enter(identity);
  }

  /** @throws Refused for a wrong code or password, and where either side is linked otherwise */
  async link(
    tx: TenantTransaction,
    { password, ...proof }: Proof & { password: string },
    address: string,
  ): Promise<ExternalAccount> {
    const { regionId } = tx;
    const personId = found(tx.actor.personId);
    const account = found(await tx.manager.findOneBy(Account, { regionId, personId }));
    const named = { regionCode: await getRegionCode(tx), account: account.name };
    await this.account.prove({ ...named, password }, address, SIGN_IN_WORDS.wrongCurrent);
    await this.account.forgive(named);
    const identity = await this.take(proof);
    if (identity.regionCode !== named.regionCode) throw new Refused(new InvalidCode());
    const linked = await this.findLinked(identity);
    if (linked && linked.personId !== personId) refuse(EXTERNAL_ACCOUNT_WORDS.taken);
    if (linked) return linked;
    const { issuer, hash: identityHash } = identity;
    const other = await tx.manager.findOneBy(ExternalAccount, { regionId, personId, issuer });
    if (other) refuse(EXTERNAL_ACCOUNT_WORDS.other);
    const { id: accountId, unitId } = account;
    const link = { accountId, personId, unitId, issuer, identityHash, linkedAt: tx.now };
    return tx.insert(ExternalAccount, { id: tx.newId(), ...link });
  }

  /** @throws ApiError NOT_FOUND when it is not linked */
  async unlink(tx: TenantTransaction, issuer: string): Promise<ExternalAccount> {
    const own = { regionId: tx.regionId, personId: found(tx.actor.personId) };
    // A password that is set with a code takes the link away too.
    await tx.manager.findOneOrFail(Account, { where: own, lock: { mode: 'for_no_key_update' } });
    const link = found(await tx.manager.findOneBy(ExternalAccount, { ...own, issuer }));
    await tx.remove(ExternalAccount, link);
    return link;
  }

  private async enter(identity: Identity): Promise<ProvenAccount> {
    const now = this.clock.now();
    const account = await this.bearers.admitSought(identity, async (bearer) => {
      const { manager, regionId, hash } = bearer;
      const linked = await manager.findOneBy(ExternalAccount, { regionId, identityHash: hash });
      if (!linked) return null;
      const { personId } = linked;
      const posts = await manager.find(Post, {
        where: { regionId, personId },
        order: { since: 'ASC', id: 'ASC' },
      });
      return { regionId, personId, posts: posts.filter((post) => isHeld(post, now)) };
    });
    if (!account) throw new Refused(new WrongCredentials(EXTERNAL_ACCOUNT_WORDS.notLinked));
    return account;
  }

  private mayOpen(unit: ActingUnit): Promise<boolean> {
    return this.tenancy.writeAsUnit(unit, async (tx) => {
      const { memberNetworkIds, convenedNetworkIds } = tx.actor;
      return tx.manager.existsBy(Network, {
        regionId: tx.regionId,
        id: In([...memberNetworkIds, ...convenedNetworkIds]),
        opensAccountsExternally: true,
      });
    });
  }

  private async take(proof: Proof): Promise<Identity> {
    const identity = await this.proofs.take(proof);
    if (!identity) throw new Refused(new InvalidCode());
    return identity;
  }

  private findLinked(identity: Identity): Promise<ExternalAccount | null> {
    return this.bearers.admitSought(identity, ({ manager, regionId, hash }) =>
      manager.findOneBy(ExternalAccount, { regionId, identityHash: hash }),
    );
  }
}

function refuse(words: Words): never {
  throw new Refused(new AlreadyLinked(words));
}

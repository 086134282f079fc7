import { ApiError, expectVersion, found, Refused, WrongState, type Words } from '#graphql';
import { NeedCategory } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { CategoryExists } from './need-category.refusals.js';
import { NEED_CATEGORY_WORDS } from './need-category.words.js';

/** They are read whole wherever a need is posted. */
const MOST = 50;

interface Names {
  readonly name: string;
  readonly nameEn: string | null;
}

/** What a network calls its categories; needs keep theirs, whatever becomes of it. */
@Injectable()
export class NeedCategoryService {
  /** One of the network's own, at the end of its list. */
  async add(tx: TenantTransaction, networkId: string, names: Names): Promise<NeedCategory> {
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    const all = await this.holdAll(tx, networkId);
    expectUnused(all, names.name);
    if (all.length >= MOST) {
      throw ApiError.badInput([{ path: 'networkId', message: NEED_CATEGORY_WORDS.tooMany({ most: MOST }) }]);
    }
    const place = Math.max(...all.map((one) => one.place)) + 1;
    const fresh = { code: null, retiredAt: null, version: 1 };
    return tx.insert(NeedCategory, { ...names, ...fresh, id: tx.newId(), networkId, place });
  }

  /** One that is retired may have the name of one in use, until it is restored. */
  async rename(tx: TenantTransaction, id: string, version: number, names: Names): Promise<NeedCategory> {
    const { category, others } = await this.take(tx, id, version);
    if (category.retiredAt === null) expectUnused(others, names.name);
    return tx.update(NeedCategory, category, names);
  }

  /** No new needs are posted in it. */
  async retire(tx: TenantTransaction, id: string, version: number): Promise<NeedCategory> {
    const { category, others } = await this.take(tx, id, version);
    if (category.retiredAt !== null) refuse('RETIRED', NEED_CATEGORY_WORDS.retired);
    if (others.every(({ retiredAt }) => retiredAt !== null)) refuse('IN_USE', NEED_CATEGORY_WORDS.lastOne);
    return tx.update(NeedCategory, category, { retiredAt: tx.now });
  }

  async restore(tx: TenantTransaction, id: string, version: number): Promise<NeedCategory> {
    const { category, others } = await this.take(tx, id, version);
    if (category.retiredAt === null) refuse('IN_USE', NEED_CATEGORY_WORDS.inUse);
    expectUnused(others, category.name);
    return tx.update(NeedCategory, category, { retiredAt: null });
  }

  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ category: NeedCategory; others: NeedCategory[] }> {
    const { networkId } = found(await tx.find(NeedCategory, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    const all = await this.holdAll(tx, networkId);
    const category = found(all.find((one) => one.id === id));
    expectVersion(category, version);
    return { category, others: all.filter((one) => one !== category) };
  }

  /** All of a network, against any other change to them: read again, to know what was added while one waited. */
  private async holdAll(tx: TenantTransaction, networkId: string): Promise<NeedCategory[]> {
    const where = { regionId: tx.regionId, networkId };
    await tx.manager.find(NeedCategory, {
      where,
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return tx.manager.findBy(NeedCategory, where);
  }
}

function expectUnused(others: readonly NeedCategory[], name: string): void {
  const isUsed = others.some((one) => one.retiredAt === null && one.name === name);
  if (isUsed) throw new Refused(new CategoryExists(name));
}

function refuse(state: string, why: Words): never {
  throw new Refused(new WrongState(state, why));
}

import { Network, NeedCategory, timeZoneOf, Unit } from '#network';
import type { Tally } from '#reads';
import type { Actor, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { quarterAt, spanOfQuarter } from './quarter.js';
import type { ThreeListsFilter } from './three-lists.inputs.js';
import type { ListedBy } from './three-lists.lists.js';

/** The three lists, before anything in them is read. */
export interface ThreeLists {
  readonly network: Network;
  readonly quarter: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly listedBy: ListedBy;
}

/** How many entries have one value, and how many of them each unit. */
export interface Counted {
  readonly value: string;
  readonly count: number;
  readonly byUnit: readonly { readonly unit: Unit; readonly count: number }[];
}

/** Which column is counted, whose they are, and the values in their order. */
export interface CountedBy {
  readonly column: string;
  readonly unitColumn: 'unitId' | 'leadUnitId';
  readonly values: readonly string[];
}

/** Says which quarter is meant, and sums up what is counted. */
@Injectable()
export class ThreeListsService {
  /** Null for a network that the actor does not read: a guest, and whoever was only invited, sees no lists. */
  async find(tx: TenantTransaction, networkId: string, filter: ThreeListsFilter): Promise<ThreeLists | null> {
    const network = readsNetwork(tx.actor, networkId) ? await tx.find(Network, networkId) : null;
    if (!network) return null;
    const zone = await timeZoneOf(tx);
    const quarter = filter.quarter ?? quarterAt(tx.now, zone);
    const span = spanOfQuarter(quarter, zone);
    return { network, quarter, ...span, listedBy: { networkId, span, filter } };
  }

  /** By value, in the order of `values`; the units of each by their codes. */
  async sum(
    tx: TenantTransaction,
    tallies: readonly Tally<string>[],
    { column, unitColumn, values }: CountedBy,
  ): Promise<Counted[]> {
    const ids = [...new Set(tallies.map((tally) => String(tally[unitColumn])))];
    const units = await tx.manager.findBy(Unit, { regionId: tx.regionId, id: In(ids) });
    const sorted = units.toSorted((one, other) => (one.code < other.code ? -1 : 1));
    return values.flatMap((value) => {
      const own = tallies.filter((tally) => tally[column] === value);
      if (own.length === 0) return [];
      const byUnit = sorted.flatMap((unit) =>
        own.filter((tally) => tally[unitColumn] === unit.id).map(({ count }) => ({ unit, count })),
      );
      return [{ value, count: own.reduce((sum, { count }) => sum + count, 0), byUnit }];
    });
  }

  /** Those of the network by place. */
  listCategories(tx: TenantTransaction, networkId: string): Promise<NeedCategory[]> {
    const { regionId } = tx;
    return tx.manager.find(NeedCategory, {
      where: { regionId, networkId },
      order: { place: 'ASC', id: 'ASC' },
    });
  }
}

/** As `app.reading_network_ids()` in row policies. */
function readsNetwork({ memberNetworkIds, scopeNetworkIds }: Actor, networkId: string): boolean {
  return memberNetworkIds.includes(networkId) || scopeNetworkIds.includes(networkId);
}

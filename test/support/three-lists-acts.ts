import { NeedActs } from './need-acts.js';
import type { World } from './world.js';

export const THREE_LISTS = `query ($networkId: ID!, $filter: ThreeListsFilter!) {
  threeLists(networkId: $networkId, filter: $filter) {
    quarter startsAt endsAt network { code }
    offersByKind { kind count byUnit { unit { code } count } }
    needsByState { state count byUnit { unit { code } count } }
    needsByCategory { category { code } count byUnit { unit { code } count } }
    projectsByState { state count byUnit { unit { code } count } }
    projectsByCategory { category { code } count byUnit { unit { code } count } }
    offers(first: 100) { totalCount edges { node { title kind unit { code } } } }
    needs(first: 100) { totalCount edges { node { id title state category { code } unit { code } } } }
    projects(first: 100) { totalCount edges { node { id title state category { code } unit: lead { code } } } }
    unmetForMeeting(first: 100) { totalCount edges { node { id title reason } } }
  }
}`;

export interface SeenCount {
  readonly count: number;
  readonly byUnit: readonly { readonly unit: { readonly code: string }; readonly count: number }[];
  readonly kind?: string;
  readonly state?: string;
  readonly category?: { readonly code: string };
}

interface SeenList<Entry> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Entry }[];
}

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly kind: string;
  readonly reason: string;
  readonly category: { readonly code: string };
  readonly unit: { readonly code: string };
}

export interface SeenLists {
  readonly quarter: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly network: { readonly code: string };
  readonly offersByKind: readonly SeenCount[];
  readonly needsByState: readonly SeenCount[];
  readonly needsByCategory: readonly SeenCount[];
  readonly projectsByState: readonly SeenCount[];
  readonly projectsByCategory: readonly SeenCount[];
  readonly offers: SeenList<Listed>;
  readonly needs: SeenList<Listed>;
  readonly projects: SeenList<Listed>;
  readonly unmetForMeeting: SeenList<Listed>;
}

/** Asks for the three lists, by the query and on the routes beside it. */
export class ThreeListsActs {
  readonly needs: NeedActs;

  constructor(private readonly world: World) {
    this.needs = new NeedActs(world);
  }

  /** Null for lists that the account does not see. */
  async find(account: string, filter: object = {}, network = 'southeast'): Promise<SeenLists | null> {
    const answer = await this.as(account).ask<{ threeLists: SeenLists | null }>(THREE_LISTS, {
      networkId: this.world.network(network),
      filter,
    });
    return answer.threeLists;
  }

  async get(account: string, filter: object = {}): Promise<SeenLists> {
    const lists = await this.find(account, filter);
    if (!lists) throw new Error(`${account} sees no lists.`);
    return lists;
  }

  /** `query` as it stands in the address; null asks without a token. */
  async send(
    account: string | null,
    form: 'html' | 'xlsx',
    { query = '', network = this.world.network('southeast'), headers = {} }: RouteWish = {},
  ) {
    const client = account === null ? this.world.nobody() : this.as(account);
    return client.send({ method: 'GET', url: `/networks/${network}/three-lists.${form}${query}`, headers });
  }

  private as(account: string) {
    return account === 'southeast-committee'
      ? this.world.as(account, { role: 'SECRETARY' })
      : this.world.as(account);
  }
}

interface RouteWish {
  readonly query?: string;
  readonly network?: string;
  readonly headers?: Record<string, string>;
}

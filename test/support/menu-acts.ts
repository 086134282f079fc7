import type { TestRegion } from './test-region.js';

const DISH = `id state version title what place kind month startsAt endsAt quota quotaPerUnit signUpDeadline segments reason publishedAt recordedAt serviceDay
  lead { code } unit { code } dates { id startsAt endsAt cancelledAt }
  hosts { id version state isLead reason onBehalf unit { code } }`;
const MENU = `id state version edition month versions { number changes { code title zh en } dishes { title lead hosts offers pendingOffers } }
  dishes(first: 50) { totalCount edges { node { ${DISH} } } }`;

/** Acts on menus, and what they take. */
const MENU_ACTS = {
  createDish: ['input: CreateDishInput!'],
  recordDish: ['input: RecordDishInput!'],
  updateDish: ['id: ID!', 'version: Int!', 'input: UpdateDishInput!'],
  proposeDish: ['id: ID!', 'version: Int!'],
  takeDish: ['id: ID!', 'version: Int!'],
  returnDish: ['id: ID!', 'version: Int!', 'reason: String!'],
  withdrawDish: ['id: ID!', 'version: Int!'],
  cancelDish: ['id: ID!', 'version: Int!', 'reason: String!'],
  askDishHost: ['id: ID!', 'version: Int!', 'unitId: ID!'],
  answerDishHost: ['id: ID!', 'version: Int!', 'accept: Boolean!', 'reason: String'],
  withdrawDishHost: ['id: ID!', 'version: Int!'],
  openMenu: ['networkId: ID!', 'month: Date!'],
  publishMenu: ['id: ID!', 'version: Int!'],
  closeMenu: ['id: ID!', 'version: Int!'],
} as const satisfies Record<string, readonly string[]>;
export type MenuActName = keyof typeof MENU_ACTS;

interface Seen {
  readonly id: string;
  readonly version: number;
}

export interface SeenDish extends Seen {
  readonly state: string;
  readonly title: string;
  readonly what: string | null;
  readonly place: string | null;
  readonly kind: string;
  readonly month: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly quota: number | null;
  readonly segments: readonly string[];
  readonly reason: string | null;
  readonly publishedAt: string | null;
  readonly recordedAt: string | null;
  readonly serviceDay: number | null;
  readonly lead: { readonly code: string } | null;
  readonly unit: { readonly code: string } | null;
  readonly dates: readonly { id: string; startsAt: string; endsAt: string; cancelledAt: string | null }[];
  readonly hosts: readonly (Seen & {
    readonly state: string;
    readonly isLead: boolean;
    readonly reason: string | null;
    readonly onBehalf: boolean;
    readonly unit: { readonly code: string } | null;
  })[];
}

export interface SeenMenu extends Seen {
  readonly state: string;
  readonly edition: number;
  readonly month: string;
  readonly versions: readonly {
    readonly number: number;
    readonly changes: readonly { code: string; title: string; zh: string; en: string }[];
    readonly dishes: readonly {
      title: string;
      lead: string;
      hosts: string[];
      offers: string[];
      pendingOffers: string[];
    }[];
  }[];
  readonly dishes: { readonly edges: readonly { readonly node: SeenDish }[] };
}

/** What an act answers: a dish or a menu, or why not; of an error its code. */
export type MenuOutcome = Partial<SeenDish & SeenMenu> & {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; message: string }[];
};

export function menuAct(name: MenuActName, more: 'onBehalfOf' | 'tryOnly' | null = null): string {
  const extra = more === null ? [] : [`${more}: ${more === 'tryOnly' ? 'Boolean' : 'ID'}`];
  const all: string[] = [...MENU_ACTS[name], ...extra];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  const refusal = name === 'createDish' ? '' : '... on Refusal { message }';
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on ${name.endsWith('Menu') ? `Menu { ${MENU} }` : `Dish { ${DISH} }`} ${refusal}
    }
  }`;
}

/** 09:00 to 11:00 of a day of December 2026. */
export function onDay(day: number, from = '09:00', to = '11:00'): { startsAt: string; endsAt: string } {
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  return { startsAt: `${date}T${from}:00+08:00`, endsAt: `${date}T${to}:00+08:00` };
}

/** The same of November, before the case begins. */
export function onPastDay(day: number, from?: string, to?: string): { startsAt: string; endsAt: string } {
  const { startsAt, endsAt } = onDay(day, from, to);
  return { startsAt: startsAt.replace('-12-', '-11-'), endsAt: endsAt.replace('-12-', '-11-') };
}

/** Composes and publishes menus of a network as people would, over HTTP. */
export class MenuActs {
  constructor(
    private readonly region: TestRegion,
    readonly network = 'southeast',
    readonly month = '2026-12-01',
  ) {}

  get secretary(): string {
    return `${this.network}-committee`;
  }

  input(changes: object = {}): object {
    const networkId = this.region.network(this.network);
    return {
      networkId,
      month: this.month,
      kind: 'LECTURE',
      title: '健康讲座',
      dates: [onDay(16)],
      ...changes,
    };
  }

  draft(account: string, changes: object = {}): Promise<SeenDish> {
    return this.act(account, 'createDish', { input: this.input(changes) });
  }

  async proposed(account: string, changes: object = {}): Promise<SeenDish> {
    return this.act(account, 'proposeDish', await this.draft(account, changes));
  }

  /** What was held on the 20th of November. */
  past(changes: object = {}): object {
    const networkId = this.region.network(this.network);
    return { networkId, kind: 'LECTURE', title: '健康讲座', dates: [onPastDay(20)], ...changes };
  }

  /** Written down afterwards, by whoever led it. */
  recorded(account: string, changes: object = {}): Promise<SeenDish> {
    return this.act(account, 'recordDish', { input: this.past(changes) });
  }

  /** By a partner and taken by the committee, or the committee’s own. */
  async taken(account: string, changes: object = {}): Promise<SeenDish> {
    const dish = await this.proposed(account, changes);
    return dish.state === 'TAKEN' ? dish : this.act(this.secretary, 'takeDish', dish);
  }

  /** The menu of the month as the committee reads it. */
  async menu(account = this.secretary): Promise<SeenMenu> {
    const menu = await this.findMenu(account);
    if (!menu) throw new Error('The month has no menu.');
    return menu;
  }

  async findMenu(account = this.secretary): Promise<SeenMenu | null> {
    const query = `query ($networkId: ID!, $month: Date!) {
      menus(filter: { networkId: $networkId, from: $month }, orderBy: MONTH_ASC, first: 1) { edges { node { ${MENU} } } } }`;
    type Answer = { menus: { edges: { node: SeenMenu }[] } };
    const variables = { networkId: this.region.network(this.network), month: this.month };
    const { menus } = await this.region.actingAs(account).ask<Answer>(query, variables);
    return menus.edges[0]?.node ?? null;
  }

  async published(): Promise<SeenMenu> {
    return this.onMenu('publishMenu', await this.menu());
  }

  async dish(account: string, id: string): Promise<SeenDish | null> {
    const query = `query ($id: ID!) { dish(id: $id) { ${DISH} } }`;
    return (await this.region.actingAs(account).ask<{ dish: SeenDish | null }>(query, { id })).dish;
  }

  /** A unit that was asked says yes or no. */
  async answer(account: string, { id }: { readonly id: string }, accept: boolean): Promise<SeenDish> {
    const dish = await this.dish(account, id);
    const host = dish?.hosts.find(({ state, unit }) => state === 'ASKED' && unit?.code === account);
    if (!host) throw new Error(`${account} was not asked.`);
    return this.act(account, 'answerDishHost', { id: host.id, version: host.version, accept });
  }

  /** An act on a dish that is expected to be granted. */
  async act(account: string, name: MenuActName, variables: object): Promise<SeenDish> {
    const outcome = await this.tryAct(account, name, variables);
    if (outcome.__typename !== 'Dish') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenDish;
  }

  async onMenu(name: MenuActName, variables: object): Promise<SeenMenu> {
    const outcome = await this.tryAct(this.secretary, name, variables);
    if (outcome.__typename !== 'Menu') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenMenu;
  }

  async tryAct(account: string, name: MenuActName, variables: object): Promise<MenuOutcome> {
    const more = 'onBehalfOf' in variables ? 'onBehalfOf' : 'tryOnly' in variables ? 'tryOnly' : null;
    const { data, errors } = await this.region
      .actingAs(account)
      .tryAsk<Record<MenuActName, MenuOutcome>>(menuAct(name, more), {
        ...variables,
        reason: Reflect.get(variables, 'reason') ?? '说明',
      });
    const [error] = errors ?? [];
    if (!error) return data?.[name] ?? { __typename: 'nothing' };
    const { code, fields } = error.extensions;
    return { __typename: code, message: error.message, ...(fields && { fields }) };
  }
}

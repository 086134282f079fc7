import type { MenuActs, SeenDish } from './menu-acts.js';
import type { TestClient } from './test-client.js';
import type { TestRegion } from './test-region.js';

export const SIGN_UP = `id version heads state lineNumber onBehalf promotedAt endReason unit { code }`;
const PLACES = `confirmedHeads confirmedGroups waitingHeads waitingGroups freeHeads`;

/** Acts on sign-ups, and what they take. */
const SIGN_UP_ACTS = {
  signUpForDish: ['dishId: ID!', 'heads: Int!'],
  updateSignUp: ['id: ID!', 'version: Int!', 'heads: Int!'],
  cancelSignUp: ['id: ID!', 'version: Int!'],
} as const satisfies Record<string, readonly string[]>;
export type SignUpActName = keyof typeof SIGN_UP_ACTS;

export interface SeenSignUp {
  readonly id: string;
  readonly version: number;
  readonly heads: number;
  readonly state: string;
  readonly lineNumber: number;
  readonly onBehalf: boolean;
  readonly promotedAt: string | null;
  readonly endReason: string | null;
  readonly unit: { readonly code: string } | null;
}

/** What an act answers: a sign-up, or why not; of an error its code. */
export type SignUpOutcome = Partial<SeenSignUp> & {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; message: string }[];
};

export interface SeenPlaces {
  readonly confirmedHeads: number;
  readonly confirmedGroups: number;
  readonly waitingHeads: number;
  readonly waitingGroups: number;
  readonly freeHeads: number | null;
}

export interface SeenNotice {
  readonly id: string;
  readonly kind: string;
  readonly chatText: string;
  readonly unit: { readonly code: string } | null;
  readonly title: string | null;
  readonly dates: readonly { startsAt: string }[];
  readonly changes: readonly { code: string; zh: string }[];
}

export function signUpAct(name: SignUpActName, more: 'onBehalfOf' | 'tryOnly' | null = null): string {
  const extra = more === null ? [] : [`${more}: ${more === 'tryOnly' ? 'Boolean' : 'ID'}`];
  const all: string[] = [...SIGN_UP_ACTS[name], ...extra];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on SignUp { ${SIGN_UP} } ... on Refusal { message }
    }
  }`;
}

/** Asks through a client for an act on sign-ups, and says what came of it. */
export async function trySignUp(
  client: TestClient,
  name: SignUpActName,
  variables: object,
  headers: Record<string, string> = {},
): Promise<SignUpOutcome> {
  const more = 'onBehalfOf' in variables ? 'onBehalfOf' : 'tryOnly' in variables ? 'tryOnly' : null;
  type Answer = Record<SignUpActName, SignUpOutcome>;
  const { data, errors } = await client.tryAsk<Answer>(signUpAct(name, more), variables, headers);
  const [error] = errors ?? [];
  if (!error) return data?.[name] ?? { __typename: 'nothing' };
  const { code, fields } = error.extensions;
  return { __typename: code, message: error.message, ...(fields && { fields }) };
}

/** Signs units up for dishes as people would, over HTTP. */
export class SignUpActs {
  constructor(
    private readonly region: TestRegion,
    readonly menus: MenuActs,
  ) {}

  /** A published dish of the clinic, unless somebody else proposes it. */
  async published(changes: object = {}, account = 'clinic'): Promise<SeenDish> {
    const { id } = await this.menus.taken(account, changes);
    await this.menus.published();
    return this.dish(id);
  }

  async dish(id: string): Promise<SeenDish> {
    const dish = await this.menus.dish(this.menus.secretary, id);
    if (!dish) throw new Error('The committee does not read it.');
    return dish;
  }

  /** The committee changes it, or is refused. */
  async change({ id }: { readonly id: string }, input: object) {
    const { version } = await this.dish(id);
    return this.menus.tryAct(this.menus.secretary, 'updateDish', { id, version, input });
  }

  try(account: string, name: SignUpActName, variables: object): Promise<SignUpOutcome> {
    return trySignUp(this.region.actingAs(account), name, variables);
  }

  /** An act that is expected to be granted. */
  async act(account: string, name: SignUpActName, variables: object): Promise<SeenSignUp> {
    const outcome = await this.try(account, name, variables);
    if (outcome.__typename !== 'SignUp') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenSignUp;
  }

  sign(account: string, { id: dishId }: { readonly id: string }, heads: number): Promise<SeenSignUp> {
    return this.act(account, 'signUpForDish', { dishId, heads });
  }

  setHeads(account: string, { id, version }: SeenSignUp, heads: number): Promise<SeenSignUp> {
    return this.act(account, 'updateSignUp', { id, version, heads });
  }

  cancel(account: string, { id, version }: SeenSignUp): Promise<SeenSignUp> {
    return this.act(account, 'cancelSignUp', { id, version });
  }

  /** The latest of a unit for a dish, as that account reads it. */
  async find(account: string, unit: string, dishId: string): Promise<SeenSignUp | null> {
    const query = `query ($filter: SignUpFilter!) { signUps(filter: $filter, first: 50) { edges { node { ${SIGN_UP} } } } }`;
    const filter = { dishId, unitId: this.region.unit(unit) };
    type Answer = { signUps: { edges: { node: SeenSignUp }[] } };
    const { signUps } = await this.region.actingAs(account).ask<Answer>(query, { filter });
    const all = signUps.edges.map(({ node }) => node);
    // Of one instant of the world's clock: what stands, before what has ended.
    return all.find(({ state }) => state !== 'CANCELLED') ?? all[0] ?? null;
  }

  /** Who stands in line, as that account reads it; without those that ended. */
  async line(account: string, id: string): Promise<[unit: string, heads: number, state: string][]> {
    const query = `query ($id: ID!) { dish(id: $id) { signUps(first: 100) { edges { node { ${SIGN_UP} } } } } }`;
    type Answer = { dish: { signUps: { edges: { node: SeenSignUp }[] } } | null };
    const { dish } = await this.region.actingAs(account).ask<Answer>(query, { id });
    return (dish?.signUps.edges ?? [])
      .map(({ node }) => node)
      .filter(({ state }) => state !== 'CANCELLED')
      .map(({ unit, heads, state }) => [unit?.code ?? '', heads, state]);
  }

  async places(account: string, id: string): Promise<SeenPlaces | null> {
    const query = `query ($id: ID!) { dish(id: $id) { places { ${PLACES} } } }`;
    type Answer = { dish: { places: SeenPlaces | null } | null };
    return (await this.region.actingAs(account).ask<Answer>(query, { id })).dish?.places ?? null;
  }

  /** What units were told, the latest first. */
  async notices(account: string, filter: object = {}): Promise<SeenNotice[]> {
    const query = `query ($filter: MenuNoticeFilter!) { menuNotices(filter: $filter, first: 100) { edges { node {
      id kind chatText title unit { code } dates { startsAt } changes { code zh } } } } }`;
    type Answer = { menuNotices: { edges: { node: SeenNotice }[] } };
    const { menuNotices } = await this.region.actingAs(account).ask<Answer>(query, { filter });
    return menuNotices.edges.map(({ node }) => node);
  }
}

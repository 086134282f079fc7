import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { queryAsSuperuser } from './cluster.js';
import { MenuActs, onDay, type SeenDish } from './menu-acts.js';
import type { World } from './world.js';

const DESK = `{ __typename ... on DishDesk { openedAt checkInCode { code validUntil } codesHandedOut } ... on Refusal { message } }`;
const CHECK_IN = `{ __typename ... on DishCheckIn { heads way isLateEntry unit { code } } ... on Refusal { message } }`;
const CODES = `{ __typename ... on ReviewCodes { endsAt left codes { path } } ... on Refusal { message } }`;
const REVIEW = `{ __typename ... on OwnDishReview { mark comment reviewedAt } ... on Refusal { message } }`;
const OUTCOME = `{ __typename ... on DishOutcome { id version heads hours what onBehalf filedAt unit { code } chatText } ... on Refusal { message } }`;

/** Acts while a dish is held and afterwards, and what they take and give. */
const DOING_ACTS = {
  openDishDesk: ['dateId: ID!', DESK],
  checkInAtDish: ['dateId: ID!, code: String!, heads: Int!', CHECK_IN],
  noteDishCheckIn: ['input: NoteDishCheckInInput!', CHECK_IN],
  handOutReviewCodes: ['dateId: ID!, count: Int!', CODES],
  reviewDish: ['dishId: ID!, input: DishReviewInput!', REVIEW],
  fileDishOutcome: ['dishId: ID!, input: DishOutcomeInput!', OUTCOME],
  updateDishOutcome: ['id: ID!, version: Int!, input: DishOutcomeInput!', OUTCOME],
} as const;
export type DoingActName = keyof typeof DOING_ACTS;

const SEEN = `query ($id: ID!) { dish(id: $id) {
  figures { checkedInHeads reviewCount meanMark } ownReview { mark comment }
  reviews(first: 50) { totalCount edges { node { mark comment day reviewer { personName unit { code } } } } }
  outcome { id version heads hours what onBehalf files { name } }
  dates { id desk { checkInCode { code } codesHandedOut } checkIns { heads way isLateEntry unit { code } } }
} }`;

/** What an act gave: the outcome or the refusal; of an error its code and what is wrong. */
export interface DoingOutcome {
  readonly __typename: string;
  readonly message?: string;
  readonly [field: string]: unknown;
}

export interface SeenDoing {
  readonly figures: { checkedInHeads: number; reviewCount: number; meanMark: string | null } | null;
  readonly ownReview: { mark: number; comment: string | null } | null;
  readonly reviews: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: {
        readonly mark: number;
        readonly comment: string | null;
        readonly day: string;
        readonly reviewer: { personName: string | null; unit: { code: string } | null } | null;
      };
    }[];
  };
  readonly outcome: {
    readonly id: string;
    readonly version: number;
    readonly heads: number;
    readonly hours: string;
    readonly what: string;
    readonly onBehalf: boolean;
    readonly files: readonly { readonly name: string }[];
  } | null;
  readonly dates: readonly {
    readonly id: string;
    readonly desk: { checkInCode: { code: string } | null; codesHandedOut: number } | null;
    readonly checkIns: readonly {
      readonly heads: number;
      readonly way: string;
      readonly isLateEntry: boolean;
      readonly unit: { readonly code: string } | null;
    }[];
  }[];
}

/** A dish of December that is published: by the clinic, 09:00 to 11:00 on the 16th. */
export interface HeldDish {
  readonly dishId: string;
  readonly dateId: string;
}

/** Holds dishes as people would, over HTTP. */
export class DoingActs {
  readonly menus: MenuActs;

  constructor(
    private readonly world: World,
    network = 'southeast',
  ) {
    this.menus = new MenuActs(world, network);
  }

  async published(changes: object = {}, account = 'clinic'): Promise<HeldDish> {
    const now = this.world.clock.now();
    const dish = await this.menus.taken(account, { dates: [onDay(16)], ...changes });
    await this.menus.published();
    this.world.clock.set(now);
    return heldOf(dish);
  }

  /** The wall clock of December 2026. */
  setClock(day: number, time: string): void {
    this.world.clock.set(new Date(onDay(day, time, time).startsAt));
  }

  async seen(account: string, dishId: string): Promise<SeenDoing | null> {
    return (await this.world.as(account).ask<{ dish: SeenDoing | null }>(SEEN, { id: dishId })).dish;
  }

  /** What the turn of a day does to reviews that wait, at the instant of the rules' clock. */
  async releaseReviews(): Promise<void> {
    const { database, app } = this.world.api;
    await queryAsSuperuser(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'release-reviews:%'`,
      database.name,
    );
    await app.get(JobRunner).runDue({ url: database.appUrl, log: pino({ level: 'silent' }) });
  }

  /** The code that is shown now. */
  async code(dateId: string, account = 'clinic'): Promise<string> {
    const outcome = await this.act(account, 'openDishDesk', { dateId });
    return (outcome['checkInCode'] as { code: string } | null)?.code ?? '';
  }

  note(account: string, dateId: string, heads: number, unit?: string): Promise<DoingOutcome> {
    const unitId = unit === undefined ? null : this.world.unit(unit);
    return this.act(account, 'noteDishCheckIn', { input: { dateId, unitId, heads } });
  }

  async paths(dateId: string, count: number, account = 'clinic'): Promise<string[]> {
    const outcome = await this.act(account, 'handOutReviewCodes', { dateId, count });
    if (outcome.__typename !== 'ReviewCodes') throw new Error(JSON.stringify(outcome));
    return (outcome['codes'] as { path: string }[]).map(({ path }) => path);
  }

  async act(account: string, name: DoingActName, variables: object): Promise<DoingOutcome> {
    const [declared, selection] = DOING_ACTS[name];
    const args = declared.split(', ').map((one) => one.slice(0, one.indexOf(':')));
    const document = `mutation (${args.map((arg, at) => `$${arg}:${declared.split(', ')[at]?.split(':')[1]}`).join(', ')}) {
      done: ${name}(${args.map((arg) => `${arg}: $${arg}`).join(', ')}) ${selection} }`;
    const { data, errors } = await this.world.as(account).tryAsk<{ done: DoingOutcome }>(document, variables);
    const [error] = errors ?? [];
    if (!error) return data?.done ?? { __typename: 'nothing' };
    const { code, fields } = error.extensions;
    const [field] = fields ?? [];
    return { __typename: code, message: field ? `${field.path}: ${field.message}` : error.message };
  }
}

function heldOf({ id, dates }: SeenDish): HeldDish {
  const [date] = dates;
  if (!date) throw new Error('A dish has a date.');
  return { dishId: id, dateId: date.id };
}

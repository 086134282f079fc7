import { withLogin } from '#database';
import { ApiError, fromGlobalId, Refused, toGlobalId } from '#graphql';
import { BookingService, draftOf, OfferService, type OfferDraft } from '#resources';
import { Tenancy, type TenantTransaction } from '#tenancy';
import { Client } from 'pg';
import { FAULTS } from './booking-faults.js';
import type { ModelPool } from './booking-acts.js';
import { MONDAY, type ModelDay, type ModelTerms } from './booking-minutes.js';
import { startWorld, type World } from './world.js';

const CHANGE_MEMBERSHIP = {
  suspend: `mutation ($id: ID!, $version: Int!) { answer: suspendMembership(id: $id, version: $version) { __typename } }`,
  resume: `mutation ($id: ID!, $version: Int!) { answer: resumeMembership(id: $id, version: $version) { __typename } }`,
};
const EXCEPT = `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!) {
  answer: setOfferExceptions(id: $id, version: $version, exceptions: $exceptions) {
    ... on StaleVersion { code } } }`;
const SUSPENDED = `SELECT m.unit_code AS unit, n.code AS network FROM membership m
  JOIN network n ON n.region_id = m.region_id AND n.id = m.network_id WHERE m.state = 'SUSPENDED'`;
const VERSION = `query ($id: ID!) { node(id: $id) { ... on Membership { version } } }`;

type OfferFacts = Parameters<typeof draftOf>[0]['facts'];

/** The real services, played by the posts of the test world on one database, without HTTP but for memberships. */
export class BookingStage {
  readonly bookings: BookingService;
  readonly offers: OfferService;
  /** What minutes are counted from. */
  monday = MONDAY;

  private constructor(
    readonly world: World,
    private readonly superuser: Client,
  ) {
    this.bookings = world.api.app.get(BookingService);
    this.offers = world.api.app.get(OfferService);
  }

  static async open(): Promise<BookingStage> {
    const world = await startWorld();
    const superuser = new Client({ connectionString: withLogin(world.api.database.ownerUrl, 'postgres') });
    await superuser.connect();
    return new BookingStage(world, superuser);
  }

  async close(): Promise<void> {
    await this.superuser.end();
    await this.world.close();
  }

  /** The service of that class, of those that the resources keep to themselves. */
  get<T>(service: abstract new (...args: never[]) => T): T {
    return this.world.api.app.get(service);
  }

  networkId(code: string): string {
    return fromGlobalId('Network', this.world.network(code));
  }

  write<T>(unit: string, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.get(Tenancy).write(this.claimsOf(unit), act);
  }

  read<T>(unit: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.get(Tenancy).read(this.claimsOf(unit), work);
  }

  /** By the committee, which is the only one to do so; answers with the type of the result. */
  async changeMembership(change: 'suspend' | 'resume', unit: string, network: string): Promise<string> {
    const committee = this.world.as(`${network}-committee`);
    const id = this.world.membership(unit, network);
    const { node } = await committee.ask<{ node: { version: number } }>(VERSION, { id });
    const { answer } = await committee.ask<{ answer: { __typename: string } }>(CHANGE_MEMBERSHIP[change], {
      id,
      version: node.version,
    });
    return answer.__typename;
  }

  /** Of an offer; answers with GRANTED or the code of the refusal. */
  async setExceptions(unit: string, id: string, version: number, days: readonly ModelDay[]): Promise<string> {
    const exceptions = days.map(({ day, spans }) => ({
      day: new Date(this.monday + (day * 24 + 12) * 3_600_000).toISOString().slice(0, 10),
      spans: spans.map(({ from, to }) => ({ from: clockOf(from), to: clockOf(to) })),
    }));
    const wish = { id: toGlobalId('Offer', id), version, exceptions };
    const { data, errors } = await this.world.as(unit).tryAsk<{ answer: { code?: string } }>(EXCEPT, wish);
    return errors?.[0]?.extensions.code ?? data?.answer.code ?? 'GRANTED';
  }

  setClock(minute: number): void {
    this.world.clock.set(new Date(this.monday + minute * 60_000));
  }

  /** Read past all walls: nothing under test asks like this. */
  async inspect<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.superuser.query<Row>(sql, parameters)).rows;
  }

  /** What must never stand in the database, whoever was first. */
  listFaults(): Promise<{ fault: string; id: string }[]> {
    return this.inspect(FAULTS, [this.world.clock.now()]);
  }

  /** How often the database had to break a circle of locks since it was made. */
  async countDeadlocks(): Promise<number> {
    const [row] = await this.inspect<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return Number(row?.deadlocks);
  }

  /** No offer, no booking, all members active: as if nobody had played before. */
  async clear(monday = MONDAY): Promise<void> {
    this.monday = monday;
    await this.superuser.query(
      'TRUNCATE pool_share, contribution_total, lending_month, occupancy, booking_contact, booking, booking_series, offer_internal, offer_publication, offer_closure, offer CASCADE',
    );
    for (const { unit, network } of await this.inspect<{ unit: string; network: string }>(SUSPENDED))
      await this.changeMembership('resume', unit, network);
    this.setClock(9 * 60);
  }

  private claimsOf(unit: string) {
    const { claims } = this.world.as(unit);
    if (!claims) throw new Error(`${unit} has no post.`);
    return claims;
  }
}

/** A bus on these terms, or what there is of a pool. */
export function draftOn(terms: ModelTerms, pool: ModelPool | null = null): OfferDraft {
  const confirmation: string = terms.confirmation;
  return draftOf({
    title: '用车',
    ...terms,
    confirmation: confirmation as Parameters<typeof draftOf>[0]['confirmation'],
    facts: pool ? factsOf(pool) : { vehicle: { seats: 45, driverIncluded: true } },
    contactName: 'owner',
    contactPhone: '021-5812',
  });
}

export function factsOf({ of, capacity }: ModelPool): OfferFacts {
  if (of === 'PIECES') return { equipment: { quantity: capacity / 1000, measure: '台' } };
  const wiring = { voltage: 380, phases: 3, sockets: [], electricianNeeded: true };
  return { powerSupply: { ...wiring, maxLoadKw: amountText(capacity) } };
}

function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Thousandths as a client writes them. */
export function amountText(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}

/** What the platform answers: GRANTED, a refusal or an error that it shows; anything else is thrown on. */
export function kindOf(error: unknown): string {
  if (error instanceof Refused) return error.refusal.code;
  if (error instanceof ApiError) return error.code;
  throw error;
}

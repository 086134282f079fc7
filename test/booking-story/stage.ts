import { JobRunner } from '#jobs';
import type { Role } from '#tenancy';
import { pino } from 'pino';
import { queryAsSuperuser } from '../support/cluster.js';
import { EXAMPLE } from '../support/example-file.js';
import { startWorld, type World } from '../support/world.js';

const SPAN = '{ startsAt endsAt }';
const BOOKED = `id version state startsAt endsAt purpose heads amount reason remark expiresAt recordedAt provisional
  requester { code } owner { code } network { code } ownerContact { phone } requesterContact { phone }
  use { handedOverAt returnedAt heads kwh assumed } feedback { marks comment unit { code } } rivals { id }`;
const REFUSED = `... on Refusal { code message } ... on SpanTaken { clashes ${SPAN} freeThatDay ${SPAN} nextFree ${SPAN} similar { title } }
  ... on NotEnoughFree { freeInSpan freeThatDay ${SPAN} }`;
const RULES = `... on RuleBroken { breaches { rule earliestStart latestEnd provisional } nextFree ${SPAN} }`;
const ONE = `__typename ... on Booking { ${BOOKED} }`;
const ASK = {
  request: `mutation ($input: RequestBookingInput!, $tryOnly: Boolean) {
    done: requestBooking(input: $input, tryOnly: $tryOnly) { ${ONE} ${REFUSED} ${RULES} } }`,
  repeat: `mutation ($input: RequestSeriesInput!) { done: requestSeries(input: $input) { __typename
    ... on SeriesOutcome { series { id rule } clashes { originalStart } bookings { ${BOOKED} } } } }`,
  change: `mutation ($id: ID!, $version: Int!, $input: ChangeSeriesInput!) {
    done: changeSeries(id: $id, version: $version, scope: ALL, input: $input) { __typename ... on SeriesOutcome { bookings { ${BOOKED} } } } }`,
  bundle: `mutation ($input: RequestBookingsInput!) { done: requestBookings(input: $input) { __typename
    ... on BookingBundle { bookings { ${BOOKED} offerTitle } } ... on ItemsRefused { items { index refusal { code } } } } }`,
  record: `mutation ($input: RecordBookingInput!, $onBehalfOf: ID, $tryOnly: Boolean) {
    done: recordBooking(input: $input, onBehalfOf: $onBehalfOf, tryOnly: $tryOnly) { ${ONE} ${REFUSED} } }`,
  confirm: `mutation ($id: ID!, $version: Int!, $rivals: RivalAnswer! = DECLINE) {
    done: confirmBooking(id: $id, version: $version, rivals: $rivals) { __typename
      ... on BookingConfirmation { booking { ${BOOKED} } rivals { state reason requester { code } } } } }`,
  publish: `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
    done: publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`,
  handOver: `mutation ($id: ID!, $version: Int!) { done: noteHandOver(id: $id, version: $version) { ${ONE} } }`,
  return: `mutation ($id: ID!, $version: Int!, $heads: Int, $kwh: Decimal) {
    done: noteReturn(id: $id, version: $version, heads: $heads, kwh: $kwh) { ${ONE} } }`,
  feedback: `mutation ($id: ID!, $version: Int!, $marks: Int!, $comment: String) {
    done: giveFeedback(id: $id, version: $version, marks: $marks, comment: $comment) { ${ONE} } }`,
};
export const COMMITTEE = ['southeast-committee', 'southeast-officer'];
/** What others have recorded for a unit. */
export const TOLD =
  'recordedForUs(first: 10) { edges { node { act manner actingUnit { code } thing { ... on Booking { offerTitle } } } } }';
const POSTS = (EXAMPLE.roster as unknown as { posts: { account: string; unit: string; role: Role }[] }).posts;

export interface Booked {
  __typename: string;
  id: string;
  version: number;
  state: string;
  startsAt: string;
  provisional: boolean;
  expiresAt: string;
  rivals: { id: string }[];
  feedback: object[];
  breaches: { rule: string; provisional: boolean | null; earliestStart: string | null }[];
}
export type Done = Booked & { booking: Booked; bookings: Booked[] };

/** A wish as the case tells it: by a unit, through a network, from and to in the time of Shanghai. */
export interface Wish {
  readonly offer: string;
  readonly network: string;
  readonly from: string;
  readonly to: string;
  readonly [more: string]: unknown;
}

/** The case, with all of its offers published by those who lend them; its people act and look by account. */
export class BookingStory {
  world!: World;
  /** What later steps go on with. */
  mornings: Booked[] = [];
  power!: Booked;
  riversideBus!: Booked;
  southeastBus!: Booked;
  private readonly offers = new Map<string, string>();

  async open(): Promise<void> {
    this.world = await startWorld();
    for (const { code } of EXAMPLE.offers) this.offers.set(code, await this.world.offer(code));
  }

  async close(): Promise<void> {
    expect(this.world.api.failures).toEqual([]);
    await this.world.close();
  }

  /** One more offer like one of the case, to one network alone. */
  async lends(account: string, like: string, changes: object, network: string): Promise<void> {
    const { id, version } = await this.world.draft(like, changes);
    const networkIds = [this.world.network(network)];
    await this.does(account, 'publish', { id, version, networkIds });
  }

  /** What the act answers. */
  async does(account: string, act: keyof typeof ASK, variables: object): Promise<Done> {
    return (await this.world.as(account).ask<{ done: Done }>(ASK[act], variables)).done;
  }

  /** With the booking as it is now, whatever has become of it since. */
  async answers(account: string, act: keyof typeof ASK, { id }: Pick<Booked, 'id'>, more: object = {}) {
    const now = await this.sees(account, id);
    return this.does(account, act, { id, version: now?.version, ...more });
  }

  input({ offer, network, from, to, ...more }: Wish): object {
    const [startsAt, endsAt] = [from, to].map((local) => `${local}:00+08:00`);
    return {
      offerId: this.offers.get(offer),
      networkId: this.world.network(network),
      startsAt,
      endsAt,
      ...more,
    };
  }

  requests(account: string, wish: Wish, tryOnly = false): Promise<Done> {
    return this.does(account, 'request', { input: this.input(wish), tryOnly });
  }

  /** The booking as that account reads it; null where it does not. */
  async sees(account: string, id: string): Promise<Booked | null> {
    const read = `query ($id: ID!) { node(id: $id) { ${ONE} } }`;
    return (await this.world.as(account).ask<{ node: Booked | null }>(read, { id })).node;
  }

  /** Everybody of the case who reads it, by account. */
  async readersOf(id: string): Promise<string[]> {
    const readers = new Set<string>();
    for (const { account, unit, role } of POSTS) {
      const read = `query ($id: ID!) { node(id: $id) { id } }`;
      const { node } = await this.world
        .as(account, { unit, role })
        .ask<{ node: object | null }>(read, { id });
      if (node) readers.add(account);
    }
    return [...readers].toSorted();
  }

  /** Of an offer in a window of local days. */
  async looks(account: string, offer: string, fields: string, [from, to]: readonly [string, string]) {
    const args = `from: "${from}T00:00:00+08:00", to: "${to}T00:00:00+08:00"`;
    const asked = `query ($id: ID!) { offer(id: $id) { ${fields.replaceAll('$window', args)} } }`;
    const { offer: seen } = await this.world
      .as(account)
      .ask<{ offer: Record<string, unknown> | null }>(asked, { id: this.offers.get(offer) });
    return seen;
  }

  /** The nodes of a list, as that account reads it. */
  async lists(account: string, list: string): Promise<object[]> {
    const { all } = await this.world
      .as(account)
      .ask<{ all: { edges: { node: object }[] } }>(`{ all: ${list} }`);
    return all.edges.map(({ node }) => node);
  }

  /** From then on, with all that was set for that time or before. */
  async comes(local: string): Promise<void> {
    this.world.clock.set(new Date(`${local}:00+08:00`));
    const { name, appUrl } = this.world.api.database;
    await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', name);
    await this.world.api.app.get(JobRunner).runDue({ url: appUrl, log: pino({ level: 'silent' }) });
  }
}

/** An instant of Shanghai as the API writes it. */
export function at(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString();
}

export function span(from: string, to: string): { startsAt: string; endsAt: string } {
  return { startsAt: at(from), endsAt: at(to) };
}

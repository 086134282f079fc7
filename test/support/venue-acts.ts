import { MeetingActs, type SeenMeeting } from './meeting-acts.js';
import type { TestRegion } from './test-region.js';

const BOOKED = `id version state startsAt endsAt purpose heads requester { code } replaces { id state }`;
const WANTED = `id version offerTitle state startsAt endsAt amount owner { code } booking { ${BOOKED} }
  obstacle { code ... on SpanTaken { nextFree { startsAt } similar { title } } }`;
const MEETING = `id version state startsAt endsAt offers { ${WANTED} } bookings(first: 50) { edges { node { id state } } }
  call { location callsItself expectedHeads venueShortBy heldUp { at message } }`;
const ANSWER = `__typename ... on Meeting { ${MEETING} } ... on Refusal { code message }
  ... on OffersMissing { offers { offerTitle state owner { code } refusal { code message
    ... on SpanTaken { nextFree { startsAt endsAt } similar { title } } } } }`;
const STEP = `__typename ... on Meeting { ${MEETING} } ... on Refusal { code message }`;

const ACTS = {
  planMeetingOffers: ['items: [MeetingOfferInput!]!', ANSWER],
  requestMeetingOffers: ['', ANSWER],
  callMeeting: ['', ANSWER],
  moveMeeting: ['input: MoveMeetingInput!', ANSWER],
  updateMeeting: ['input: UpdateMeetingInput!', ANSWER],
  cancelMeeting: ['reason: String!', STEP],
  dropMeetingOffer: ['', STEP],
  letMeetingCallItself: ['callsItself: Boolean!', STEP],
} as const;
export type VenueActName = keyof typeof ACTS;
const UNTRIED: readonly VenueActName[] = ['updateMeeting', 'letMeetingCallItself'];

const SEE = `query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`;
const BOOKING = `query ($id: ID!) { booking(id: $id) { ${BOOKED} remark meeting { id title state } } }`;
const OF_OFFER = `query ($id: ID!, $from: DateTime, $to: DateTime) {
  bookings(filter: { offerId: $id, states: [CONFIRMED, REQUESTED, AWAITING_OWNER], from: $from, to: $to }, first: 100) {
  edges { node { ${BOOKED} } } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { confirmBooking(id: $id, version: $version) {
  __typename ... on BookingConfirmation { booking { ${BOOKED} } } ... on Refusal { code } } }`;
const DECLINE = `mutation ($id: ID!, $version: Int!) { declineBooking(id: $id, version: $version) { __typename } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }`;

export interface SeenBooking {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly purpose: string;
  readonly requester: { readonly code: string };
  readonly replaces: { readonly id: string; readonly state: string } | null;
  readonly remark?: string | null;
  readonly meeting?: { readonly id: string; readonly title: string; readonly state: string } | null;
}

export interface SeenWanted {
  readonly id: string;
  readonly version: number;
  readonly offerTitle: string;
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly owner: { readonly code: string };
  readonly booking: SeenBooking | null;
  readonly obstacle: { readonly code: string } | null;
}

export interface SeenVenues {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly offers: readonly SeenWanted[];
  readonly bookings: { readonly edges: readonly { readonly node: { readonly state: string } }[] };
  readonly call: {
    readonly location: string | null;
    readonly callsItself: boolean;
    readonly venueShortBy: number;
    readonly heldUp: { readonly at: string; readonly message: string } | null;
  } | null;
}

export type VenueOutcome = Partial<SeenVenues> & {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
};

/** Gives meetings of a network their venues and vehicles, and answers as the owners would; over HTTP. */
export class VenueActs {
  readonly meetings: MeetingActs;

  constructor(
    private readonly region: TestRegion,
    network = 'southeast',
  ) {
    this.meetings = new MeetingActs(region, network);
  }

  /** A draft that wants these. */
  async wanting(items: readonly object[], changes: object = {}): Promise<SeenVenues> {
    return this.act('planMeetingOffers', await this.meetings.draft(changes), { items });
  }

  /** By the secretary, expected to be granted. */
  async act(
    name: VenueActName,
    thing: Pick<SeenMeeting, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenVenues> {
    const outcome = await this.tryAct(this.meetings.secretary, name, thing, more);
    if (outcome.__typename !== 'Meeting') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenVenues;
  }

  async tryAct(
    account: string,
    name: VenueActName,
    { id, version }: Pick<SeenMeeting, 'id' | 'version'>,
    more: object = {},
  ): Promise<VenueOutcome> {
    const [own, answer] = ACTS[name];
    const canBeTried = !UNTRIED.includes(name);
    const declared = `$id: ID!, $version: Int!${own && `, $${own}`}${canBeTried ? ', $tryOnly: Boolean' : ''}`;
    const argument = own.split(':')[0];
    const passed = `${own && `, ${argument}: $${argument}`}${canBeTried ? ', tryOnly: $tryOnly' : ''}`;
    const document = `mutation (${declared}) { done: ${name}(id: $id, version: $version${passed}) { ${answer} } }`;
    const given = { id, version, reason: '说明', ...more };
    const { data, errors } = await this.region.as(account).tryAsk<{ done: VenueOutcome }>(document, given);
    return (
      data?.done ?? { __typename: errors?.[0]?.extensions.code ?? '', message: errors?.[0]?.message ?? '' }
    );
  }

  async see(account: string, id: string): Promise<SeenVenues | null> {
    return (await this.region.as(account).ask<{ meeting: SeenVenues | null }>(SEE, { id })).meeting;
  }

  async booking(account: string, id: string): Promise<SeenBooking | null> {
    return (await this.region.as(account).ask<{ booking: SeenBooking | null }>(BOOKING, { id })).booking;
  }

  /** What stands of an offer, as its owner sees it; in that span alone, if one is given. */
  async standing(
    owner: string,
    offerId: string,
    { startsAt: from, endsAt: to }: { startsAt?: string; endsAt?: string } = {},
  ): Promise<SeenBooking[]> {
    type Listed = { bookings: { edges: { node: SeenBooking }[] } };
    const { bookings } = await this.region.as(owner).ask<Listed>(OF_OFFER, { id: offerId, from, to });
    return bookings.edges.map(({ node }) => node);
  }

  /** By its owner, as it is now. */
  async confirm(wanted: SeenWanted | undefined, booking = wanted?.booking): Promise<string> {
    const { __typename } = await this.answer(CONFIRM, 'confirmBooking', wanted, booking);
    return __typename;
  }

  async decline(wanted: SeenWanted | undefined): Promise<string> {
    return (await this.answer(DECLINE, 'declineBooking', wanted, wanted?.booking)).__typename;
  }

  async cancelByOwner(wanted: SeenWanted | undefined): Promise<string> {
    return (await this.answer(CANCEL, 'cancelBooking', wanted, wanted?.booking)).__typename;
  }

  private async answer(
    document: string,
    name: string,
    wanted: SeenWanted | undefined,
    booking: SeenBooking | null | undefined,
  ): Promise<{ __typename: string }> {
    const owner = wanted?.owner.code ?? '';
    const { version } = (await this.booking(owner, booking?.id ?? '')) ?? { version: 0 };
    const done = await this.region
      .actingAs(owner)
      .ask<Record<string, { __typename: string }>>(document, { id: booking?.id, version });
    return done[name] ?? { __typename: '' };
  }
}

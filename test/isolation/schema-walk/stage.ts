import { JobRunner } from '#jobs';
import { pino } from 'pino';
import type { TestRegion } from '../../support/test-region.js';
import { webhook } from '../../support/webhook-acts.js';
import { accessToken } from '../../support/access-token-acts.js';
import { attachPicture } from '../../support/attached.js';
import { PASSWORD, startWorld, type World } from '../../support/world.js';
import type { IdType } from './coordinates.js';
import { ActionStage, hideActions } from './action-stage.js';
import { hideMeetings, MeetingStage } from './meeting-stage.js';
import { DoingStage, hideOutcomes } from './doing-stage.js';
import { EvaluationStage, hideEvaluations } from './evaluation-stage.js';
import { hideNominations, NominationStage } from './nomination-stage.js';
import { hideJudging, JudgingStage } from './judging-stage.js';
import { hideMenus, MenuStage } from './menu-stage.js';
import { hideResults, ResultStage } from './result-stage.js';
import { hideOrders, OrderStage } from './order-stage.js';
import { hideRecognitions, RecognitionStage } from './recognition-stage.js';
import { hideSignUps, SignUpStage } from './sign-up-stage.js';
import { ClaimStage, hideClaims } from './claim-stage.js';
import { hideNeeds, NeedStage } from './need-stage.js';
import { hideProjects, ProjectStage } from './project-stage.js';

const CREATE = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id version } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  publishOffer(id: $id, version: $version, networkIds: $networkIds) { ... on Offer { id version } }
}`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version } } }
}`;
const REPEAT = `mutation ($input: RequestSeriesInput!) { requestSeries(input: $input) { ... on SeriesOutcome { series { id } bookings { id version } } } }`;
const END = `mutation ($id: ID!, $version: Int!) { cancelSeries(id: $id, version: $version, scope: THIS) { ... on SeriesOutcome { bookings { originalStart } } } }`;
const BUNDLE = `mutation ($input: RequestBookingsInput!) { requestBookings(input: $input) { ... on BookingBundle { bookings { id version } } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } ... on Post { id version } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { ... on Membership { id version } } }`;
const APPOINT = `mutation ($input: AppointInput!) {
  appoint(input: $input) { ... on Appointment { post { id version } setUp { oneTimeCode } } }
}`;

const CODE = `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) { oneTimeCode } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Access { refreshToken } } }`;
const CLOSE = `mutation ($id: ID!, $input: CloseOfferInput!) { closeOffer(id: $id, input: $input) { ... on OfferClosing { closure { id version } } } }`;
const SESSIONS = `{ sessions { edges { node { id isCurrent } } } }`;
const INVITE_NEW = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { membership { id } oneTimeCode } }`;
const HAND_OVER = `mutation ($id: ID!, $version: Int!, $input: HandOverInput!) {
  handOverPost(id: $id, version: $version, input: $input) { ... on Appointment { post { id } } }
}`;

/** A thing and its version: the arguments of a step. */
export interface Thing {
  id: string;
  version: number;
}

const DRAFT = {
  title: '健康讲座',
  hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
  confirmation: 'OWNER',
  longestMinutes: 120,
  contactPhone: '021-5555 0002',
  notes: '内部备注',
  facts: { expertise: { field: '全科医学', languages: ['zh'] } },
};

/** What the walk asks about: things of several units in two networks and two regions. */
export class Stage {
  readonly draft = DRAFT;
  readonly needs: NeedStage;
  readonly meetings: MeetingStage;
  readonly doing: DoingStage;
  readonly menus: MenuStage;
  readonly evaluations: EvaluationStage;
  readonly judging: JudgingStage;
  readonly nominations: NominationStage;
  readonly results: ResultStage;
  readonly orders: OrderStage;
  readonly recognitions: RecognitionStage;
  readonly signUps: SignUpStage;
  readonly actions: ActionStage;
  readonly claims: ClaimStage;
  readonly projects: ProjectStage;
  private days = 0;
  private coach: string | undefined;

  private constructor(
    readonly world: World,
    readonly offers: { bus: string; hall: string },
    private readonly hiddenThings: HiddenThings,
  ) {
    this.needs = new NeedStage(world);
    this.meetings = new MeetingStage(world);
    this.doing = new DoingStage(world);
    this.menus = new MenuStage(world);
    this.evaluations = new EvaluationStage(world);
    this.judging = new JudgingStage(world);
    this.nominations = new NominationStage(world);
    this.results = new ResultStage(world);
    this.orders = new OrderStage(world);
    this.recognitions = new RecognitionStage(world);
    this.signUps = new SignUpStage(world, this.menus);
    this.actions = new ActionStage(world, this.meetings);
    this.claims = new ClaimStage(world, this.needs);
    this.projects = new ProjectStage(world);
  }

  static async set(): Promise<Stage> {
    const world = await startWorld();
    const bus = await world.offer('bus-45');
    const hall = await world.offer('hall');
    return new Stage(world, { bus, hall }, await hide(world, bus));
  }

  /** Ids of each type that this account may not see: of another unit of its network, of another network, of another region. */
  hiddenFrom(account: string | null, type: IdType): string[] {
    const { otherRegion, riverside, southeast, drafts } = this.hiddenThings;
    const isSteward = account === 'zhoupu-steward';
    const isCommittee = account === 'southeast-committee' || account === 'southeast-officer';
    return [
      otherRegion[type],
      isSteward && type !== 'Booking' && type !== 'BookingSeries' ? undefined : riverside[type],
      // Stewards read that a working meeting is held, and its published minutes.
      isCommittee || (isSteward && (type === 'Meeting' || type === 'Minutes')) ? undefined : southeast[type],
      drafts[type],
    ].filter((id) => id !== undefined);
  }

  async newcomer(): Promise<{ region: string; account: string; password: string }> {
    return { region: this.world.code, account: 'food-market', password: PASSWORD };
  }

  async postOf(account: string): Promise<string> {
    return this.world.post(account);
  }

  async invite(unitCode: string): Promise<Thing> {
    const input = { networkId: this.world.network('southeast'), unitCode };
    return (await this.world.as('southeast-committee').ask<{ inviteUnit: Thing }>(INVITE, { input }))
      .inviteUnit;
  }

  async membership(unit: string): Promise<Thing> {
    const id = this.world.membership(unit, 'southeast');
    return (await this.world.as('southeast-committee').ask<{ node: Thing }>(NODE, { id })).node;
  }

  async suspended(unit: string): Promise<Thing> {
    const active = await this.membership(unit);
    return (await this.world.as('southeast-committee').ask<{ suspendMembership: Thing }>(SUSPEND, active))
      .suspendMembership;
  }

  async newPost(): Promise<Thing> {
    const input = {
      unitId: this.world.unit('clinic'),
      role: 'DEPUTY',
      person: { newPerson: '医务站副联络员' },
    };
    const secretary = this.world.as('southeast-committee');
    return (await secretary.ask<{ appoint: { post: Thing } }>(APPOINT, { input })).appoint.post;
  }

  /** A week ahead, whatever the clock shows by then. */
  later(): string {
    return new Date(this.world.clock.now().getTime() + 7 * 86_400_000).toISOString();
  }

  async handedOver(): Promise<Thing> {
    const post = await this.newPost();
    const input = { person: { newPerson: '后任副联络员' }, at: this.later() };
    await this.world.as('southeast-committee').ask(HAND_OVER, { ...post, input });
    return { id: post.id, version: post.version + 1 };
  }

  async passwordCode(): Promise<string> {
    const step = { postId: this.world.post('computing-institute') };
    const secretary = this.world.as('southeast-committee');
    return (await secretary.ask<{ issuePasswordCode: { oneTimeCode: string } }>(CODE, step)).issuePasswordCode
      .oneTimeCode;
  }

  newUnit(): object {
    const networkId = this.world.network('southeast');
    return { networkId, unitName: '街角书店', unitKind: 'ENTERPRISE', unitCode: 'book-shop' };
  }

  async invitation(): Promise<{ oneTimeCode: string; membership: { id: string } }> {
    const secretary = this.world.as('southeast-committee');
    type Invited = { inviteNewUnit: { oneTimeCode: string; membership: { id: string } } };
    return (await secretary.ask<Invited>(INVITE_NEW, { input: this.newUnit() })).inviteNewUnit;
  }

  async refreshToken(): Promise<string> {
    return signIn(this.world, 'savings-bank');
  }

  /** Not the one that the account's client asks with. */
  async anotherSession(account: string): Promise<string> {
    await signIn(this.world, account);
    return sessionOf(this.world, account, false);
  }

  offer(): Promise<Thing> {
    return draft(this.world, 'clinic');
  }

  publishedOffer(): Promise<Thing> {
    return lend(this.world, 'clinic', 'southeast');
  }

  async file(): Promise<string> {
    return attachPicture(this.world.as('clinic'), (await this.offer()).id);
  }

  /** Ahead, and in nobody's way. */
  closure(): object {
    return { startsAt: this.later(), endsAt: '2036-01-01T00:00:00Z', reason: '装修' };
  }

  async closed(): Promise<Thing> {
    return closeFor(this.world, 'clinic', (await this.publishedOffer()).id);
  }

  /** Every wish is for another day, so that none is in another's way. */
  wish(offerId = this.offers.bus): object {
    const day = new Date(Date.parse('2026-12-12T02:00:00Z') + 7 * 86_400_000 * this.days++);
    return {
      offerId,
      networkId: this.world.network('southeast'),
      startsAt: day.toISOString(),
      endsAt: new Date(day.getTime() + 3_600_000).toISOString(),
      purpose: '参观',
    };
  }

  /** Over before the walk begins. */
  pastUse(): object {
    return {
      offerId: this.offers.bus,
      networkId: this.world.network('southeast'),
      requesterId: this.world.unit('clinic'),
      startsAt: '2026-11-21T10:00:00+08:00',
      endsAt: '2026-11-21T12:00:00+08:00',
      purpose: '接送老人体检',
    };
  }

  async busRequest(): Promise<Thing> {
    return request(this.world, 'southeast-committee', this.wish());
  }

  /** Of the bus, by the committee; requests hold nothing, so that the same dates will do again. */
  async busSeries(): Promise<{ series: { id: string }; bookings: Thing[] }> {
    const input = this.repeated(this.offers.bus, this.world.network('southeast'));
    return repeat(this.world, 'southeast-committee', input);
  }

  /** By the clinic, on days that nobody else asks for, so that it can be confirmed. */
  async otherSeries(offerId: string): Promise<{ series: { id: string }; bookings: Thing[] }> {
    const sunday = new Date('2026-12-13T02:00:00Z');
    const input = this.repeated(offerId, this.world.network('southeast'), sunday);
    return repeat(this.world, 'clinic', input);
  }

  repeated(offerId: string, networkId: string, day?: Date): object {
    return { ...wishFor(offerId, networkId, day), rule: 'FREQ=WEEKLY;COUNT=2', purpose: '每周接送' };
  }

  async fallenDate(): Promise<object> {
    const { series, bookings } = await this.busSeries();
    type Ended = { cancelSeries: { bookings: { originalStart: string }[] } };
    const { cancelSeries } = await this.world.as('southeast-committee').ask<Ended>(END, { ...bookings[0] });
    return { seriesId: series.id, originalStart: cancelSeries.bookings[0]?.originalStart };
  }

  async bundle(): Promise<Thing> {
    const { purpose, ...item } = this.wish() as { purpose: string };
    const input = { items: [item], purpose };
    type Made = { requestBookings: { bookings: Thing[] } };
    const { requestBookings } = await this.world.as('southeast-committee').ask<Made>(BUNDLE, { input });
    return requestBookings.bookings[0] as Thing;
  }

  async hallRequest(): Promise<Thing> {
    return request(this.world, 'clinic', this.wish(this.offers.hall));
  }

  /** Lent by the fleet to the clinic through the network, and begun. */
  async begun(): Promise<Thing> {
    const { clock } = this.world;
    this.coach ??= await this.world.offer('bus-45', {
      hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
      leadTimeMinutes: 0,
      slotMinutes: 5,
      confirmation: 'AUTOMATIC',
    });
    const startsAt = Math.ceil(clock.now().getTime() / 600_000) * 600_000;
    const span = {
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + 600_000).toISOString(),
    };
    const booking = await request(this.world, 'clinic', {
      ...wishFor(this.coach, this.world.network('southeast')),
      ...span,
    });
    // Past the gap that the offer keeps, so that the next one is free.
    clock.advance(4 * 3_600_000);
    return booking;
  }

  /** Brought a step further by whom the step is for. */
  async used(account: string, field: string, more = '', begun?: Thing): Promise<Thing> {
    const thing = begun ?? (await this.begun());
    const document = `mutation ($id: ID!, $version: Int!) { done: ${field}(id: $id, version: $version ${more}) { ... on Booking { id version } } }`;
    return (await this.world.as(account).ask<{ done: Thing }>(document, { ...thing })).done;
  }

  async contested(): Promise<Thing> {
    const noShow = await this.used('bus-639', 'recordNoShow');
    return this.used('clinic', 'contestNoShow', 'remark: "来过"', noShow);
  }

  /** A month of the fleet's with every figure, as its job counts it. */
  async lent(months = {}): Promise<{ filter: object }> {
    const follow = this.world.api.app.get(JobRunner);
    await this.used('bus-639', 'noteReturn', 'heads: 3', await this.used('bus-639', 'noteReturn'));
    await follow.runDue({ url: this.world.api.database.appUrl, log: pino({ level: 'silent' }) });
    const networkId = this.world.network('southeast');
    return { filter: { networkId, unitId: this.world.unit('bus-639'), ...months } };
  }

  async busConfirmed(): Promise<Thing> {
    return confirm(this.world, 'bus-639', await this.busRequest());
  }
}

type SomeIds = Partial<Record<IdType, string>>;

/** The other region has too few units to score anything. */
type Scored = 'EvaluationObjection' | 'EvaluationResult' | 'EvaluationStanding';

interface HiddenThings {
  otherRegion: Record<Exclude<IdType, Scored>, string> & SomeIds;
  riverside: SomeIds;
  southeast: SomeIds;
  drafts: SomeIds;
}

async function hide(world: World, bus: string): Promise<HiddenThings> {
  const { other } = world;
  const otherOffer = await lend(other, 'clinic', 'southeast');
  const otherWish = { ...wishFor(otherOffer.id, other.network('southeast')), purpose: '外区' };
  const otherBooking = await request(other, 'zhoupu-no3-primary', otherWish);
  const riversideOffer = await lend(world, 'riverside-property', 'riverside');
  const riversideBooking = await request(
    world,
    'riverside-primary',
    wishFor(bus, world.network('riverside')),
  );
  const southeastOffer = await lend(world, 'savings-bank', 'southeast');
  const southeastBooking = await request(
    world,
    'food-market',
    wishFor(southeastOffer.id, world.network('southeast')),
  );
  const southeastDraft = await draft(world, 'savings-bank');
  const needs = await hideNeeds(world);
  const meetings = await hideMeetings(world);
  const menus = await hideMenus(world);
  const evaluations = await hideEvaluations(world);
  const judging = await hideJudging(world);
  const nominations = await hideNominations(world);
  const results = await hideResults(world);
  const orders = await hideOrders(world);
  const recognitions = await hideRecognitions(world);
  const outcomes = await hideOutcomes(world);
  const signUps = await hideSignUps(world);
  const actions = await hideActions(world);
  const claims = await hideClaims(world);
  const projects = await hideProjects(world);
  return {
    otherRegion: {
      ...needs.otherRegion,
      ...meetings.otherRegion,
      ...menus.otherRegion,
      ...evaluations.otherRegion,
      ...judging.otherRegion,
      ...nominations.otherRegion,
      ...orders.otherRegion,
      ...recognitions.otherRegion,
      ...signUps.otherRegion,
      ...actions.otherRegion,
      ...claims.otherRegion,
      ...projects.otherRegion,
      Area: other.area('zhoupu'),
      DishOutcome: outcomes.otherRegion,
      Booking: otherBooking.id,
      BookingSeries: await hiddenSeries(other, 'zhoupu-no3-primary', otherOffer.id, 'southeast'),
      File: await attachPicture(other.as('clinic'), otherOffer.id),
      Membership: other.membership('clinic', 'southeast'),
      Network: other.network('southeast'),
      Offer: otherOffer.id,
      OfferClosure: (await closeFor(other, 'clinic', otherOffer.id)).id,
      Post: other.post('clinic'),
      AccessToken: (await accessToken(other, 'clinic')).id,
      Webhook: (await webhook(other, 'southeast-committee', 'southeast')).id,
      WebhookDelivery: (await webhook(other, 'southeast-committee', 'southeast')).deliveryId,
      Session: await sessionOf(other, 'clinic', true),
      Unit: other.unit('clinic'),
    },
    riverside: {
      ...needs.riverside,
      ...meetings.riverside,
      ...menus.riverside,
      ...evaluations.riverside,
      ...nominations.riverside,
      ...orders.riverside,
      ...recognitions.riverside,
      ...signUps.riverside,
      ...actions.riverside,
      ...claims.riverside,
      ...projects.riverside,
      Booking: riversideBooking.id,
      DishOutcome: outcomes.riverside,
      BookingSeries: await hiddenSeries(world, 'riverside-primary', riversideOffer.id, 'riverside'),
      File: await attachPicture(world.as('riverside-property'), riversideOffer.id),
      Membership: world.membership('riverside-property', 'riverside'),
      Network: world.network('riverside'),
      Offer: riversideOffer.id,
      OfferClosure: (await closeFor(world, 'riverside-property', riversideOffer.id)).id,
      Post: world.post('riverside-property'),
      Unit: world.unit('riverside-property'),
    },
    southeast: {
      ...needs.southeast,
      ...meetings.southeast,
      ...menus.southeast,
      ...evaluations.southeast,
      ...nominations.southeast,
      ...results.southeast,
      ...orders.southeast,
      ...signUps.southeast,
      ...actions.southeast,
      ...claims.southeast,
      ...projects.southeast,
      Booking: southeastBooking.id,
      BookingSeries: await hiddenSeries(world, 'food-market', southeastOffer.id, 'southeast'),
      File: await attachPicture(world.as('food-market'), southeastBooking.id),
    },
    drafts: {
      ...needs.drafts,
      ...meetings.drafts,
      ...menus.drafts,
      ...evaluations.drafts,
      ...judging,
      ...judging.drafts,
      ...nominations.drafts,
      ...actions.drafts,
      ...projects.drafts,
      Offer: southeastDraft.id,
      OfferClosure: (await closeFor(world, 'savings-bank', southeastDraft.id)).id,
      File: await attachPicture(world.as('savings-bank'), southeastDraft.id),
      AccessToken: (await accessToken(world, 'savings-bank')).id,
      Webhook: (await webhook(world, 'riverside-committee', 'riverside')).id,
      WebhookDelivery: (await webhook(world, 'riverside-committee', 'riverside')).deliveryId,
      Session: await sessionOf(world, 'savings-bank', true),
    },
  };
}

async function hiddenSeries(
  region: TestRegion,
  account: string,
  offerId: string,
  network: string,
): Promise<string> {
  const wish = wishFor(offerId, region.network(network), new Date('2026-12-10T02:00:00Z'));
  const input = { ...wish, rule: 'FREQ=WEEKLY;COUNT=2' };
  return (await repeat(region, account, input)).series.id;
}

async function repeat(
  region: TestRegion,
  account: string,
  input: object,
): Promise<{ series: { id: string }; bookings: Thing[] }> {
  type Made = { requestSeries: { series: { id: string }; bookings: Thing[] } };
  return (await region.as(account).ask<Made>(REPEAT, { input })).requestSeries;
}

function wishFor(offerId: string, networkId: string, day = new Date('2026-12-09T02:00:00Z')): object {
  return {
    offerId,
    networkId,
    startsAt: day.toISOString(),
    endsAt: new Date(day.getTime() + 3_600_000).toISOString(),
    purpose: '别家的事',
  };
}

/** Far ahead, and in nobody's way. */
async function closeFor(region: TestRegion, account: string, id: string): Promise<Thing> {
  const input = { startsAt: '2035-01-01T00:00:00Z', endsAt: '2035-02-01T00:00:00Z', reason: '装修' };
  type Closing = { closeOffer: { closure: Thing } };
  return (await region.as(account).ask<Closing>(CLOSE, { id, input })).closeOffer.closure;
}

async function draft(region: TestRegion, account: string): Promise<Thing> {
  return (await region.as(account).ask<{ createOffer: Thing }>(CREATE, { input: DRAFT })).createOffer;
}

async function lend(region: TestRegion, account: string, network: string): Promise<Thing> {
  const step = { ...(await draft(region, account)), networkIds: [region.network(network)] };
  return (await region.as(account).ask<{ publishOffer: Thing }>(PUBLISH, step)).publishOffer;
}

async function request(region: TestRegion, account: string, input: object): Promise<Thing> {
  return (await region.as(account).ask<{ requestBooking: Thing }>(REQUEST, { input })).requestBooking;
}

async function confirm(region: TestRegion, account: string, step: Thing): Promise<Thing> {
  const { confirmBooking } = await region
    .as(account)
    .ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, step);
  return confirmBooking.booking;
}

async function sessionOf(region: TestRegion, account: string, isCurrent: boolean): Promise<string> {
  type Listed = { sessions: { edges: { node: { id: string; isCurrent: boolean } }[] } };
  const { sessions } = await region.as(account).ask<Listed>(SESSIONS);
  return sessions.edges.find(({ node }) => node.isCurrent === isCurrent)?.node.id ?? '';
}

async function signIn(world: World, account: string): Promise<string> {
  const input = { region: world.code, account, password: PASSWORD };
  return (await world.nobody().ask<{ signIn: { refreshToken: string } }>(SIGN_IN, { input })).signIn
    .refreshToken;
}

import { accessToken } from '../support/access-token-acts.js';
import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { queryAsSuperuser } from '../support/cluster.js';
import { attachPicture } from '../support/attached.js';
import type { TestClient } from '../support/test-client.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';
import { meetAndTalk } from './rich-meetings.js';
import { hold } from './rich-doing.js';
import { thank } from './rich-recognitions.js';
import { evaluate } from './rich-evaluations.js';
import { nominate } from './rich-nominations.js';
import { publishResults } from './rich-results.js';
import { judge } from './rich-judging.js';
import { dine, serveAgain } from './rich-menus.js';
import { writeMessages } from './rich-messages.js';
import { tellPrograms } from './rich-webhooks.js';
import { order } from './rich-orders.js';
import { signUp } from './rich-sign-ups.js';
import { needAndHelp } from './rich-needs.js';

interface Thing {
  readonly id: string;
  readonly version: number;
}

const REQUEST = `mutation ($input: RequestBookingInput!, $onBehalfOf: ID) {
  requestBooking(input: $input, onBehalfOf: $onBehalfOf) { __typename ... on Booking { id version } }
}`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version } } }
}`;
const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { ... on Booking { id version } } }`;
const REPEAT = `mutation ($input: RequestSeriesInput!) { requestSeries(input: $input) { ... on SeriesOutcome { bookings { id version } } } }`;
const RENAME = `mutation ($id: ID!, $version: Int!) { changeSeries(id: $id, version: $version, scope: ALL, input: { heads: 12 }) { __typename } }`;
const BUNDLE = `mutation ($input: RequestBookingsInput!) { requestBookings(input: $input) { ... on BookingBundle { bookings { id } } } }`;
const CLOSE = `mutation ($id: ID!, $input: CloseOfferInput!) { closeOffer(id: $id, input: $input) { __typename } }`;
const EXCEPT = `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!) {
  setOfferExceptions(id: $id, version: $version, exceptions: $exceptions) { __typename }
}`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const INVITE_NEW = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { membership { id } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } ... on Offer { id version } ... on Post { id version } } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ... on Appointment { post { id version } } } }`;
const HAND_OVER = `mutation ($id: ID!, $version: Int!, $input: HandOverInput!) {
  handOverPost(id: $id, version: $version, input: $input) { ... on Appointment { post { id } } }
}`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const PASSWORD_CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`;

const step = (field: string) =>
  `mutation ($id: ID!, $version: Int!) { done: ${field}(id: $id, version: $version) { __typename ... on Node { id } } }`;

/** In the order in which bookings are made; each is answered in the next of the ways. */
const WISHES = [
  { offer: 'bus-45', by: 'southeast-committee', network: 'southeast', owner: 'bus-639', hour: 10 },
  { offer: 'bus-45', by: 'riverside-primary', network: 'riverside', owner: 'bus-639', hour: 13 },
  { offer: 'hall', by: 'clinic', network: 'southeast', owner: 'southeast-kindergarten', hour: 10 },
  { offer: 'ladder-truck', by: 'riverside-property', network: 'riverside', owner: 'fire-squadron', hour: 9 },
  { offer: 'ladder-truck', by: 'clinic', network: 'southeast', owner: 'fire-squadron', hour: 15 },
  { offer: 'health-talk', by: 'food-market', network: 'southeast', owner: 'clinic', hour: 10 },
] as const;
const ANSWERS = [null, 'confirmBooking', 'declineBooking', 'withdrawBooking', 'cancelBooking', null];
const OPEN = {
  hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
  leadTimeMinutes: 0,
  longestMinutes: 240,
  slotMinutes: 30,
  contactPhone: '021-5812',
};
/** A slow machine must not look like a refusal (ms). */
const PATIENCE = {
  connectionTimeoutMillis: 60_000,
  statement_timeout: 60_000,
  lock_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
};
const SATURDAY = Date.parse('2026-11-28T00:00:00+08:00');
const HOUR = 3_600_000;

/** Instants that JavaScript cannot tell apart, and cursors must. */
const SAME_MILLISECOND = `
  UPDATE booking SET requested_at = timestamptz '2026-11-23T09:00:00.123+08' + (heads % 3) * interval '1 microsecond' WHERE heads < 20;
  UPDATE offer SET created_at = created_at + (char_length(title) % 3) * interval '1 microsecond';
  UPDATE need SET posted_at = posted_at + (char_length(title) % 3) * interval '1 microsecond';
  UPDATE claim SET updated_at = updated_at + version % 3 * interval '1 microsecond';
  UPDATE meeting SET starts_at = starts_at + version % 3 * interval '1 microsecond';
  UPDATE dish SET starts_at = starts_at + version % 3 * interval '1 microsecond';
  UPDATE sign_up SET signed_at = signed_at + version % 3 * interval '1 microsecond';
  UPDATE menu_notice SET told_at = told_at + length(kind) % 3 * interval '1 microsecond';
  UPDATE project SET posted_at = posted_at + (char_length(title) % 3) * interval '1 microsecond';
  UPDATE session SET started_at = date_trunc('hour', started_at) + (generation + length(coalesce(device, ''))) % 2 * interval '1 microsecond';
  INSERT INTO audit_line SELECT (jsonb_populate_record(line, jsonb_build_object(
    'id', gen_random_uuid(), 'thing_type', 'Unit', 'thing_id', line.unit_id))).* FROM audit_line line WHERE part = 'Post';
  UPDATE audit_line SET at = at + step * interval '1 microsecond';`;

/** A world in which every list is longer than a page, and every thing has been through something. */
export async function startRichWorld(): Promise<World> {
  const world = await startWorld({ patience: PATIENCE });
  await signInOften(world);
  const offers = await lend(world);
  await fillOffices(world);
  await book(world, offers);
  await recordUses(world, offers);
  await repeat(world, offers);
  await closeSome(world, offers);
  await needAndHelp(world, offers);
  await meetAndTalk(world);
  await dine(world);
  await order(world);
  await signUp(world);
  await hold(world);
  await serveAgain(world);
  await evaluate(world);
  await thank(world);
  await judge(world);
  await nominate(world);
  await publishResults(world);
  await changeMemberships(world);
  await writeMessages(world);
  await tellPrograms(world);
  const elsewhere = await world.other.offer('health-talk');
  await attachPicture(world.other.as('clinic'), elsewhere);
  await queryAsSuperuser(SAME_MILLISECOND, world.api.database.name);
  return world;
}

/** The codes of the case, and further ones whose titles tie or follow pinyin. */
async function lend(world: World): Promise<Record<string, string>> {
  const codes = [
    'bus-45',
    'bus-lounge',
    'hall',
    'power-380',
    'pumps',
    'health-talk',
    'playground',
    'ladder-truck',
  ];
  const offers: Record<string, string> = {};
  for (const code of codes) offers[code] = await world.offer(code, { ...OPEN, notes: code });
  for (const title of ['重庆路会议室', '长江路会议室', '阿婆茶室', 'Zebra room', '会议室', '会议室']) {
    world.clock.advance(title.length);
    await world.offer('newcomers-home', { title, description: title.length > 4 ? null : '同名' });
  }
  const withdrawn = await world.offer('parents-school');
  const { node } = await world.as('secondary-school').ask<{ node: Thing }>(NODE, { id: withdrawn });
  await world.as('secondary-school').ask(step('withdrawOffer'), node);
  const drafts = [await world.draft('health-talk', { title: '急救课' }), await world.draft('bus-45')];
  for (const [name, id] of ['一.png', '二.png', '三.png', '四.png'].map(
    (one) => [one, offers['hall'] ?? ''] as const,
  ))
    await attachPicture(world.as('southeast-kindergarten'), id, name);
  await attachPicture(world.as('clinic'), drafts[0]?.id ?? '');
  return offers;
}

async function fillOffices(world: World): Promise<void> {
  const [secretary, liaison] = [world.as('southeast-committee'), world.as('clinic')];
  const week = (count: number) => new Date(world.clock.now().getTime() + count * 168 * HOUR).toISOString();
  for (const name of ['张三', '阿强', '张三']) await appoint(liaison, world, 'clinic', { newPerson: name });
  for (const unit of ['food-market', 'clinic', 'southeast-kindergarten', 'savings-bank'])
    for (const name of ['周五', '阿明']) await appoint(secretary, world, unit, { newPerson: name });
  const later = await appoint(secretary, world, 'food-market', { newPerson: '李四' }, week(1));
  await secretary.ask(step('revokePost'), later);
  const held = await appoint(secretary, world, 'savings-bank', { newPerson: '王五' });
  await secretary.ask(HAND_OVER, { ...held, input: { person: { newPerson: '赵六' }, at: week(2) } });
}

async function appoint(
  by: TestClient,
  world: World,
  unit: string,
  person: object,
  since: string | null = null,
): Promise<Thing> {
  const input = {
    unitId: world.unit(unit),
    role: 'DEPUTY',
    person,
    since,
    dutyPhone: since ? null : '021-5813',
  };
  return (await by.ask<{ appoint: { post: Thing } }>(APPOINT, { input })).appoint.post;
}

async function book(world: World, offers: Record<string, string>): Promise<void> {
  for (let round = 0; round < ANSWERS.length; round++) {
    world.clock.advance(round % 2);
    for (const [at, wish] of WISHES.entries()) {
      const startsAt = SATURDAY + (round * 7 * 24 + wish.hour) * HOUR;
      const input = {
        offerId: offers[wish.offer],
        networkId: world.network(wish.network),
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(startsAt + HOUR).toISOString(),
        purpose: `第${round}次`,
        heads: 1 + round * 4 + at,
        contactName: at % 2 ? null : '小周',
      };
      await bookOne(world, wish, input, ANSWERS[(round + at) % ANSWERS.length] ?? null);
    }
  }
}

/** What two units have lent before, in their accounts and figures. */
async function recordUses(world: World, offers: Record<string, string>): Promise<void> {
  for (const [offer, owner] of [
    ['bus-45', 'bus-639'],
    ['hall', 'southeast-kindergarten'],
  ] as const) {
    const network = { networkId: world.network('southeast'), requesterId: world.unit('clinic') };
    const span = { startsAt: '2026-11-20T10:00:00+08:00', endsAt: '2026-11-20T11:40:00+08:00' };
    const input = { offerId: offers[offer], ...network, ...span, purpose: '以往', heads: 30 };
    await world.as(owner).ask(RECORD, { input });
  }
  const runner = world.api.app.get(JobRunner);
  await runner.runDue({ url: world.api.database.appUrl, log: pino({ level: 'silent' }) });
}

/** Series that tie by when they were asked for, some with dates left out; and two things in one act. */
async function repeat(world: World, offers: Record<string, string>): Promise<void> {
  const networkId = world.network('southeast');
  const day = SATURDAY + 48 * HOUR;
  const span = { startsAt: new Date(day + 16 * HOUR), endsAt: new Date(day + 17 * HOUR) };
  for (const [by, offer] of [
    ['clinic', 'hall'],
    ['southeast-committee', 'bus-45'],
    ['clinic', 'ladder-truck'],
    ['food-market', 'health-talk'],
  ] as const) {
    const wish = { ...span, offerId: offers[offer], networkId, purpose: `每周${offer}` };
    const rule = `FREQ=WEEKLY;COUNT=${offer === 'hall' ? 4 : 2}`;
    const input = { ...wish, rule, skipClashes: true };
    type Made = { requestSeries: { bookings: Thing[] } };
    const { requestSeries } = await world.as(by).ask<Made>(REPEAT, { input });
    await world.as(by).ask(RENAME, { ...requestSeries.bookings[0] });
  }
  const items = [offers['hall'], offers['bus-45']].map((offerId) => ({ ...span, offerId, networkId }));
  await world.as('clinic').ask(BUNDLE, { input: { items, purpose: '一次办好' } });
}

/** Over some of what is booked, and what stands in the place of the hours on a day of it. */
async function closeSome(world: World, offers: Record<string, string>): Promise<void> {
  for (const [account, offer, weeks] of [
    ['bus-639', 'bus-45', 1],
    ['bus-639', 'bus-45', 0],
    ['fire-squadron', 'ladder-truck', 1],
  ] as const) {
    const startsAt = SATURDAY + weeks * 168 * HOUR;
    const span = { startsAt: new Date(startsAt), endsAt: new Date(startsAt + 24 * HOUR) };
    const input = { ...span, reason: '检修', bookings: 'KEEP' };
    await world.as(account).ask(CLOSE, { id: offers[offer], input });
  }
  const { node } = await world.as('clinic').ask<{ node: Thing }>(NODE, { id: offers['health-talk'] });
  const exceptions = [
    { day: '2026-12-05', spans: [] },
    { day: '2026-12-06', spans: [{ from: '08:00', to: '24:00' }] },
  ];
  await world.as('clinic').ask(EXCEPT, { ...node, exceptions });
}

async function bookOne(
  world: World,
  { by, owner, network }: (typeof WISHES)[number],
  input: object,
  answer: string | null,
): Promise<void> {
  const isOnBehalf = by === 'food-market' || by === 'riverside-property';
  const asker = world.as(isOnBehalf ? `${network}-committee` : by);
  const onBehalfOf = isOnBehalf ? world.unit(by) : null;
  const { requestBooking } = await asker.ask<{ requestBooking: Thing & { __typename: string } }>(REQUEST, {
    input,
    onBehalfOf,
  });
  const { __typename, ...asked } = requestBooking;
  if (__typename !== 'Booking') throw new Error(`${by} was refused a booking: ${__typename}.`);
  await attachPicture(asker, asked.id).catch(() => {});
  if (answer === null || (owner === 'southeast-kindergarten' && answer !== 'withdrawBooking')) return;
  if (answer === 'withdrawBooking') {
    if (!isOnBehalf) await asker.ask(step(answer), asked);
    return;
  }
  if (answer === 'declineBooking') return void (await world.as(owner).ask(step(answer), asked));
  const { confirmBooking } = await world
    .as(owner)
    .ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, asked);
  if (answer === 'cancelBooking') await world.as(owner).ask(step(answer), confirmBooking.booking);
  else if (network === 'southeast') await waitFor(world, input);
}

/** Two who want what is taken; of one only the committee knows. */
async function waitFor(world: World, input: object): Promise<void> {
  const wish = { input: { ...input, waitIfTaken: true } };
  await world.as('southeast-committee').ask(REQUEST, wish);
  await world.as('southeast-officer').ask(REQUEST, { ...wish, onBehalfOf: world.unit('food-market') });
}

async function changeMemberships(world: World): Promise<void> {
  const secretary = world.as('southeast-committee');
  const networkId = world.network('southeast');
  await secretary.ask(INVITE, { input: { networkId, unitCode: 'riverside-primary' } });
  await secretary.ask(INVITE_NEW, {
    input: { networkId, unitName: '街角书店', unitKind: 'ENTERPRISE', unitCode: 'book-shop' },
  });
  for (const [field, unit] of [
    ['suspendMembership', 'developer'],
    ['resumeMembership', 'developer'],
    ['suspendMembership', 'developer'],
    ['removeMembership', 'party-school'],
  ] as const) {
    const { node } = await secretary.ask<{ node: Thing }>(NODE, { id: world.membership(unit, 'southeast') });
    await secretary.ask(step(field), node);
  }
}

async function signInOften(world: World): Promise<void> {
  const input = { current: PASSWORD, password: PASSWORD };
  for (const account of ['resident-1', 'resident-1', 'clinic', 'clinic'])
    await world.as(account).ask(PASSWORD_CHANGE, { input });
  for (const account of ['clinic', 'resident-1', 'southeast-committee']) {
    for (const name of ['大屏', '日报', '大屏']) await accessToken(world, account, { name });
    for (const device of [null, '手机', '办公室', '家', '平板']) {
      if (device === '家') world.clock.advance(1);
      await world
        .nobody()
        .ask(SIGN_IN, { input: { region: world.code, account, password: PASSWORD, device } });
    }
  }
}

import { settleMail } from '../../support/settle-mail.js';
import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { attachPicture } from '../../support/attached.js';
import { ISSUER, letAccountsBeOpened, proofOf } from '../../support/external-acts.js';
import { EXAMPLE } from '../../support/example-file.js';
import { NOWHERE } from '../../support/test-api.js';
import type { TestClient } from '../../support/test-client.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import { PASSWORD, type World } from '../../support/world.js';
import type { Everything } from './everything.js';
import { holdInEveryWay } from './doing-acts.js';
import { evaluateInEveryWay } from './evaluation-acts.js';
import { judgeInEveryWay } from './judging-acts.js';
import { dineInEveryWay } from './menu-acts.js';
import { resultInEveryWay } from './result-acts.js';
import { nominateInEveryWay } from './nomination-acts.js';
import { orderInEveryWay } from './order-acts.js';
import { thankInEveryWay } from './recognition-acts.js';
import { signUpInEveryWay } from './sign-up-acts.js';
import { decideInEveryWay } from './action-acts.js';
import { meetInEveryWay } from './meeting-acts.js';
import { claimInEveryWay } from './claims.js';
import { callInEveryWay, needInEveryWay } from './needs.js';
import { projectInEveryWay } from './projects.js';

/** Does every act that the API knows at least once, each with success. */
export async function actInEveryWay(all: Everything, world: World): Promise<void> {
  const bus = await offerInEveryWay(all, world);
  await bookInEveryWay(all, world, bus);
  await meetInEveryWay(all, world);
  await dineInEveryWay(all, world);
  await holdInEveryWay(all, world);
  await orderInEveryWay(all, world);
  await signUpInEveryWay(all, world);
  await decideInEveryWay(all, world);
  await all.ask(
    world.as('bus-639'),
    'withdrawOffer',
    versionOf(await all.get<Versioned>(world.as('bus-639'), bus.id)),
  );
  await needInEveryWay(all, world);
  await callInEveryWay(all, world);
  await claimInEveryWay(all, world);
  await projectInEveryWay(all, world);
  await evaluateInEveryWay(all, world);
  await thankInEveryWay(all, world);
  await judgeInEveryWay(all, world);
  await nominateInEveryWay(all, world);
  await resultInEveryWay(all, world);
  await changeMembers(all, world);
  await changePosts(all, world);
  await bringUnits(all, world);
  await changePasswords(all, world);
  await keepCalendar(all, world);
  await letProgramsIn(all, world);
  await signInFromOutside(all, world);
  await beTold(all, world);
  await tellPrograms(all, world);
  await signInAndOut(all, world);
}

async function offerInEveryWay(all: Everything, world: World): Promise<Versioned> {
  const fleet = world.as('bus-639');
  const input = EXAMPLE.offers.find(({ code }) => code === 'bus-45')?.input;
  const draft = await all.ask<Versioned>(fleet, 'createOffer', { input });
  await attachPicture(fleet, draft.id);
  const spare = await attachPicture(fleet, draft.id, 'spare.png');
  await all.ask(fleet, 'removeFile', { id: spare });
  const changed = await all.ask<Versioned>(fleet, 'updateOffer', {
    ...versionOf(draft),
    input: { contactPhone: '021-5555 0002', slotMinutes: 30 },
  });
  const shown = await all.ask<Versioned>(fleet, 'publishOffer', {
    ...versionOf(changed),
    networkIds: [world.network('southeast'), world.network('riverside')],
  });
  return changeDays(all, fleet, shown);
}

async function changeDays(all: Everything, fleet: TestClient, shown: Versioned): Promise<Versioned> {
  const exceptions = [{ day: '2027-03-01', spans: [{ from: '08:00', to: '24:00' }] }];
  const offer = await all.ask<Versioned>(fleet, 'setOfferExceptions', { ...versionOf(shown), exceptions });
  const input = { startsAt: '2027-04-01T00:00:00Z', endsAt: '2027-04-02T00:00:00Z', reason: '年检' };
  const { closure } = await all.ask<{ closure: Versioned }>(fleet, 'closeOffer', { id: offer.id, input });
  await all.ask(fleet, 'liftClosure', versionOf(closure));
  await all.ask(fleet, 'closeOffer', { id: offer.id, input });
  return offer;
}

async function bookInEveryWay(all: Everything, world: World, bus: Versioned): Promise<void> {
  const request = (account: string, offerId: string, network: string, from: string): Promise<Versioned> => {
    const startsAt = `${from}:00+08:00`;
    const endsAt = new Date(Date.parse(startsAt) + 7_200_000).toISOString();
    const input = {
      offerId,
      networkId: world.network(network),
      startsAt,
      endsAt,
      purpose: '参观',
      contactPhone: '021-5555 0001',
    };
    return all.ask<Versioned>(world.as(account), 'requestBooking', { input });
  };
  const fleet = world.as('bus-639');

  const first = await request('southeast-committee', bus.id, 'southeast', '2026-12-12T10:00');
  await request('riverside-primary', bus.id, 'riverside', '2026-12-12T10:00');
  const { booking } = await all.ask<{ booking: Versioned }>(fleet, 'confirmBooking', versionOf(first));
  await all.ask(fleet, 'cancelBooking', { ...versionOf(booking), remark: '车辆维修' });
  const second = await request('riverside-primary', bus.id, 'riverside', '2026-12-13T10:00');
  await all.ask(world.as('riverside-primary'), 'withdrawBooking', versionOf(second));
  const third = await request('riverside-primary', bus.id, 'riverside', '2026-12-13T10:00');
  await all.ask(fleet, 'declineBooking', versionOf(third));

  const fourth = await request('southeast-committee', bus.id, 'southeast', '2026-12-14T10:00');
  const taken = await all.ask<{ booking: Versioned }>(fleet, 'confirmBooking', versionOf(fourth));
  const committee = world.as('southeast-committee');
  const [from, to] = ['2026-12-14T10:00:00+08:00', '2026-12-14T11:00:00+08:00'];
  const input = { purpose: '参观', contactPhone: '021-5555 0002' };
  const reworded = await all.ask<Versioned>(committee, 'updateBooking', {
    ...versionOf(taken.booking),
    input,
  });
  const shorter = { ...versionOf(reworded), startsAt: from, endsAt: to };
  const shortened = await all.ask<Versioned>(committee, 'moveBooking', shorter);
  const later = { startsAt: '2026-12-15T10:00:00+08:00', endsAt: '2026-12-15T11:00:00+08:00' };
  await all.ask(committee, 'moveBooking', { ...versionOf(shortened), ...later });
  await all.ask(committee, 'displaceBooking', {
    ...versionOf(shortened),
    reason: '排涝',
    ownUse: { purpose: '抢险' },
  });

  const [playground = '', hall = ''] = await world.offers('playground', 'hall');
  await request('bus-639', playground, 'southeast', '2026-12-12T10:00');
  const asked = await request('bus-639', hall, 'southeast', '2026-12-12T10:00');
  const agreed = await all.ask<Versioned>(
    world.as('southeast-committee'),
    'agreeToBooking',
    versionOf(asked),
  );
  await all.ask(world.as('southeast-kindergarten'), 'confirmBooking', versionOf(agreed));
  await shareInEveryWay(all, world);
  await recordInEveryWay(all, world, bus.id);
  await useInEveryWay(all, world, bus.id);
  await repeatInEveryWay(all, world, bus.id);
  await answerSeries(all, world, hall);
}

/** Kilowatts are lent, become fewer than were lent, and are given back in part. */
async function shareInEveryWay(all: Everything, world: World): Promise<void> {
  const [committee, institute] = [world.as('southeast-committee'), world.as('computing-institute')];
  const offerId = await world.offer('power-380');
  const span = { startsAt: '2026-12-04T08:00:00+08:00', endsAt: '2026-12-25T18:00:00+08:00' };
  const wish = { offerId, networkId: world.network('southeast'), ...span, purpose: '体育弄' };
  const lend = async (amount: string): Promise<Versioned> => {
    const asked = await all.ask<Versioned>(committee, 'requestBooking', { input: { ...wish, amount } });
    return (await all.ask<{ booking: Versioned }>(institute, 'confirmBooking', versionOf(asked))).booking;
  };
  await lend('45.0');
  const { id } = await lend('12.5');
  const facts = { powerSupply: { voltage: 380, phases: 3, maxLoadKw: '50', electricianNeeded: true } };
  const power = await all.get<Versioned>(institute, offerId);
  await all.ask(institute, 'updateOffer', { ...versionOf(power), input: { facts } });
  await all.ask(committee, 'cancelBooking', versionOf(await all.get<Versioned>(committee, id)));
}

interface Made {
  series: Versioned;
  bookings: (Versioned & { originalStart: string })[];
}

/** Two things in one act, and one thing again and again. */
async function repeatInEveryWay(all: Everything, world: World, offerId: string): Promise<void> {
  const committee = world.as('southeast-committee');
  const at = (day: string) => ({ startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T12:00:00+08:00` });
  const item = { offerId, networkId: world.network('southeast') };
  const { bookings } = await all.ask<{ bookings: Versioned[] }>(committee, 'requestBookings', {
    input: {
      items: [
        { ...item, ...at('2026-12-22') },
        { ...item, ...at('2026-12-23') },
      ],
      purpose: '参观',
    },
  });
  await all.ask(committee, 'cancelBookings', versionOf(bookings[0]));
  const made = await all.ask<Made>(committee, 'requestSeries', {
    input: { ...item, ...at('2026-12-24'), purpose: '参观', rule: 'FREQ=WEEKLY;COUNT=40', skipClashes: true },
  });
  const { booking } = await all.ask<{ booking: Versioned }>(
    world.as('bus-639'),
    'confirmBooking',
    versionOf(made.bookings[0]),
  );
  const input = {
    startsAt: '2026-12-24T12:30:00+08:00',
    endsAt: '2026-12-24T13:30:00+08:00',
    purpose: '参访',
  };
  const moved = await all.ask<Made>(committee, 'changeSeries', {
    ...versionOf(booking),
    scope: 'ALL',
    input,
  });
  const last = moved.bookings[1] as Made['bookings'][number];
  await all.ask(committee, 'cancelSeries', { ...versionOf(last), scope: 'THIS' });
  await all.ask(committee, 'requestSeriesDate', {
    input: { seriesId: made.series.id, originalStart: last.originalStart },
  });
}

/** Both sides have their word on a whole series. */
async function answerSeries(all: Everything, world: World, offerId: string): Promise<void> {
  const [clinic, committee] = [world.as('clinic'), world.as('southeast-committee')];
  const owner = world.as('southeast-kindergarten');
  const span = { startsAt: '2026-12-19T10:00:00+08:00', endsAt: '2026-12-19T12:00:00+08:00' };
  const wish = { offerId, networkId: world.network('southeast'), ...span, purpose: '义诊' };
  const repeat = (): Promise<Made> =>
    all.ask<Made>(clinic, 'requestSeries', { input: { ...wish, rule: 'FREQ=WEEKLY;COUNT=2' } });
  const dates = ({ bookings }: Made): object => ({ ...versionOf(bookings[0]), scope: 'ALL' });
  const [made, rival] = [await repeat(), await repeat()];
  const agreed = await all.ask<Made>(committee, 'agreeToSeries', dates(made));
  await all.ask(owner, 'confirmSeries', { ...dates(agreed), rivals: 'KEEP' });
  await all.ask(owner, 'declineSeries', dates(rival));
}

/** What a committee is told by telephone, and what is written down afterwards. */
async function recordInEveryWay(all: Everything, world: World, offerId: string): Promise<void> {
  const officer = world.as('southeast-officer');
  const networkId = world.network('southeast');
  const [bus, clinic] = [world.unit('bus-639'), world.unit('clinic')];
  const wish = { offerId, networkId, purpose: '送诊', contactPhone: '13812345678' };
  const at = (day: string) => ({ startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T12:00:00+08:00` });
  const request = (day: string): Promise<Versioned> =>
    all.ask<Versioned>(officer, 'requestBooking', { input: { ...wish, ...at(day) }, onBehalfOf: clinic });
  const { booking } = await all.ask<{ booking: Versioned }>(officer, 'confirmBooking', {
    ...versionOf(await request('2026-12-19')),
    onBehalfOf: bus,
  });
  await all.ask(officer, 'cancelBooking', { ...versionOf(booking), onBehalfOf: clinic });
  await all.ask(officer, 'declineBooking', { ...versionOf(await request('2026-12-20')), onBehalfOf: bus });
  await all.ask(officer, 'withdrawBooking', {
    ...versionOf(await request('2026-12-20')),
    onBehalfOf: clinic,
  });
  const past = { offerId, networkId, requesterId: clinic, purpose: '送诊', ...at('2026-11-21') };
  await all.ask(officer, 'recordBooking', { input: past, onBehalfOf: bus });
}

/** What is noted once a booking has begun, and what is said about it. */
async function useInEveryWay(all: Everything, world: World, offerId: string): Promise<void> {
  const [fleet, clinic, secretary] = ['bus-639', 'clinic', 'southeast-committee'].map((account) =>
    world.as(account),
  );
  if (!fleet || !clinic || !secretary) throw new Error('Somebody is missing.');
  const before = world.clock.now();
  const begin = async (day: string): Promise<Versioned> => {
    world.clock.set(before);
    const span = { startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T12:00:00+08:00` };
    const input = { offerId, networkId: world.network('southeast'), purpose: '送诊', heads: 20, ...span };
    const asked = await all.ask<Versioned>(clinic, 'requestBooking', { input });
    const { booking } = await all.ask<{ booking: Versioned }>(fleet, 'confirmBooking', versionOf(asked));
    world.clock.set(new Date(Date.parse(span.endsAt)));
    return booking;
  };
  const first = versionOf(await begin('2026-12-05'));
  const taken = await all.ask<Versioned>(clinic, 'noteHandOver', {
    ...first,
    at: '2026-12-05T10:05:00+08:00',
  });
  const undone = await all.ask<Versioned>(clinic, 'undoHandOver', versionOf(taken));
  const returned = await all.ask<Versioned>(fleet, 'noteReturn', versionOf(undone));
  const corrected = await all.ask<Versioned>(clinic, 'noteReturn', { ...versionOf(returned), heads: 18 });
  await all.ask(clinic, 'giveFeedback', { ...versionOf(corrected), marks: 5 });
  const noShow = await all.ask<Versioned>(fleet, 'recordNoShow', versionOf(await begin('2026-12-06')));
  const contested = await all.ask<Versioned>(clinic, 'contestNoShow', {
    ...versionOf(noShow),
    remark: '来过',
  });
  await all.ask(secretary, 'ruleOnNoShow', {
    ...versionOf(contested),
    ruling: 'OVERTURNED',
    remark: '有照片',
  });
  await world.api.app
    .get(JobRunner)
    .runDue({ url: world.api.database.appUrl, log: pino({ level: 'silent' }) });
  world.clock.set(before);
}

async function changeMembers(all: Everything, world: World): Promise<void> {
  const secretary = world.as('southeast-committee');
  const invite = (unitCode: string): Promise<Versioned> =>
    all.ask<Versioned>(secretary, 'inviteUnit', {
      input: { networkId: world.network('southeast'), unitCode },
    });
  await all.ask(
    world.as('riverside-clinic'),
    'declineInvitation',
    versionOf(await invite('riverside-clinic')),
  );
  await all.ask(
    world.as('riverside-primary'),
    'acceptInvitation',
    versionOf(await invite('riverside-primary')),
  );

  // A member with an offer and bookings ahead, so that the consequences are drawn too.
  const id = world.membership('southeast-kindergarten', 'southeast');
  const kindergarten = await all.get<Versioned>(secretary, id);
  const suspended = await all.ask<Versioned>(secretary, 'suspendMembership', versionOf(kindergarten));
  const resumed = await all.ask<Versioned>(secretary, 'resumeMembership', versionOf(suspended));
  await all.ask(secretary, 'removeMembership', versionOf(resumed));
  const again = versionOf(await invite('southeast-kindergarten'));
  await all.ask(world.as('southeast-kindergarten'), 'acceptInvitation', again);
}

async function changePosts(all: Everything, world: World): Promise<void> {
  const secretary = world.as('southeast-committee');
  const appoint = (
    person: object,
    unit: string,
    role: string,
    by = secretary,
  ): Promise<{ post: Versioned }> =>
    all.ask<{ post: Versioned }>(by, 'appoint', { input: { person, unitId: world.unit(unit), role } });
  await appoint({ holderOf: world.post('clinic') }, 'bus-639', 'DEPUTY', world.as('bus-639'));
  const { post } = await appoint({ newPerson: '新任联络员' }, 'clinic', 'LIAISON');
  const input = { person: { newPerson: '再任联络员' }, at: '2027-01-01T00:00:00+08:00' };
  await all.ask(secretary, 'handOverPost', { ...versionOf(post), input });
  const handed = await all.ask<Versioned>(secretary, 'takeBackHandOver', { id: post.id, version: 2 });
  const called = await all.ask<Versioned>(secretary, 'setDutyPhone', {
    ...versionOf(handed),
    dutyPhone: '021-58110000',
  });
  await all.ask(secretary, 'revokePost', versionOf(called));
}

async function bringUnits(all: Everything, world: World): Promise<void> {
  const secretary = world.as('southeast-committee');
  const networkId = world.network('southeast');
  const unit = { networkId, unitName: '街角书店', unitKind: 'ENTERPRISE', unitCode: 'book-shop' };
  const { membership } = await all.ask<{ membership: Versioned }>(secretary, 'inviteNewUnit', {
    input: unit,
  });
  const { oneTimeCode } = await all.ask<{ oneTimeCode: string }>(secretary, 'renewInvitation', {
    membershipId: membership.id,
  });
  await all.ask(secretary, 'inviteNewUnit', { input: unit });
  const newcomer = {
    code: oneTimeCode,
    personName: '书店联络员',
    creditCode: '91350100M000100Y43',
    password: 'a password of their own',
  };
  await all.ask(world.nobody(), 'redeemInvitation', { input: newcomer });
}

async function changePasswords(all: Everything, world: World): Promise<void> {
  const secretary = world.as('southeast-committee');
  const reset = { postId: world.post('police-post') };
  const { oneTimeCode: code } = await all.ask<{ oneTimeCode: string }>(secretary, 'issuePasswordCode', reset);
  await all.ask(world.nobody(), 'setPassword', { input: { code, password: 'a password of their own' } });
  const change = { current: PASSWORD, password: 'a password of their own' };
  await all.ask(world.as('clinic'), 'changePassword', { input: change });
}

async function keepCalendar(all: Everything, world: World): Promise<void> {
  const clinic = world.as('clinic');
  await all.ask(clinic, 'openCalendarFeed');
  const { path } = await all.ask<{ path: string }>(clinic, 'openCalendarFeed');
  const { statusCode } = await world.nobody().send({ method: 'GET', url: path });
  if (statusCode !== 200) throw new Error(`The calendar answered ${statusCode}.`);
  await all.ask(clinic, 'revokeCalendarFeed');
  await all.ask(clinic, 'openCalendarFeed');
}

async function letProgramsIn(all: Everything, world: World): Promise<void> {
  const clinic = world.as('clinic');
  const input = { name: '大屏', access: 'READ', expiresOn: '2027-06-30' };
  type Shown = { token: string; accessToken: { id: string } };
  const first = await all.ask<Shown>(clinic, 'createAccessToken', { input });
  await all.ask(world.withToken(first.token), 'accessTokens');
  await all.ask(clinic, 'revokeAccessToken', { id: first.accessToken.id });
  await all.ask(clinic, 'createAccessToken', { input });
}

async function signInFromOutside(all: Everything, world: World): Promise<void> {
  const market = world.as('food-market');
  const link = async (subject: string) => {
    const input = { ...(await proofOf(world, subject)), password: PASSWORD };
    await all.ask(market, 'linkExternalAccount', { input });
  };
  await link('first');
  await all.ask(world.nobody(), 'signInExternally', { input: await proofOf(world, 'first') });
  await all.ask(market, 'unlinkExternalAccount', { issuer: ISSUER });
  await letAccountsBeOpened(world);
  type Issued = { oneTimeCode: string };
  const { oneTimeCode } = await all.ask<Issued>(world.as('southeast-committee'), 'issuePasswordCode', {
    postId: world.post('computing-institute'),
  });
  const opening = { ...(await proofOf(world, 'third')), oneTimeCode };
  await all.ask(world.nobody(), 'openAccountExternally', { input: opening });
  await link('second');
}

async function beTold(all: Everything, world: World): Promise<void> {
  const clinic = world.as('clinic');
  const address = 'https://open.feishu.cn/open-apis/bot/v2/hook/of-the-chat';
  await all.ask(clinic, 'setMessageSettings', {
    input: { robot: { kind: 'FEISHU', address }, topics: ['WAITING'] },
  });
  await all.ask(clinic, 'confirmMailAddress', { code: await settleMail(world, 'clinic') });
  await all.ask(clinic, 'sendTestMessage');
  await all.ask(clinic, 'messageSettings');
  await all.ask(clinic, 'nextMessage');
  await all.ask(clinic, 'setMessageSettings', { input: { robot: null } });
}

async function tellPrograms(all: Everything, world: World): Promise<void> {
  const secretary = world.as('southeast-committee');
  const input = {
    networkId: world.network('southeast'),
    name: '大屏',
    url: `${NOWHERE}/hook`,
    topics: ['MEETING'],
  };
  const { webhook } = await all.ask<{ webhook: { id: string } }>(secretary, 'createWebhook', { input });
  const { id } = webhook;
  await all.ask(secretary, 'rotateWebhookSecret', { id });
  const sent = await all.ask<{ id: string }>(secretary, 'sendTestWebhook', { id });
  await all.ask(secretary, 'redeliverWebhook', { id: sent.id });
  await all.ask(secretary, 'updateWebhook', { id, input: { isPaused: true } });
  await all.ask(secretary, 'removeWebhook', { id });
  const left = await all.ask<{ webhook: { id: string } }>(secretary, 'createWebhook', { input });
  await all.ask(secretary, 'sendTestWebhook', { id: left.webhook.id });
}

async function signInAndOut(all: Everything, world: World): Promise<void> {
  const input = { region: world.code, account: 'cross-posted', password: PASSWORD };
  const { token, refreshToken } = await all.ask<Record<'token' | 'refreshToken', string>>(
    world.nobody(),
    'signIn',
    { input },
  );
  await all.ask(world.nobody(), 'refresh', { token: refreshToken });
  const another = await all.ask<{ token: string }>(world.nobody(), 'signIn', { input });
  type Listed = { edges: { node: { id: string; isCurrent: boolean } }[] };
  const { edges } = await all.ask<Listed>(world.withToken(another.token), 'sessions');
  const other = edges.find(({ node }) => node.isCurrent)?.node.id;
  await all.ask(world.withToken(token), 'endSession', { id: other });
  const id = world.post('cross-posted', { unit: 'developer' });
  const switched = await all.ask<{ token: string }>(world.withToken(token), 'switchPost', { id });
  await all.ask(world.withToken(switched.token), 'signOut');
}

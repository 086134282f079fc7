import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';
import { doingFilters } from './doing-acts.js';
import { recognitionWishes } from './recognition-acts.js';
import { evaluationWishes } from './evaluation-acts.js';
import { menuFilters } from './menu-acts.js';
import { nominationWishes } from './nomination-acts.js';
import { orderWishes } from './order-acts.js';
import { signUpWishes } from './sign-up-acts.js';
import type { Everything } from './everything.js';
import { needFilter } from './needs.js';
import { projectFilter } from './projects.js';

interface Connection {
  /** Audit lines and entries of the directory have no id of their own. */
  edges: { cursor: string; node: { id?: string } }[];
}

/** What of it is read does not depend on whether it is there. */
const WATCHED = [
  ['callChanged', 'Need'],
  ['meetingChanged', 'Meeting'],
  ['offerChanged', 'Offer'],
] as const;

const SPAN = { from: '2026-12-01T00:00:00+08:00', to: '2026-12-31T00:00:00+08:00' };

/** Reads every list in every order and by every filter, and each thing by its id, as a member and as a steward. */
export async function readInEveryWay(all: Everything, world: World): Promise<void> {
  for (const account of ['southeast-committee', 'zhoupu-steward']) {
    const client = world.as(account);
    await all.ask(client, 'me');
    await all.ask(client, 'inbox');
    await all.ask(client, 'schedule', SPAN);
    await all.ask(client, 'inboxChanged');
    for (const [name, type] of WATCHED) await all.ask(client, name, { id: toGlobalId(type, randomUUID()) });
    const ids = (await readLists(all, client, world)).flatMap(({ edges }) =>
      edges.flatMap(({ node }) => node.id ?? []),
    );
    const others = [world.area('zhoupu'), world.unit('bus-639'), world.other.unit('bus-639')];
    for (const id of new Set([...ids, ...others])) await all.read(client, id);
    await all.ask(client, 'calendarYear', { year: 2026 });
    const of = world.network('southeast');
    await all.ask(client, 'figures', { of, from: '2026-11-01', until: '2027-01-01', by: 'QUARTER' });
    await all.ask(client, 'rhythm', { networkId: world.network('southeast'), year: 2026 });
    await all.ask(client, 'calendar', { from: '2026-12-31', to: '2027-01-01' });
    await all.ask(client, 'bookings', { filter: { conflicting: true } });
    await all.ask(client, 'network', { id: world.network('southeast') });
    await all.ask(client, 'threeLists', {
      networkId: world.network('southeast'),
      filter: { quarter: '2026-Q4', unitId: world.unit('bus-639'), offerKinds: ['VEHICLE'] },
    });
    await all.ask(client, 'whatIsFree', {
      ...SPAN,
      first: 10,
      filter: { search: 'che', unitId: world.unit('bus-639') },
    });
    await askAudiences(all, world);
    for (const name of [
      'offer',
      'booking',
      'need',
      'claim',
      'meeting',
      'action',
      'menu',
      'dish',
      'dishOrder',
      'signUp',
      'evaluationRound',
      'recognition',
      'nomination',
    ])
      await all.ask(client, name, { id: others[0] });
  }
}

async function askAudiences(all: Everything, world: World): Promise<void> {
  const networkId = world.network('southeast');
  const draft = await world.draft('bus-lounge');
  await all.ask(world.as('bus-639'), 'offerAudience', { id: draft.id, networkIds: [networkId] });
  const shown = await world.offer('bus-lounge');
  await all.ask(world.as('clinic'), 'bookingAudience', { offerId: shown, networkId });
  await all.ask(world.as('clinic'), 'needAudience', { networkId });
  await all.ask(world.as('clinic'), 'dishAudience', { networkId });
  await all.ask(world.as('southeast-officer'), 'evaluationRoundAudience', { networkId });
  await all.ask(world.as('clinic'), 'dishOrderAudience', { networkId });
  await all.ask(world.as('clinic'), 'nominationAudience', { networkId });
}

async function readLists(all: Everything, client: TestClient, world: World): Promise<Connection[]> {
  const networkId = world.network('southeast');
  const unitId = world.unit('bus-639');
  const lists: [string, object][] = [
    ['networks', {}],
    ['auditLines', {}],
    ['recordedForUs', {}],
    ['contributions', { filter: { networkId, unitId, ...SPAN } }],
    ...['contributionTotals', 'lendingByMonth'].map((name): [string, object] => [
      name,
      { filter: { networkId, unitId, from: '2026-11-01', to: '2027-01-01' } },
    ]),
    ['memberships', {}],
    ...all.valuesOf('MeetingOrder').map((orderBy): [string, object] => ['meetings', { orderBy }]),
    ['meetingSeries', { filter: { networkId } }],
    ...['MenuOrder', 'DishOrderBy'].flatMap((name) =>
      all
        .valuesOf(name)
        .map((orderBy): [string, object] => [name === 'MenuOrder' ? 'menus' : 'dishes', { orderBy }]),
    ),
    ...menuFilters(world),
    ...evaluationWishes(all, world),
    ...recognitionWishes(all, world),
    ...nominationWishes(all, world),
    ...doingFilters(world),
    ...all.valuesOf('DishReviewOrder').map((orderBy): [string, object] => ['dishReviews', { orderBy }]),
    ...all.valuesOf('DishOutcomeOrder').map((orderBy): [string, object] => ['dishOutcomes', { orderBy }]),
    ...orderWishes(all, world),
    ...signUpWishes(all, world),
    ['datePolls', { filter: { networkId, states: ['OPEN'] } }],
    ...all.valuesOf('ActionOrder').map((orderBy): [string, object] => ['actions', { orderBy }]),
    ['actions', { filter: { networkId, unitId, states: ['OPEN'], overdue: true } }],
    ...all.valuesOf('MotionOrder').map((orderBy): [string, object] => ['motions', { orderBy }]),
    ['motions', { filter: { networkId, meetingId: unitId, states: ['CARRIED'] } }],
    ['meetings', { filter: { networkId, kinds: ['WORKING'], states: ['CALLED'], ...SPAN } }],
    ['sessions', {}],
    ['accessTokens', {}],
    ['messages', {}],
    ['webhooks', { filter: { networkId } }],
    ['webhookDeliveries', {}],
    ['memberships', { filter: { networkId, unitId, states: ['ACTIVE'] } }],
    ['directory', { filter: { networkId, search: 'zhou lianluo' } }],
    ['posts', {}],
    ['posts', { filter: { networkId, unitId, roles: ['LIAISON', 'DEPUTY'] } }],
    ['offers', { filter: { networkId, unitId, states: ['PUBLISHED'], kinds: ['VEHICLE'] } }],
    ...all.valuesOf('OfferOrder').map((orderBy): [string, object] => ['offers', { orderBy }]),
    ...all
      .valuesOf('BookingSide')
      .map((side): [string, object] => [
        'bookings',
        { filter: { networkId, offerId: unitId, side, states: ['CONFIRMED'], ...SPAN } },
      ]),
    ...all
      .valuesOf('BookingSide')
      .map((side): [string, object] => ['bookingSeries', { filter: { networkId, offerId: unitId, side } }]),
    ['bookingSeries', {}],
    ['needs', { filter: await needFilter(world) }],
    ...all.valuesOf('ClaimOrder').map((orderBy): [string, object] => ['claims', { orderBy }]),
    ['projects', { filter: await projectFilter(world) }],
    ['projects', { filter: { overdue: false } }],
    ...all.valuesOf('ProjectOrder').map((orderBy): [string, object] => ['projects', { orderBy }]),
    ...all.valuesOf('NeedOrder').map((orderBy): [string, object] => ['needs', { orderBy }]),
    ...all.valuesOf('BookingOrder').map((orderBy): [string, object] => ['bookings', { orderBy }]),
  ];
  const pages: Connection[] = [];
  for (const [name, wish] of lists) pages.push(await readBothWays(all, client, name, wish));
  return pages;
}

async function readBothWays(
  all: Everything,
  client: TestClient,
  name: string,
  wish: object,
): Promise<Connection> {
  const page = await all.ask<Connection>(client, name, { ...wish, first: 3 });
  const last = page.edges.at(-1);
  if (last) {
    await all.ask(client, name, { ...wish, first: 3, after: last.cursor });
    await all.ask(client, name, { ...wish, last: 3, before: last.cursor });
  }
  return page;
}

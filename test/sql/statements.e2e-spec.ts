import { GraphQLSchemaHost } from '@nestjs/graphql';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QueryLog, type Sent } from '../isolation/query-log/query-log.js';
import { EXAMPLE } from '../support/example-file.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';
import { compareCommitted, reads } from './committed.js';

const DOCUMENTS = join(import.meta.dirname, '../../../bench/src/queries');

const PAGE = '{ totalCount pageInfo { hasNextPage endCursor } edges { cursor node { __typename } } }';
const OFFER = `{ id title unit { name } networks { name } files { name } internal { notes } }`;
const BOOKINGS = `bookings(first: 3) { edges { node { state requester { name } ownerContact { phone } } } }`;

const SPAN = 'from: "2026-12-12T10:00:00+08:00", to: "2026-12-12T12:00:00+08:00"';
const CREATE = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id } }`;

/** Root fields as they are asked for, and by how many statements each is answered. */
const FIELDS: readonly [statements: number, field: string][] = [
  [
    1,
    `networks(first: 5) { edges { node { convener { name } memberships { edges { node { unit { name } } } } } } }`,
  ],
  [1, `network(id: $network) { area { name } timeZone offers(first: 5) { edges { node ${OFFER} } } }`],
  [
    1,
    `memberships(filter: { networkId: $network }) { edges { node { state unit { name } network { name } } } }`,
  ],
  [
    1,
    `directory(filter: { networkId: $network, search: "lianluo" }) { edges { node { people { personName } } } }`,
  ],
  [1, `posts(filter: { roles: [LIAISON] }) { edges { node { personName unit { name } scope { name } } } }`],
  [1, `offers(orderBy: CREATED_AT_DESC, last: 5) { edges { node { title ${BOOKINGS} } } }`],
  [1, `offer(id: $offer) { title ${BOOKINGS} auditLines { totalCount } }`],
  [1, `bookings(filter: { side: TAKEN }) { edges { node { offer ${OFFER} network { name } } } }`],
  [1, `booking(id: $offer) { purpose }`],
  [
    1,
    `contributions { edges { node { amount booking { purpose } requester { name } recognition { title } } } }`,
  ],
  [
    1,
    `contributionTotals(filter: { from: "2026-11-01", to: "2026-12-01" }) { edges { node { amount unit { name } } } }`,
  ],
  [
    1,
    `lendingByMonth(filter: { from: "2026-11-01", to: "2026-12-01" }) { edges { node { uses declines { count } } } }`,
  ],
  [
    1,
    `bookingSeries(filter: { side: TAKEN }) { edges { node { rule bookings(first: 5) { edges { node { state } } } } } }`,
  ],
  [
    1,
    `needs(filter: { networkId: $network }) { edges { node { title category { name } claimedBy { name } project { title } } } }`,
  ],
  [1, `need(id: $offer) { title claims { edges { node { state unit { name } } } } }`],
  [1, `claims(filter: { networkId: $network }) { edges { node { state need { title } unit { name } } } }`],
  [1, `claim(id: $offer) { state }`],
  [
    1,
    `projects { edges { node { title lead { name } hosts { state unit { name } } steps { title overdue } } } }`,
  ],
  [
    1,
    `project(id: $offer) { title needs { title } bookings { totalCount } notes { edges { node { text } } } }`,
  ],
  // The network, its zone, what is counted by state with its units, and each of the pages.
  [
    7,
    `threeLists(networkId: $network) { quarter needsByState { count } needs { totalCount } projects { totalCount } offers { totalCount } }`,
  ],
  // The days of the calendar come once for all requests.
  [2, `whatIsFree(${SPAN}) { free { title unit { name } } unfit { offer { title } reasons } }`],
  // The offer, its members, their units and the networks.
  [
    4,
    `offerAudience(id: $own, networkIds: [$network]) { readers { unit { name } roles networks { name } } }`,
  ],
  [3, `needAudience(networkId: $network) { readers { unit { name } roles parts } }`],
  [4, `bookingAudience(offerId: $offer, networkId: $network) { unitCount readers { unit { name } parts } }`],
  // The meeting, its call, its members, their units and the network.
  [6, `meetingAudience(id: $meeting) { readers { unit { name } roles parts } }`],
  [1, `sessions ${PAGE}`],
  [1, `accessTokens ${PAGE}`],
  [1, `webhooks(first: 5) { edges { node { name state } } }`],
  [1, `webhookDeliveries(first: 5) { edges { node { event state } } }`],
  [1, `messages(first: 5) { edges { node { text state } } }`],
  [1, `messageSettings { topics robotAddress }`],
  // The settings; who has set none is told nothing.
  [2, `nextMessage { text }`],
  [
    1,
    `meetings(first: 20) { edges { cursor node { title state call { location moves { reason } invitedUnits { name } } } } }`,
  ],
  [
    1,
    `datePolls(first: 20) { edges { node { title until spans { startsAt choice yesCount unansweredCount } best { startsAt } askedUnits { name } answers { remark yes { startsAt } } } } }`,
  ],
  [
    1,
    `meeting(id: $own) { title offers { state owner { name } booking { state } } bookings(first: 5) { edges { node { state } } } }`,
  ],
  [1, `meetingSeries(first: 20) { edges { node { title venue { title } meetingsAhead { startsAt } } } }`],
  [
    1,
    `actions(first: 20) { edges { node { what overdue isUnitGone unit { name } meeting { title } reports { text } } } }`,
  ],
  [
    1,
    `motions(first: 20) { edges { node { text state network { name } meeting { title } count { yes no } } } }`,
  ],
  [
    1,
    `motion(id: $own) { text count { yes no } consent { asked } votes { unit { name } choice } objectionCount { open } }`,
  ],
  [1, `action(id: $own) { what notes { totalCount edges { node { text unit { name } } } } }`],
  [
    1,
    `menus(first: 5) { edges { node { month versions { number changes { zh } } dishes { edges { node { title } } } } } }`,
  ],
  [1, `menu(id: $own) { edition }`],
  [
    1,
    `evaluationRounds(first: 5) { edges { node { name rules { scaleMax } criteria { weight } panels { weight } awards { name } } } }`,
  ],
  [1, `evaluationRound(id: $own) { name returningUnit { name } copiedFrom { name } finalistsOf { name } }`],
  [
    1,
    `recognitions(first: 5) { edges { node { title unit { name } round { name } nomination { title } project { title } files { name } } } }`,
  ],
  [1, `recognition(id: $own) { title takenBackByResult { number } }`],
  [
    1,
    `evaluationRound(id: $own) { currentResult { number reasons { act } changes { title } withheldAwards { name } } draftResult { state } results(first: 3) { edges { node { number state } } } objections(first: 3) { edges { node { state } } } }`,
  ],
  [
    1,
    `evaluationObjections(first: 5) { edges { node { state text round { name } nomination { title } unit { name } result { number standings(first: 5) { edges { node { rank award { name } account { score { shown } } } } } } } } }`,
  ],
  [
    1,
    `nominations(first: 5) { edges { node { title facts { kind amount } files { name } round { name } unit { name } project { title } subjectUnit { name } } } }`,
  ],
  [
    1,
    `myAssignments(first: 5) { edges { node { state round { name } nomination { title } unit { name } sheet { scores isSubmitted } auditLines(first: 3) { edges { node { act } } } } } }`,
  ],
  [
    1,
    `judgingRoll(roundId: $own) { settledAt round { name } assignments(first: 5) { edges { node { state judgeName } } } judges(first: 5) { edges { node { personName } } } conflicts(first: 5) { edges { node { reason } } } }`,
  ],
  [1, `nomination(id: $own) { title finalistOf { title } auditLines(first: 3) { edges { node { act } } } }`],
  [3, `nominationAudience(networkId: $network) { readers { unit { name } roles parts } }`],
  [3, `evaluationRoundAudience(networkId: $network) { readers { unit { name } roles parts } }`],
  [
    1,
    `dishes(first: 5) { edges { node { title lead { name } dates { startsAt } hosts { state } offers { title } } } }`,
  ],
  [1, `dish(id: $own) { title }`],
  [1, `dishReviews(first: 5) { edges { node { mark dish { title } reviewer { unit { name } } } } }`],
  [1, `dishOutcomes(first: 5) { edges { node { heads dish { figures { meanMark } } files { name } } } }`],
  [
    1,
    `dishOrders(first: 5) { edges { node { title unit { name } server { name } contact { name } requests { state unit { name } } dishes { edges { node { title } } } } } }`,
  ],
  [1, `dishOrder(id: $own) { title }`],
  [1, `dishOrderRequests(first: 5) { edges { node { state title order { title } unit { name } } } }`],
  [3, `dishOrderAudience(networkId: $network) { readers { unit { name } roles parts } }`],
  [
    1,
    `dish(id: $own) { places { confirmedHeads freeHeads } signUps(first: 5) { edges { node { heads unit { name } } } } }`,
  ],
  [1, `signUps(first: 5) { edges { node { heads state unit { name } dish { title } } } }`],
  [1, `signUp(id: $own) { heads }`],
  [
    1,
    `menuNotices(first: 5) { edges { node { kind unit { name } dates { startsAt } signUp { heads } changes { zh } } } }`,
  ],
  // The network, its convener, the calendar, and what keeps each of the three beats.
  [10, `rhythm(networkId: $network, year: 2026) { periods { beat state } }`],
  // Counts and a page by one statement; the units and networks of all entries by one each.
  [
    3,
    `inbox { totalCount countsByKind { kind count } entries(first: 5) { edges { node { kind why dueAt unit { name } network { name } } } } }`,
  ],
  // The network, its zone, all figures by one statement, and the units by another.
  [
    4,
    `figures(of: $network, from: "2026-11-01", until: "2026-12-01") { figures { name total { value } byUnit { unit { name } total { value } } } }`,
  ],
  [
    3,
    `schedule(from: "2026-11-23T00:00:00+08:00", to: "2027-02-01T00:00:00+08:00") { totalCount countsByKind { kind count } entries(first: 5) { edges { node { kind title startsAt state unit { name } network { name } } } } }`,
  ],
  [3, `dishAudience(networkId: $network) { readers { unit { name } roles parts } }`],
  [1, `auditLines ${PAGE}`],
  [1, `recordedForUs ${PAGE}`],
  // The year, and its days.
  [2, `calendarYear(year: 2026) { version days { day } }`],
  [2, `calendar(from: "2026-12-31", to: "2027-01-01") { days { day class } }`],
  // Found by its type first.
  [2, `node(id: $offer) { ... on Offer ${OFFER} }`],
  [
    1,
    `me { name post { role unit { name } } posts { role since unit { name } } auditLines { edges { node { act } } } }`,
  ],
];

describe('A request', () => {
  let world: World;
  let log: QueryLog;
  let variables: object;

  beforeAll(async () => {
    world = await startWorld();
    const [offer] = await world.offers('bus-45', 'hall');
    const input = EXAMPLE.offers.find(({ code }) => code === 'warm-home')?.input;
    const { createOffer } = await world
      .as('southeast-committee')
      .ask<{ createOffer: { id: string } }>(CREATE, { input });
    variables = {
      offer,
      own: createOffer.id,
      meeting: (await new MeetingActs(world).draft()).id,
      network: world.network('southeast'),
      from: '2026-11-23T00:00:00+08:00',
      to: '2026-11-23T02:00:00+08:00',
    };
    log = new QueryLog(world.api.dataSource);
    await world.as('southeast-committee').token();
  });
  afterAll(() => world.close());

  async function ask(document: string): Promise<Sent[]> {
    const before = log.statements.length;
    const used = Object.entries(variables).filter(([name]) => document.includes(`$${name}`));
    await world.as('southeast-committee').ask(document, Object.fromEntries(used));
    return log.statements.slice(before);
  }

  const write = (...fields: string[]): string => {
    const body = fields.map((field, at) => `f${at}: ${field}`).join('\n');
    const declared = ['network', 'offer', 'own', 'meeting']
      .filter((name) => body.includes(`$${name}`))
      .map((name) => `$${name}: ID!`);
    return `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${body} }`;
  };

  it.each(FIELDS)('is answered by %d statement a field: %s', async (most, field) => {
    const sent = reads(await ask(write(field)));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(most);
  });

  it('can ask for nothing that is not tried above', () => {
    const { schema } = world.api.app.get(GraphQLSchemaHost);
    const served = Object.keys(schema.getQueryType()?.getFields() ?? {});
    const asked = new Set(FIELDS.map(([, field]) => /^\w+/.exec(field)?.[0]));
    expect(served.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('reads on one connection in one transaction, however much it asks for', async () => {
    const fields = FIELDS.slice(2, 8).map(([, field]) => field);
    const sent = await ask(write(...fields));
    expect(new Set(sent.map(({ connection }) => connection)).size).toBe(1);
    const kinds = sent.map(({ text }) => /^BEGIN|^COMMIT|app\.enter|AS answer$/.exec(text)?.[0] ?? text);
    expect(kinds).toEqual(['BEGIN', 'app.enter', ...fields.map(() => 'AS answer'), 'COMMIT']);
  });

  it.each(['dashboard', 'offer', 'bookings', 'what-is-free'])(
    'for the %s sends what is committed',
    async (name) => {
      const statements = await ask(await readFile(join(DOCUMENTS, name, 'ours.graphql'), 'utf8'));
      const { sent, committed } = await compareCommitted(name, statements);
      expect(sent).toBe(committed);
    },
  );
});

import * as fc from 'fast-check';
import { EXAMPLE } from './support/example-file.js';
import { startWorld, type World } from './support/world.js';
import type { AnswerError } from './support/test-client.js';
import { countRows } from './support/count-rows.js';
import { propertyRuns } from './support/property-runs.js';

const CREATE = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { title description } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  updateOffer(id: $id, version: $version, input: $input) { __typename } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) {
  requestBooking(input: $input) { __typename ... on Booking { purpose } } }`;
const APPOINT = `mutation ($input: AppointInput!) {
  appoint(input: $input) { ... on Appointment { post { personName dutyPhone } } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { __typename } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!, $remark: String) {
  cancelBooking(id: $id, version: $version, remark: $remark) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const BUSY = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  node(id: $id) { ... on Offer { busy(from: $from, to: $to) { startsAt } free(from: $from, to: $to) { startsAt } } } }`;
const BOOKINGS = `query ($filter: BookingFilter!) { bookings(filter: $filter) { totalCount } }`;
const OFFERS = `query ($filter: OfferFilter!, $first: Int) { offers(filter: $filter, first: $first) { totalCount } }`;

const LONG = '长'.repeat(50_000);
const NUL = 'a\0b';
const HALF = 'a\ud800b';

type Case = [field: string, value: unknown, path?: string];

/** The input with one field of it, however deep, set to something else. */
function withField(input: object, path: string, value: unknown): object {
  const [head = '', ...rest] = path.split('.');
  const inner = (input as Record<string, unknown>)[head];
  const next = rest.length === 0 ? value : withField(inner ?? {}, rest.join('.'), value);
  if (!Array.isArray(input)) return { ...input, [head]: next };
  return input.map((item: unknown, index) => (String(index) === head ? next : item));
}

function problemsOf(errors: readonly AnswerError[] | undefined): string {
  const [first] = errors ?? [];
  const paths = (first?.extensions.fields ?? []).map(({ path }) => path);
  return [first?.extensions.code, ...paths].join(' ');
}

describe('bad input', () => {
  let world: World;
  let hall: string;
  let rows: Record<string, number>;
  let offerInput: object;
  let bookingInput: object;

  beforeAll(async () => {
    world = await startWorld();
    hall = await world.offer('warm-home');
    rows = await countRows(world.api.database);
    offerInput = {
      ...EXAMPLE.offers.find(({ code }) => code === 'hall')?.input,
      description: '说明',
      contactName: '园长',
      contactPhone: '021-5555 0002',
      notes: '备注',
    };
    bookingInput = {
      offerId: hall,
      networkId: world.network('southeast'),
      startsAt: '2026-12-05T10:00:00+08:00',
      endsAt: '2026-12-05T12:00:00+08:00',
      purpose: '排练',
      heads: 20,
      contactName: '请求方',
      contactPhone: '021-5555 0100',
    };
  });

  afterAll(() => world.close());

  /** Asked by somebody who may do it: only the input is in the way. */
  async function refusalOf(account: string, query: string, variables: object): Promise<string> {
    const { status, data, errors } = await world.as(account).tryAsk(query, variables);
    expect(status).toBeLessThan(500);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(JSON.stringify(errors).length).toBeLessThan(3_000);
    return problemsOf(errors);
  }

  const expectNothingStored = async () => {
    expect(await countRows(world.api.database)).toEqual(rows);
    expect(world.api.failures).toEqual([]);
  };

  it.each<Case>([
    ['title', 5],
    ['title', null],
    ['title', ''],
    ['title', '  \u3000'],
    ['title', ['多功能活动室']],
    ['title', NUL],
    ['title', HALF],
    ['title', LONG],
    ['title', '长'.repeat(101)],
    ['title', '𠮷'.repeat(101)],
    ['description', {}],
    ['description', NUL],
    ['description', LONG],
    ['description', 'x'.repeat(2_001)],
    ['notes', HALF],
    ['notes', LONG],
    ['contactName', '园'.repeat(61)],
    ['contactPhone', '打电话'],
    ['contactPhone', '0'.repeat(31)],
    ['hours', []],
    ['hours', 'EVERY'],
    ['hours', Array.from({ length: 41 }, () => ({ days: 'EVERY', from: '09:00', to: '10:00' }))],
    ['hours', Array.from({ length: 201 }, () => ({ days: 'EVERY', from: '09:00', to: '10:00' }))],
    ['hours.0.days', 'WEEKEND'],
    ['hours.0.days', 'rest'],
    ['hours.0.days', 0],
    ['hours.0.from', '9:00'],
    ['hours.0.from', '09:60'],
    ['hours.0.from', 540],
    ['hours.0.to', '24:01'],
    ['hours.0.to', '-1:00'],
    ['hours.0.to', '09:00', 'hours.0'],
    ['hours.0.to', '08:00', 'hours.0'],
    ['hours.0.until', '17:00'],
    ['confirmation', 'SOMEBODY'],
    ['confirmation', true],
    ['leadTimeMinutes', -1],
    ['leadTimeMinutes', 525_601],
    ['leadTimeMinutes', 2 ** 31],
    ['leadTimeMinutes', 1.5],
    ['leadTimeMinutes', '90'],
    ['horizonDays', 0],
    ['horizonDays', 731],
    ['horizonDays', 1e30],
    ['slotMinutes', 4],
    ['slotMinutes', 1441],
    ['longestMinutes', 30],
    ['longestMinutes', -60],
    ['bufferBeforeMinutes', -1],
    ['bufferAfterMinutes', 1441],
    ['facts', {}],
    ['facts', { castle: {} }, 'facts.castle'],
    ['facts', { equipment: { quantity: 1, measure: '台' }, vehicle: { seats: 1, driverIncluded: true } }],
    ['facts.venue.address', ''],
    ['facts.venue.address', NUL],
    ['facts.venue.floorAreaM2', '1e3'],
    ['facts.venue.floorAreaM2', '-1'],
    ['facts.venue.floorAreaM2', '0.000'],
    ['facts.venue.floorAreaM2', '1.2345'],
    ['facts.venue.floorAreaM2', '12345678901234567890'],
    ['facts.venue.floorAreaM2', 'NaN'],
    ['facts.venue.capacity', 0],
    ['facts.venue.capacity', -5],
    ['facts.venue.capacity', 1e9],
    ['facts.venue.facilities', ['PIANO', '']],
    ['facts.venue.facilities', ['PIANO', NUL], 'facts.venue.facilities.1'],
    ['facts.venue.facilities', Array.from({ length: 31 }, () => 'PIANO')],
    ['facts.venue.indoor', 'yes'],
    ['facts.venue.storeys', 2],
    ['unitId', 'x'],
  ])('in an offer: %s is %j', async (field, value, path = field) => {
    const input = withField(offerInput, field, value);
    const refusal = await refusalOf('southeast-kindergarten', CREATE, { input });
    expect(refusal.split(' ').slice(0, 2)).toEqual(['BAD_USER_INPUT', `input.${path}`]);
  });

  it.each<Case>([
    ['startsAt', '2027-02-29T10:00:00+08:00'],
    ['startsAt', '2026-12-05'],
    ['startsAt', '2026-12-05T10:00:00'],
    ['startsAt', '2026-12-05T25:00:00+08:00'],
    ['startsAt', '2026-12-05T10:00:00+24:00'],
    ['startsAt', '2026-13-05T10:00:00+08:00'],
    ['startsAt', '1812-12-05T10:00:00+08:00'],
    ['startsAt', '9999-12-05T10:00:00+08:00'],
    ['startsAt', 1_796_436_000_000],
    ['startsAt', null],
    ['endsAt', '2026-12-05T10:00:00+08:00'],
    ['endsAt', '2026-12-05T09:00:00+08:00'],
    ['endsAt', '2026-11-31T10:00:00+08:00'],
    ['purpose', ''],
    ['purpose', NUL],
    ['purpose', HALF],
    ['purpose', '长'.repeat(201)],
    ['purpose', LONG],
    ['heads', 0],
    ['heads', -1],
    ['heads', 1_000_001],
    ['heads', 1e20],
    ['heads', '20'],
    ['contactPhone', '<script>'],
    ['contactName', LONG],
    ['offerId', 7.5],
    ['networkId', NUL],
    ['state', 'CONFIRMED'],
  ])('in a request: %s is %j', async (field, value, path = field) => {
    const input = withField(bookingInput, field, value);
    expect(await refusalOf('clinic', REQUEST, { input })).toBe(`BAD_USER_INPUT input.${path}`);
  });

  it.each<[string, string, string, object, string]>([
    [
      'a post of a nameless person',
      'southeast-committee',
      APPOINT,
      { person: { newPerson: '' } },
      'input.person.newPerson',
    ],
    [
      'a post of NUL',
      'southeast-committee',
      APPOINT,
      { person: { newPerson: NUL } },
      'input.person.newPerson',
    ],
    [
      'a post of 61',
      'southeast-committee',
      APPOINT,
      { person: { newPerson: '王'.repeat(61) } },
      'input.person.newPerson',
    ],
    ['a post of no role', 'southeast-committee', APPOINT, { role: 'KING' }, 'input.role'],
    ['a post until never', 'southeast-committee', APPOINT, { until: '2027-02-29T00:00:00Z' }, 'input.until'],
    ['a code in capitals', 'southeast-committee', INVITE, { unitCode: 'Clinic' }, 'input.unitCode'],
    ['a code of one letter', 'southeast-committee', INVITE, { unitCode: 'x' }, 'input.unitCode'],
    ['a code of 50,000', 'southeast-committee', INVITE, { unitCode: 'x'.repeat(50_000) }, 'input.unitCode'],
    [
      'a code with a line after it',
      'southeast-committee',
      INVITE,
      { unitCode: 'clinic-2\n' },
      'input.unitCode',
    ],
  ])('in the committee’s work: %s', async (_what, account, query, change, path) => {
    const appointment = { unitId: world.unit('clinic'), role: 'DEPUTY', person: { newPerson: '某人' } };
    const invitation = { networkId: world.network('southeast'), unitCode: 'clinic-2' };
    const input = { ...(query === APPOINT ? appointment : invitation), ...change };
    expect(await refusalOf(account, query, { input })).toBe(`BAD_USER_INPUT ${path}`);
  });

  it.each<[string, string, object, string]>([
    ['a version of nothing', UPDATE, { version: 0, input: {} }, 'version'],
    ['a huge version', UPDATE, { version: 2 ** 40, input: {} }, 'version'],
    ['a version in words', UPDATE, { version: 'one', input: {} }, 'version'],
    ['an update of NUL', UPDATE, { version: 1, input: { notes: NUL } }, 'input.notes'],
    ['an update of nothing known', UPDATE, { version: 1, input: { owner: 'me' } }, 'input.owner'],
    ['an endless remark', CANCEL, { version: 1, remark: 'x'.repeat(501) }, 'remark'],
    ['a remark of half a character', CANCEL, { version: 1, remark: HALF }, 'remark'],
    ['a window that ends first', BUSY, { from: '2026-12-05T00:00:00Z', to: '2026-12-04T00:00:00Z' }, 'to'],
    ['a window of a year', BUSY, { from: '2026-12-05T00:00:00Z', to: '2027-12-04T00:00:00Z' }, 'to'],
    ['an impossible day', BUSY, { from: '2027-02-29T00:00:00Z', to: '2027-03-04T00:00:00Z' }, 'from'],
    ['an unknown state', BOOKINGS, { filter: { states: ['CONFIRMED', 'LOST'] } }, 'filter.states.1'],
    ['an unknown filter', BOOKINGS, { filter: { owner: 'x' } }, 'filter.owner'],
    [
      'kinds without end',
      OFFERS,
      { filter: { kinds: Array.from({ length: 201 }, () => 'VENUE') } },
      'filter.kinds',
    ],
    ['a negative page', OFFERS, { filter: {}, first: -1 }, 'first'],
    ['a page of 101', OFFERS, { filter: {}, first: 101 }, 'first'],
    ['a region of NUL', SIGN_IN, { input: { region: NUL, account: 'x', password: 'x' } }, 'input.region'],
    [
      'a password of 50,000',
      SIGN_IN,
      { input: { region: '1', account: 'x', password: LONG } },
      'input.password',
    ],
  ])('in a step, a filter or a sign-in: %s', async (_what, query, variables, path) => {
    const id = query === UPDATE || query === CANCEL || query === BUSY ? { id: hall } : {};
    const refusal = await refusalOf('property-management', query, { ...id, ...variables });
    expect(refusal).toBe(`BAD_USER_INPUT ${path}`);
  });

  it('stores nothing of all that, and calls none of it our fault', async () => {
    await expectNothingStored();
  });

  it('refuses a body of broken UTF-8 before it is read', async () => {
    const text = JSON.stringify({ query: CREATE, variables: { input: { ...offerInput, title: '¤' } } });
    const payload = Buffer.from(text);
    payload[payload.indexOf('¤')] = 0xff;
    const token = await world.as('southeast-kindergarten').token();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const { statusCode, body } = await world.api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload,
    });
    expect([statusCode, body]).toEqual([400, expect.stringContaining('The body is not valid UTF-8.')]);
    await expectNothingStored();
  });

  it('answers random inputs beside the schema, never with a failure of ours', async () => {
    for (const [account, query, sound] of [
      ['southeast-kindergarten', CREATE, offerInput],
      ['clinic', REQUEST, bookingInput],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(mangled(sound), async (input) => {
          const { status, data, errors } = await world.as(account).tryAsk(query, { input });
          expect(status).toBeLessThan(500);
          const code = errors?.[0]?.extensions.code;
          // What happens to be sound is done or refused; everything else is the sender's to mend.
          if (code === undefined) expect(data).not.toBeNull();
          else expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(code);
        }),
        propertyRuns(150),
      );
    }
    expect(world.api.failures).toEqual([]);
  }, 60_000);

  it('keeps rare characters, and composes what can be written in two ways', async () => {
    const title = '𠮷野家👨‍👩‍👧活动室';
    const composed = 'Café é';
    const owner = world.as('southeast-kindergarten');
    const input = { ...offerInput, title, description: composed.normalize('NFD') };
    expect(await owner.ask(CREATE, { input })).toEqual({ createOffer: { title, description: composed } });
    expect(await owner.ask(CREATE, { input: { ...input, title: '𠮷'.repeat(100) } })).toMatchObject({
      createOffer: { title: '𠮷'.repeat(100) },
    });
    const literal = `mutation ($hours: [HoursInput!]!, $facts: OfferFactsInput!) { createOffer(input: {
      title: "Cafe\\u0301", hours: $hours, facts: $facts, confirmation: OWNER, longestMinutes: 60 }) { title description } }`;
    expect(await owner.ask(literal, offerInput)).toEqual({
      createOffer: { title: 'Café', description: null },
    });
    const person = { newPerson: '𡃁仔 é'.normalize('NFD') };
    const appointment = { unitId: world.unit('clinic'), role: 'DEPUTY', person };
    expect(await world.as('southeast-committee').ask(APPOINT, { input: appointment })).toEqual({
      appoint: { post: { personName: '𡃁仔 é', dutyPhone: null } },
    });
    const day = { startsAt: '2026-12-06T10:00:00+08:00', endsAt: '2026-12-06T12:00:00+08:00' };
    const wish = { ...bookingInput, ...day, purpose: '合唱🎵' };
    expect(await world.as('clinic').ask(REQUEST, { input: wish })).toEqual({
      requestBooking: { __typename: 'Booking', purpose: '合唱🎵' },
    });
  });
});

/** A sound input in which some fields, at any depth, were replaced by anything, dropped or added. */
function mangled(sound: object): fc.Arbitrary<object> {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(NUL, HALF, '2027-02-29T00:00:00Z', '24:00', '-0', 2 ** 53, -1, 1e308, [], {}, [[]], null),
  );
  const paths = [...pathsIn(sound), 'extra', '__proto__', 'constructor'];
  const change = fc.tuple(fc.constantFrom(...paths), anything);
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<object>((input, [path, value]) => withField(input, path, value), sound));
}

function pathsIn(value: unknown, parent = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    `${parent}${key}`,
    ...pathsIn(child, `${parent}${key}.`),
  ]);
}

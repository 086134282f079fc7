import { importRoster } from '#network';
import { OWN_OFFERS_FORM } from '#resources';
import { HucreWorkbooks, writeForm } from '#sheets';
import { EXAMPLE } from './support/example-file.js';
import { fingerprint } from './support/fingerprint.js';
import { offerRow } from './support/offer-rows.js';
import { startWorld, type World } from './support/world.js';

const BOOKED = '__typename ... on Booking { id version state }';
const ACTS = {
  create: `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id version } }`,
  update: `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
    updateOffer(id: $id, version: $version, input: $input) { __typename } }`,
  except: `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!) {
    setOfferExceptions(id: $id, version: $version, exceptions: $exceptions) { __typename } }`,
  close: `mutation ($id: ID!, $input: CloseOfferInput!) { closeOffer(id: $id, input: $input) {
    __typename ... on BookingRunning { code message bookings { id } } } }`,
  request: `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ${BOOKED} } }`,
  bundle: `mutation ($input: RequestBookingsInput!) { requestBookings(input: $input) { __typename } }`,
  repeat: `mutation ($input: RequestSeriesInput!) { requestSeries(input: $input) { __typename } }`,
  record: `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { ${BOOKED} } }`,
  move: `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!) {
    moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { ${BOOKED} } }`,
  handOver: `mutation ($id: ID!, $version: Int!) { noteHandOver(id: $id, version: $version) { ${BOOKED} } }`,
  invite: `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { oneTimeCode } }`,
  redeem: `mutation ($input: RedeemInvitationInput!) { redeemInvitation(input: $input) { __typename } }`,
};
type Act = keyof typeof ACTS;

/** The check character would be 3. */
const WRONG_CREDIT_CODE = '91350100M000100Y44';
const [TEN, NINE] = ['2026-12-02T10:00:00+08:00', '2026-12-02T09:00:00+08:00'];
const BACKWARDS = { startsAt: TEN, endsAt: NINE };
const DAILY = { days: 'EVERY', from: '08:00', to: '12:00' };

/** Not a row, and not a value of a row, is otherwise after what is refused; the refusal names what is wrong, by its path. */
describe('nothing is stored of', () => {
  let world: World;
  let home: string;
  let pumps: string;
  let before: string;

  beforeAll(async () => {
    world = await startWorld();
    [home = '', pumps = ''] = await world.offers('warm-home', 'pumps');
  });
  beforeEach(async () => {
    before = await fingerprint(world.api.database);
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const offer = (code: string, changes: object): object => ({
    input: { ...EXAMPLE.offers.find((one) => one.code === code)?.input, ...changes },
  });
  const wish = (more: object): object => ({
    input: { offerId: home, networkId: world.network('southeast'), purpose: '活动', ...more },
  });
  /** Refused at exactly this path, in words that say what is wrong. */
  const expectRefused = async (account: string | null, act: Act, variables: object, path: string) => {
    const client = account === null ? world.nobody() : world.as(account);
    const { data, errors } = await client.tryAsk(ACTS[act], variables);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect(errors?.[0]?.extensions.fields?.[0]?.message).toMatch(/^[A-Z\d].{10,}\.$/);
    expect(await fingerprint(world.api.database)).toBe(before);
  };
  const act = async <T extends object>(account: string, name: Act, variables: object): Promise<T> =>
    Object.values(await world.as(account).ask<Record<string, T>>(ACTS[name], variables))[0] as T;

  it.each([
    ['FREQ=WEEKLY', 'never ends'],
    ['FREQ=DAILY;COUNT=401', 'makes more than 400 dates'],
    ['FREQ=DAILY;UNTIL=20280108', 'makes 402 dates until its day'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=100000', 'makes far more'],
  ])('a rule, %s, that %s', async (rule) => {
    const span = { startsAt: NINE, endsAt: TEN };
    await expectRefused('clinic', 'repeat', wish({ ...span, rule }), 'input.rule');
  });

  it.each<[string, Act, object, string]>([
    ['a new offer', 'create', { hours: [DAILY, { ...DAILY, from: '11:59' }] }, 'input.hours.1'],
    ['a changed offer', 'update', { hours: [DAILY, DAILY] }, 'input.hours.1'],
  ])('overlapping hours of %s', async (_what, name, changes, path) => {
    const own = { ...offer('warm-home', changes), id: home, version: 2 };
    const variables = name === 'update' ? { ...own, input: changes } : own;
    await expectRefused('property-management', name, variables, path);
  });

  it('overlapping hours of a single day, or one that ends before it starts', async () => {
    const on = (...spans: object[]) => ({ id: home, version: 2, exceptions: [{ day: '2026-12-24', spans }] });
    const [early, late] = [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ];
    await expectRefused('property-management', 'except', on(early, late), 'exceptions.0.spans.1');
    const backwards = { from: '12:00', to: '08:00' };
    await expectRefused('property-management', 'except', on(early, backwards), 'exceptions.0.spans.1');
  });

  it.each<[Act, string, object, string]>([
    ['request', 'clinic', BACKWARDS, 'input.endsAt'],
    ['request', 'clinic', { startsAt: TEN, endsAt: TEN }, 'input.endsAt'],
    ['repeat', 'clinic', { ...BACKWARDS, rule: 'FREQ=DAILY;COUNT=2' }, 'input.endsAt'],
    ['record', 'property-management', BACKWARDS, 'input.endsAt'],
    ['close', 'property-management', { ...BACKWARDS, reason: '检修' }, 'input.endsAt'],
  ])('an end before its start: %s by %s', async (name, account, more, path) => {
    const recorded = name === 'record' ? { requesterId: world.unit('clinic') } : {};
    const variables = name === 'close' ? { id: home, input: more } : wish({ ...more, ...recorded });
    await expectRefused(account, name, variables, path);
  });

  it('an end before its start in hours, in one thing of several, and in a move', async () => {
    const hours = [{ days: 'EVERY', from: '12:00', to: '08:00' }];
    await expectRefused('clinic', 'create', offer('hall', { hours }), 'input.hours.0');
    const networkId = world.network('southeast');
    const item = { offerId: home, networkId, startsAt: NINE, endsAt: TEN };
    const items = [item, { ...item, offerId: pumps, amount: '1', ...BACKWARDS }];
    await expectRefused('clinic', 'bundle', { input: { items, purpose: '活动' } }, 'input.items.1.endsAt');
    const { id, version } = await act<{ id: string; version: number }>('clinic', 'request', wish(item));
    before = await fingerprint(world.api.database);
    await expectRefused('clinic', 'move', { id, version, ...BACKWARDS }, 'endsAt');
  });

  it('a pool of zero, new or made so, and zero asked of one', async () => {
    const power = { powerSupply: { voltage: 380, phases: 3, maxLoadKw: '0', electricianNeeded: true } };
    const none = { equipment: { quantity: 0, measure: '台' } };
    const squadron = 'fire-squadron';
    const [load, quantity] = ['input.facts.powerSupply.maxLoadKw', 'input.facts.equipment.quantity'];
    await expectRefused('computing-institute', 'create', offer('power-380', { facts: power }), load);
    await expectRefused(squadron, 'create', offer('pumps', { facts: none }), quantity);
    await expectRefused(squadron, 'update', { id: pumps, version: 2, input: { facts: none } }, quantity);
    const span = { startsAt: NINE, endsAt: TEN };
    await expectRefused('clinic', 'request', wish({ ...span, offerId: pumps, amount: '0' }), 'input.amount');
  });

  it('a malformed plate, typed or in a sheet of offers, good rows beside it', async () => {
    const facts = { vehicle: { plate: '沪AI6390', seats: 45, driverIncluded: true } };
    await expectRefused('bus-639', 'create', offer('bus-45', { facts }), 'input.facts.vehicle.plate');
    const [good, bad] = ['pumps', 'bus-45'].map((code) => {
      const { unit: _, networks: __, ...row } = offerRow(EXAMPLE.offers.find((one) => one.code === code)!);
      return row;
    });
    const workbooks = new HucreWorkbooks();
    const sheet = writeForm(OWN_OFFERS_FORM, [good!, { ...bad, plate: '沪AI6390' }]);
    const refused = await world.as('bus-639').send({
      method: 'POST',
      url: '/import/offers.xlsx',
      payload: Buffer.from(await workbooks.write([sheet])),
      headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    });
    expect([refused.statusCode, refused.headers['x-problems']]).toEqual([400, '1']);
    const [copy] = await workbooks.read(refused.rawPayload);
    expect(copy?.rows[2]?.cells.at(-1)).toMatch(/A number plate has the province/);
    expect(await fingerprint(world.api.database)).toBe(before);
  });

  it('a credit code with a wrong check character, by invitation or in a roster', async () => {
    const input = { networkId: world.network('southeast'), unitName: '书店', unitKind: 'ENTERPRISE' };
    const invitation = { input: { ...input, unitCode: 'book-shop' } };
    const { oneTimeCode } = await act<{ oneTimeCode: string }>('southeast-committee', 'invite', invitation);
    before = await fingerprint(world.api.database);
    const person = { personName: '店长', password: 'a password of their own' };
    const redeem = { input: { ...person, code: oneTimeCode, creditCode: WRONG_CREDIT_CODE } };
    await expectRefused(null, 'redeem', redeem, 'input.creditCode');

    const roster = structuredClone(EXAMPLE.roster) as typeof EXAMPLE.roster & { units: object[] };
    Object.assign(roster.units[0]!, { creditCode: WRONG_CREDIT_CODE, name: '改了名' });
    await expect(importRoster(world.api.database.ownerUrl, roster)).rejects.toThrow(
      /units\[0\]\.creditCode: /,
    );
    expect(await fingerprint(world.api.database)).toBe(before);
  });

  it('a closure over a running booking, though the owner would cancel it, and over requests beside it', async () => {
    const at = (time: string) => `2026-11-23T${time}:00+08:00`;
    const span = { startsAt: at('11:00'), endsAt: at('12:00') };
    const running = await act<{ id: string; version: number }>('clinic', 'request', wish(span));
    world.clock.set(new Date(at('11:10')));
    const closure = { startsAt: at('11:30'), endsAt: at('18:00'), reason: '检修', bookings: 'CANCEL' };
    const expectRunning = async () => {
      before = await fingerprint(world.api.database);
      const refusal = await act('property-management', 'close', { id: home, input: closure });
      const named = { code: 'BOOKING_RUNNING', bookings: [{ id: running.id }] };
      expect(refusal).toMatchObject({ __typename: 'BookingRunning', ...named });
      expect(await fingerprint(world.api.database)).toBe(before);
    };
    await expectRunning();
    await act('clinic', 'handOver', running);
    await expectRunning();
  });
});

import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const RECORD = `mutation ($input: RecordBookingInput!, $onBehalfOf: ID) {
  recordBooking(input: $input, onBehalfOf: $onBehalfOf) {
    __typename
    ... on Booking { id version state recordedAt requester { code } owner { code } auditLines { edges { node { act manner } } } }
    ... on SpanTaken { clashes { startsAt endsAt } }
    ... on NotRecordable { code earliestStart latestEnd }
    ... on Refusal { message }
  }
}`;
const CANCEL = `mutation ($id: ID!, $version: Int!) {
  cancelBooking(id: $id, version: $version) { __typename ... on Booking { state recordedAt } }
}`;
const BUSY = `query ($id: ID!) { node(id: $id) { ... on Offer {
  busy(from: "2026-11-20T00:00:00+08:00", to: "2026-11-23T00:00:00+08:00") { startsAt endsAt }
} } }`;

interface Recorded {
  __typename: string;
  id: string;
  version: number;
}

/** The Sunday on which the fleet drove, and nobody had asked for it here. */
describe('after the fact', () => {
  let world: World;
  let fleet: TestClient;
  let bus: string;

  beforeAll(async () => {
    world = await startWorld();
    fleet = world.as('bus-639');
    bus = await world.offer('bus-45');
  });

  afterAll(() => world.close());

  const use = (from: string, to: string, changes: object = {}): object => ({
    offerId: bus,
    networkId: world.network('southeast'),
    requesterId: world.unit('clinic'),
    startsAt: `${from}+08:00`,
    endsAt: `${to}+08:00`,
    purpose: '接送老人体检',
    heads: 31,
    ...changes,
  });
  const record = async (client: TestClient, input: object, onBehalfOf?: string): Promise<Recorded> =>
    (await client.ask<{ recordBooking: Recorded }>(RECORD, { input, onBehalfOf })).recordBooking;
  const busy = async (): Promise<object[]> =>
    (await world.as('clinic').ask<{ node: { busy: object[] } }>(BUSY, { id: bus })).node.busy;
  const codeOf = async (
    client: TestClient,
    input: object,
    onBehalfOf?: string,
  ): Promise<string | undefined> =>
    (await client.tryAsk(RECORD, { input, onBehalfOf })).errors?.[0]?.extensions.code;

  it('the owner records a use outside all hours, marked as such; the time was taken', async () => {
    const recorded = await record(fleet, use('2026-11-21T05:03:00', '2026-11-21T06:47:00'));
    expect(recorded).toMatchObject({
      state: 'COMPLETED',
      recordedAt: '2026-11-23T01:00:00.000Z',
      requester: { code: 'clinic' },
      auditLines: {
        edges: [{ node: { act: 'CREATED', manner: 'OWN' } }, { node: { act: 'COMPLETED', manner: 'OWN' } }],
      },
    });
    expect(await busy()).toEqual([
      { startsAt: '2026-11-20T21:03:00.000Z', endsAt: '2026-11-20T22:47:00.000Z' },
    ]);
  });

  it('a committee does on the owner’s behalf, and by no other way', async () => {
    const officer = world.as('southeast-officer');
    const input = use('2026-11-22T10:00:00', '2026-11-22T12:00:00');
    expect(await codeOf(officer, input)).toBe('FORBIDDEN');
    expect(await codeOf(officer, input, world.unit('clinic'))).toBe('FORBIDDEN');
    expect(await record(officer, input, world.unit('bus-639'))).toMatchObject({
      state: 'COMPLETED',
      owner: { code: 'bus-639' },
      auditLines: {
        edges: [
          { node: { act: 'CREATED', manner: 'ON_BEHALF' } },
          { node: { act: 'COMPLETED', manner: 'ON_BEHALF' } },
        ],
      },
    });
  });

  it('what clashes is refused, also when two record at once', async () => {
    const input = use('2026-11-21T06:00:00', '2026-11-21T07:00:00');
    expect(await record(fleet, input)).toMatchObject({
      __typename: 'SpanTaken',
      clashes: [{ startsAt: '2026-11-20T21:03:00.000Z' }],
    });
    const same = use('2026-11-20T10:00:00', '2026-11-20T11:00:00');
    const both = await Promise.all([record(fleet, same), record(fleet, same)]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Booking', 'SpanTaken']);
  });

  it.each([
    ['in the future', '2026-11-23T08:00:00', '2026-11-23T09:00:01'],
    ['longer ago than 90 days', '2026-08-25T08:59:59', '2026-08-25T10:00:00'],
  ])('what lies %s is refused', async (_when, from, to) => {
    const before = await busy();
    expect(await record(fleet, use(from, to))).toEqual({
      __typename: 'NotRecordable',
      code: 'NOT_RECORDABLE',
      earliestStart: '2026-08-25T01:00:00.000Z',
      latestEnd: '2026-11-23T01:00:00.000Z',
      message: expect.stringContaining('90 days'),
    });
    expect(await busy()).toEqual(before);
  });

  it('neither an end before its start nor a stranger as user is taken', async () => {
    expect(await codeOf(fleet, use('2026-11-19T11:00:00', '2026-11-19T10:00:00'))).toBe('BAD_USER_INPUT');
    const requesterId = world.unit('riverside-property');
    expect(await codeOf(fleet, use('2026-11-19T10:00:00', '2026-11-19T11:00:00', { requesterId }))).toBe(
      'NOT_FOUND',
    );
  });

  it('what did not happen is struck out again by either side, and the time is free', async () => {
    const span = ['2026-11-22T15:00:00', '2026-11-22T16:00:00'] as const;
    const { id, version } = await record(fleet, use(...span));
    expect(await world.as('clinic').ask(CANCEL, { id, version })).toMatchObject({
      cancelBooking: { state: 'CANCELLED' },
    });
    expect(await record(fleet, use(...span))).toMatchObject({ __typename: 'Booking' });
  });
});

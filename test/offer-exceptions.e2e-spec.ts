import { startWorld, type World } from './support/world.js';

const SET = `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!) {
  setOfferExceptions(id: $id, version: $version, exceptions: $exceptions) {
    __typename ... on Offer { version exceptions { day spans { from to } } } ... on StaleVersion { currentVersion }
  }
}`;
const LOOK = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  offer(id: $id) { version exceptions { day } free(from: $from, to: $to) { startsAt endsAt provisional } }
}`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;
const CONFLICTS = `{ bookings(filter: { conflicting: true }) { edges { node { id conflicts provisional } } } }`;

const at = (local: string): string => `${local}:00+08:00`;

describe('exceptions to the hours of an offer', () => {
  let world: World;
  let lounge: string;

  beforeAll(async () => {
    world = await startWorld();
    // Workdays from 09:00 to 17:00.
    lounge = await world.offer('bus-lounge');
  });
  afterAll(() => world.close());

  const look = async (from: string, to: string) => {
    type Looked = { offer: { version: number; exceptions: object[]; free: object[] } };
    return (await world.as('clinic').ask<Looked>(LOOK, { id: lounge, from: at(from), to: at(to) })).offer;
  };
  const set = async (exceptions: object[], account = 'bus-639') => {
    const { version } = await look('2026-12-11T00:00', '2026-12-12T00:00');
    return world.as(account).tryAsk<{ setOfferExceptions: object }>(SET, { id: lounge, version, exceptions });
  };

  it('open on a day that is not, and close on one that is; what was booked stands and is listed', async () => {
    const input = { offerId: lounge, networkId: world.network('southeast'), purpose: '座谈' };
    const booked = await world.as('clinic').ask<{ requestBooking: { id: string } }>(REQUEST, {
      input: { ...input, startsAt: at('2026-12-11T10:00'), endsAt: at('2026-12-11T11:00') },
    });
    const { data } = await set([
      {
        day: '2026-12-12',
        spans: [
          { from: '22:00', to: '24:00' },
          { from: '10:00', to: '12:00' },
        ],
      },
      { day: '2026-12-13', spans: [{ from: '00:00', to: '01:00' }] },
      { day: '2026-12-11', spans: [] },
    ]);
    expect(data?.setOfferExceptions).toEqual({
      __typename: 'Venue',
      version: 3,
      exceptions: [
        { day: '2026-12-11', spans: [] },
        {
          day: '2026-12-12',
          spans: [
            { from: '10:00', to: '12:00' },
            { from: '22:00', to: '24:00' },
          ],
        },
        { day: '2026-12-13', spans: [{ from: '00:00', to: '01:00' }] },
      ],
    });
    expect((await look('2026-12-11T00:00', '2026-12-14T00:00')).free).toEqual([
      { startsAt: '2026-12-12T02:00:00.000Z', endsAt: '2026-12-12T04:00:00.000Z', provisional: false },
      { startsAt: '2026-12-12T14:00:00.000Z', endsAt: '2026-12-12T17:00:00.000Z', provisional: false },
    ]);
    expect(await world.as('bus-639').ask(CONFLICTS)).toEqual({
      bookings: {
        edges: [{ node: { id: booked.requestBooking.id, conflicts: ['OUTSIDE_HOURS'], provisional: false } }],
      },
    });
  });

  it('are read with the offer, whatever else is asked of it', async () => {
    const query = `query ($id: ID!) { offer(id: $id) { exceptions { spans { to from } day } } }`;
    const { offer } = await world
      .as('clinic')
      .ask<{ offer: { exceptions: object[] } }>(query, { id: lounge });
    expect(offer.exceptions.slice(0, 2)).toEqual([
      { day: '2026-12-11', spans: [] },
      {
        day: '2026-12-12',
        spans: [
          { from: '10:00', to: '12:00' },
          { from: '22:00', to: '24:00' },
        ],
      },
    ]);
  });

  it('are asked of the owner alone', async () => {
    expect((await set([], 'clinic')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('say so where a day is of a year whose calendar is not announced', async () => {
    expect((await look('2026-12-31T00:00', '2027-01-02T00:00')).free).toEqual([
      { startsAt: '2026-12-31T01:00:00.000Z', endsAt: '2026-12-31T09:00:00.000Z', provisional: false },
      { startsAt: '2027-01-01T01:00:00.000Z', endsAt: '2027-01-01T09:00:00.000Z', provisional: true },
    ]);
  });

  it.each([
    [
      [
        { from: '08:00', to: '10:00' },
        { from: '09:59', to: '12:00' },
      ],
      'exceptions.1.spans.1',
      /overlaps 08:00–10:00 on 2026-12-20/,
    ],
    [[{ from: '10:00', to: '10:00' }], 'exceptions.1.spans.0', /must end after they begin/],
  ])('are refused whole for %j', async (spans, path, message) => {
    const before = await look('2026-12-11T00:00', '2026-12-12T00:00');
    const { errors } = await set([
      { day: '2026-12-19', spans: [] },
      { day: '2026-12-20', spans },
    ]);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path, message: expect.stringMatching(message) }],
    });
    expect(await look('2026-12-11T00:00', '2026-12-12T00:00')).toEqual(before);
  });

  it('are given once for a day', async () => {
    const { errors } = await set([
      { day: '2026-12-20', spans: [] },
      { day: '2026-12-20', spans: [{ from: '08:00', to: '09:00' }] },
    ]);
    expect(errors?.[0]?.extensions.fields).toEqual([
      { path: 'exceptions.1.day', message: expect.stringMatching(/^2026-12-20 has an exception already/) },
    ]);
  });
});

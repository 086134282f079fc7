import type { TenantTransaction } from '#tenancy';
import { DAY, MONDAY, type ModelTerms } from '../../../../test/support/booking-minutes.js';
import { BookingStage, draftOn, kindOf } from '../../../../test/support/booking-stage.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import type { Booking } from './booking.entity.js';

const ROUNDS = 8;

// Suspensions go over HTTP, and other workers want the cores too (ms).
const PATIENCE = 60_000;
const BOTH = ['southeast', 'riverside'];
const TERMS: ModelTerms = {
  hours: [{ days: 'EVERY', from: 0, to: DAY }],
  confirmation: 'OWNER',
  leadTimeMinutes: 0,
  horizonDays: 10,
  slotMinutes: 30,
  longestMinutes: 300,
  bufferBeforeMinutes: 30,
  bufferAfterMinutes: 0,
  requestsHold: false,
};

/** Each act in a transaction and on a connection of its own, all at once. */
describe('acts that meet', () => {
  let stage: BookingStage;
  beforeAll(async () => {
    stage = await BookingStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.clear());

  it(
    'on one offer end in refusals at worst, whatever they are',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const bus = await lend('bus-639');
        const [first, second, third, fourth] = await Promise.all([
          ask(bus, 'clinic', 'southeast', 600),
          ask(bus, 'riverside-property', 'riverside', 630),
          ask(bus, 'southeast-committee', 'southeast', 660),
          ask(bus, 'fire-squadron', 'riverside', 900),
        ]);
        const { booking: taken } = await stage.write('bus-639', (tx) =>
          stage.bookings.confirm(tx, fourth.id, 1, 'KEEP'),
        );
        const kinds = await Promise.all([
          attempt('bus-639', (tx) => stage.bookings.confirm(tx, first.id, 1, 'DECLINE')),
          attempt('bus-639', (tx) => stage.bookings.confirm(tx, second.id, 1, 'KEEP')),
          attempt('bus-639', (tx) => stage.bookings.confirm(tx, third.id, 1, 'DECLINE')),
          attempt('southeast-committee', (tx) => stage.bookings.withdraw(tx, third.id, 1)),
          attempt('fire-squadron', (tx) => stage.bookings.cancel(tx, taken.id, taken.version, null)),
          attempt('bus-639', (tx) => stage.bookings.cancel(tx, taken.id, taken.version, null)),
          attempt('bus-639', (tx) => stage.offers.withdraw(tx, bus.id, bus.version)),
          attempt('bus-639', (tx) =>
            stage.offers.update(tx, bus.id, bus.version, { bufferAfterMinutes: 60 }),
          ),
          attempt('bus-639', (tx) => publish(tx, bus, ['riverside'])),
          attempt('clinic', (tx) => request(tx, bus, 'southeast', 720)),
          attempt('fire-squadron', (tx) => request(tx, bus, 'riverside', 870)),
        ]);
        const known = ['GRANTED', 'NOT_FOUND', 'STALE_VERSION', 'WRONG_STATE', 'SPAN_TAKEN'];
        expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
        expect(kinds.slice(4, 6).toSorted()).toEqual(['GRANTED', 'STALE_VERSION']);
        expect(kinds.slice(6, 9).toSorted()).toEqual(['GRANTED', 'STALE_VERSION', 'STALE_VERSION']);
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'with a long one on the same offer hear at once of what is taken, and wait for the rest',
    async () => {
      const bus = await lend('bus-639', { confirmation: 'AUTOMATIC' });
      await ask(bus, 'fire-squadron', 'riverside', 600);
      const { taken, free } = await stage.write('bus-639', async (tx) => {
        await stage.get(OccupancyRepository).lock(tx, bus.id);
        const other = attempt('clinic', (its) => request(its, bus, 'southeast', 900));
        return { taken: await attempt('clinic', (its) => request(its, bus, 'southeast', 660)), free: other };
      });
      expect([taken, await free]).toEqual(['SPAN_TAKEN', 'GRANTED']);
    },
    PATIENCE,
  );

  it(
    'crosswise, each owner on the other’s request, are all granted',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const [bus, ladder] = [await lend('bus-639'), await lend('fire-squadron')];
        const [forFire, forBus] = await Promise.all([
          ask(bus, 'fire-squadron', 'southeast', 600),
          ask(ladder, 'bus-639', 'riverside', 600),
        ]);
        const kinds = await Promise.all([
          attempt('bus-639', (tx) => stage.bookings.confirm(tx, forFire.id, 1, 'DECLINE')),
          attempt('fire-squadron', (tx) => stage.bookings.confirm(tx, forBus.id, 1, 'DECLINE')),
          attempt('bus-639', (tx) => request(tx, ladder, 'southeast', 900)),
          attempt('fire-squadron', (tx) => request(tx, bus, 'southeast', 900)),
        ]);
        expect(kinds).toEqual(Array<string>(4).fill('GRANTED'));
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'with the suspension of a requester leave nothing of it ahead',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await stage.clear();
        const bus = await lend('bus-639');
        const ladder = await lend('fire-squadron', { confirmation: 'AUTOMATIC' });
        const asked = await Promise.all([600, 720, 840].map((at) => ask(bus, 'clinic', 'southeast', at)));
        await Promise.all([
          stage.changeMembership('suspend', 'clinic', 'southeast'),
          ...asked.map(({ id }) => attempt('bus-639', (tx) => stage.bookings.confirm(tx, id, 1, 'KEEP'))),
          ...[600, 720, 840, 960].map((at) =>
            attempt('clinic', (tx) => request(tx, ladder, 'southeast', at)),
          ),
          attempt('clinic', (tx) => request(tx, bus, 'southeast', 1020)),
        ]);
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'with the suspension of an owner leave nothing of it shown',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await stage.clear();
        const [bus, spare, draft] = [
          await lend('bus-639'),
          await lend('bus-639'),
          await lend('bus-639', {}, []),
        ];
        const asked = await Promise.all([600, 720].map((at) => ask(bus, 'clinic', 'southeast', at)));
        await Promise.all([
          stage.changeMembership('suspend', 'bus-639', 'southeast'),
          ...asked.map(({ id }) => attempt('bus-639', (tx) => stage.bookings.confirm(tx, id, 1, 'KEEP'))),
          inTurn(8, (at) =>
            attempt('bus-639', (tx) =>
              stage.offers.update(tx, spare.id, spare.version + at, { leadTimeMinutes: at }),
            ),
          ),
          inTurn(8, (at) => attempt('clinic', (tx) => request(tx, spare, 'southeast', 150 * at))),
          attempt('bus-639', (tx) => publish(tx, draft, BOTH)),
        ]);
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'with two suspensions whose bookings lie crosswise are all done',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await stage.clear();
        const offers = await Promise.all(
          [0, 1, 2, 3].map(() => lend('southeast-committee', {}, ['southeast'])),
        );
        for (const [at, unit] of ['clinic', 'fire-squadron', 'clinic', 'fire-squadron'].entries()) {
          for (const offer of offers) await ask(offer, unit, 'southeast', 600 + 60 * at);
        }
        await Promise.all([
          stage.changeMembership('suspend', 'clinic', 'southeast'),
          stage.changeMembership('suspend', 'fire-squadron', 'southeast'),
        ]);
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'past the services are stopped by the database, the gap included',
    async () => {
      const occupancy = stage.get(OccupancyRepository);
      const bus = await lend('bus-639', { slotMinutes: 5 });
      const first = await ask(bus, 'clinic', 'southeast', 600);
      const second = await ask(bus, 'clinic', 'southeast', 735);
      const both = stage.write('bus-639', async (tx) => {
        await occupancy.take(tx, bus, [first]);
        await occupancy.take(tx, bus, [second]);
      });
      await expect(both).rejects.toMatchObject({
        driverError: { code: '23P01', constraint: 'occupancy_exclusive' },
      });
    },
    PATIENCE,
  );

  async function expectSound(): Promise<void> {
    expect(await stage.listFaults()).toEqual([]);
    expect(await stage.countDeadlocks()).toBe(0);
  }

  async function lend(unit: string, terms: Partial<ModelTerms> = {}, networks = BOTH): Promise<Offer> {
    const draft = await stage.write(unit, (tx) => stage.offers.create(tx, draftOn({ ...TERMS, ...terms })));
    return networks.length > 0 ? stage.write(unit, (tx) => publish(tx, draft, networks)) : draft;
  }

  function publish(tx: TenantTransaction, { id, version }: Offer, networks: string[]): Promise<Offer> {
    return stage.offers.publish(
      tx,
      id,
      version,
      networks.map((code) => stage.networkId(code)),
    );
  }

  function ask(offer: Offer, unit: string, network: string, minute: number): Promise<Booking> {
    return stage.write(unit, (tx) => request(tx, offer, network, minute));
  }

  /** Two hours on the day after tomorrow. */
  function request(tx: TenantTransaction, offer: Offer, network: string, minute: number): Promise<Booking> {
    const startsAt = new Date(MONDAY + (2 * DAY + minute) * 60_000);
    const endsAt = new Date(startsAt.getTime() + 120 * 60_000);
    const contact = { name: null, phone: null };
    const wish = { offerId: offer.id, networkId: stage.networkId(network), startsAt, endsAt, contact };
    return stage.bookings.request(tx, { ...wish, purpose: 'race', heads: null });
  }

  async function attempt(unit: string, act: (tx: TenantTransaction) => Promise<unknown>): Promise<string> {
    try {
      await stage.write(unit, act);
      return 'GRANTED';
    } catch (error) {
      return kindOf(error);
    }
  }
});

/** One after the other, so that some of them are under way whenever another act begins. */
async function inTurn(count: number, act: (at: number) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at++) await act(at);
}

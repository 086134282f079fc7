import type { TenantTransaction } from '#tenancy';
import { DAY, MONDAY, type ModelTerms } from '../../../../test/support/booking-minutes.js';
import { BookingStage, draftOn, factsOf, kindOf } from '../../../../test/support/booking-stage.js';
import { Booking } from '../booking/booking.entity.js';
import type { Offer } from '../offer/offer.entity.js';
import { PoolShare } from './pool-share.entity.js';

// Other workers want the cores too (ms).
const PATIENCE = 60_000;
const REQUESTERS = [
  ['clinic', 'southeast'],
  ['southeast-committee', 'southeast'],
  ['fire-squadron', 'riverside'],
  ['riverside-property', 'riverside'],
] as const;
const TERMS: ModelTerms = {
  hours: [{ days: 'EVERY', from: 0, to: DAY }],
  confirmation: 'AUTOMATIC',
  leadTimeMinutes: 0,
  horizonDays: 10,
  slotMinutes: 30,
  longestMinutes: 300,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 30,
};

/** Each act in a transaction and on a connection of its own, all at once. */
describe('a pool that many want', () => {
  let stage: BookingStage;
  beforeAll(async () => {
    stage = await BookingStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.clear());

  it(
    'is given away to the last tenth of a kilowatt and not beyond, through both networks',
    async () => {
      const power = await lend('KILOWATTS', 4500);
      const kinds = await byClients(8, 5, (at) =>
        attempt(REQUESTERS[at % 4]![0], (tx) => ask(tx, power, at % 4, 600 + 30 * (at % 3), '0.5')),
      );
      expect(kinds.filter((kind) => kind === 'GRANTED')).toHaveLength(9);
      expect(new Set(kinds)).toEqual(new Set(['GRANTED', 'NOT_ENOUGH_FREE']));
      await expectSound();
    },
    PATIENCE,
  );

  it(
    'never gives more than it has when it shrinks, grows and is given back meanwhile',
    async () => {
      const tables = await lend('PIECES', 6000);
      const first = await Promise.all(
        [600, 660, 720].map((minute, at) =>
          stage.write(REQUESTERS[at]![0], (tx) => ask(tx, tables, at, minute, '2')),
        ),
      );
      const [, ...kinds] = await Promise.all([
        byClients(4, 3, (at) =>
          attempt(REQUESTERS[at % 4]![0], (tx) => ask(tx, tables, at % 4, 570 + 60 * (at % 5), '1')),
        ),
        ...first.map(({ id, version }, at) =>
          attempt(REQUESTERS[at]![0], (tx) => stage.bookings.cancel(tx, id, version, null)),
        ),
        attempt('bus-639', (tx) => resize(tx, tables, 'PIECES', 3000)),
        attempt('bus-639', (tx) => resize(tx, tables, 'PIECES', 9000)),
      ]);
      expect(kinds.slice(0, 3)).toEqual(['GRANTED', 'GRANTED', 'GRANTED']);
      expect(kinds.slice(3).toSorted()).toEqual(['GRANTED', 'STALE_VERSION']);
      await expectSound();
    },
    PATIENCE,
  );

  it(
    'past the services is held by the database: nobody’s part is taken twice, and none above the capacity',
    async () => {
      const power = await lend('KILOWATTS', 4500);
      const booking = await stage.write('clinic', (tx) => ask(tx, power, 0, 600, '3'));
      const insert = (changes: Partial<PoolShare>): Promise<unknown> =>
        stage.write('bus-639', async (tx) => {
          const share = await tx.manager.findOneByOrFail(PoolShare, { bookingId: booking.id });
          await tx.insert(PoolShare, Object.assign(share, { id: tx.newId() }, changes));
        });
      const refusedBy = (constraint: string): object => ({ driverError: { constraint } });
      await expect(insert({ low: '2.9', high: '3.1' })).rejects.toMatchObject(
        refusedBy('pool_share_exclusive'),
      );
      await expect(insert({ low: '3', high: '4.501' })).rejects.toMatchObject(
        refusedBy('pool_share_capacity_check'),
      );
      await expect(insert({ low: '3', high: '4.6', capacityKw: '4.6' })).rejects.toMatchObject(
        refusedBy('pool_share_load_fkey'),
      );
      await expect(
        insert({ low: '3', high: '4.6', capacityKw: null, capacityPieces: 9 }),
      ).rejects.toMatchObject(refusedBy('pool_share_quantity_fkey'));
      await expect(insert({ low: '3', high: '4.6', capacityKw: null })).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
      await expect(insert({ low: '3', high: '4.5' })).resolves.toBeUndefined();
    },
    PATIENCE,
  );

  it(
    'past the services keeps its capacity while shares rest on it, and lets no share be moved or widened',
    async () => {
      const power = await lend('KILOWATTS', 4500);
      await stage.write('clinic', (tx) => ask(tx, power, 0, 600, '3'));
      const run = (sql: string): Promise<unknown> => stage.write('bus-639', (tx) => tx.query(sql));
      await expect(run('UPDATE offer SET max_load_kw = 2')).rejects.toMatchObject({
        driverError: { constraint: 'pool_share_load_fkey' },
      });
      for (const change of [
        'low = 1',
        'high = 4',
        'starts_at = now()',
        'kept_until = now()',
        'booking_id = id',
      ])
        await expect(run(`UPDATE pool_share SET ${change}`)).rejects.toMatchObject({
          driverError: { code: '42501' },
        });
      await expect(
        stage.write(
          'clinic',
          async (tx) => (await tx.manager.delete(PoolShare, { offerId: power.id })).affected,
        ),
      ).resolves.toBe(0);
    },
    PATIENCE,
  );

  it('made smaller keeps its promises, marks them, and unmarks them when there is enough again', async () => {
    const power = await lend('KILOWATTS', 60_000);
    const [large, small, later] = [
      await stage.write('clinic', (tx) => ask(tx, power, 0, 600, '45.0')),
      await stage.write('fire-squadron', (tx) => ask(tx, power, 2, 660, '10')),
      await stage.write('fire-squadron', (tx) => ask(tx, power, 2, 900, '10')),
    ];
    const smaller = await stage.write('bus-639', (tx) => resize(tx, power, 'KILOWATTS', 50_000));
    expect(await marked([large, small, later])).toEqual([true, true, false]);
    expect(await attempt('clinic', (tx) => ask(tx, power, 0, 690, '0.1'))).toBe('NOT_ENOUGH_FREE');
    expect(await attempt('clinic', (tx) => ask(tx, power, 0, 900, '40'))).toBe('GRANTED');
    await stage.write('fire-squadron', (tx) => stage.bookings.cancel(tx, small.id, small.version, null));
    expect(await marked([large, small, later])).toEqual([false, false, false]);
    expect(await attempt('clinic', (tx) => ask(tx, power, 0, 600, '5'))).toBe('GRANTED');
    await stage.write('bus-639', (tx) => resize(tx, smaller, 'KILOWATTS', 49_999));
    expect(await marked([large, later])).toEqual([true, true]);
    await expectSound();
  });

  async function marked(bookings: Booking[]): Promise<(boolean | undefined)[]> {
    return stage.read('bus-639', (tx) =>
      Promise.all(bookings.map(async ({ id }) => (await tx.find(Booking, id))?.overCommitted)),
    );
  }

  async function expectSound(): Promise<void> {
    expect(await stage.listFaults()).toEqual([]);
    expect(await stage.countDeadlocks()).toBe(0);
  }

  async function lend(of: 'KILOWATTS' | 'PIECES', capacity: number): Promise<Offer> {
    const { id, version } = await stage.write('bus-639', (tx) =>
      stage.offers.create(tx, draftOn(TERMS, { of, capacity })),
    );
    const networks = ['southeast', 'riverside'].map((code) => stage.networkId(code));
    return stage.write('bus-639', (tx) => stage.offers.publish(tx, id, version, networks));
  }

  function resize(
    tx: TenantTransaction,
    { id, version }: Offer,
    of: 'KILOWATTS' | 'PIECES',
    capacity: number,
  ): Promise<Offer> {
    return stage.offers.update(tx, id, version, { facts: factsOf({ of, capacity }) });
  }

  /** Two hours on the day after tomorrow. */
  function ask(
    tx: TenantTransaction,
    offer: Offer,
    by: number,
    minute: number,
    amount: string,
  ): Promise<Booking> {
    const startsAt = new Date(MONDAY + (2 * DAY + minute) * 60_000);
    const endsAt = new Date(startsAt.getTime() + 120 * 60_000);
    const networkId = stage.networkId(REQUESTERS[by]![1]);
    const contact = { name: null, phone: null };
    const wish = { offerId: offer.id, networkId, startsAt, endsAt, contact, amount };
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

/** So many clients at once, each of which asks so often in turn: as many as there are connections. */
async function byClients<T>(clients: number, each: number, act: (at: number) => Promise<T>): Promise<T[]> {
  const answers = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const own: T[] = [];
      for (let turn = 0; turn < each; turn++) own.push(await act(client + clients * turn));
      return own;
    }),
  );
  return answers.flat();
}

import type { TenantTransaction } from '#tenancy';
import { DAY, MONDAY, type ModelTerms } from '../../../../test/support/booking-minutes.js';
import { BookingStage, draftOn, kindOf } from '../../../../test/support/booking-stage.js';
import { BookingChange } from '../booking/booking-change.js';
import { BookingState, type Booking } from '../booking/booking.entity.js';
import type { Offer } from '../offer/offer.entity.js';

const ROUNDS = 6;
const PATIENCE = 60_000;
const WAITING = ['fire-squadron', 'clinic', 'southeast-committee', 'bus-639'];
const TERMS: ModelTerms = {
  hours: [{ days: 'EVERY', from: 0, to: DAY }],
  confirmation: 'AUTOMATIC',
  leadTimeMinutes: 0,
  horizonDays: 10,
  slotMinutes: 30,
  longestMinutes: 300,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  requestsHold: false,
};

interface Row {
  id: string;
  state: string;
  number: number | null;
}

/** Each act in a transaction and on a connection of its own, all at once. */
describe('one place for which many wait', () => {
  let stage: BookingStage;
  beforeAll(async () => {
    stage = await BookingStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.clear());

  it.each([
    ['AUTOMATIC', BookingState.CONFIRMED],
    ['OWNER', BookingState.REQUESTED],
  ] as const)(
    'goes to the first of those who still wait, and never to one who comes later (%s)',
    async (confirmation, promoted) => {
      for (let round = 0; round < ROUNDS; round++) {
        await stage.clear();
        const hall = await lend({ confirmation });
        const holder = await book(hall, 600);
        const waiting = await Promise.all(WAITING.map((unit) => ask(hall, unit, 600, true)));
        const ordered = await inOrder(waiting);
        const [first, , third] = ordered;
        const withdrawals = [first, third].map((row) => withdraw(row?.id ?? '', waiting));
        const kinds = await Promise.all([
          attempt('clinic', (tx) => stage.bookings.cancel(tx, holder.id, holder.version, null)),
          attempt('clinic', (tx) => request(tx, hall, 600, false)),
          attempt('bus-639', (tx) => request(tx, hall, 630, false)),
          ...withdrawals,
        ]);
        // Whoever withdraws may be given the place first; it goes on to the next in the same act.
        expect(kinds.slice(0, 3)).toEqual(['GRANTED', 'SPAN_TAKEN', 'SPAN_TAKEN']);
        const left = (await inOrder(waiting)).filter(({ state }) => state !== 'WITHDRAWN');
        const [served, ...others] = ordered.flatMap(({ id }) => left.find((row) => row.id === id) ?? []);
        expect(served?.state).toBe(promoted);
        expect(others.map(({ state }) => state)).toEqual(others.map(() => 'WAITLISTED'));
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'is asked for by one, when requests hold',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const hall = await lend({ confirmation: 'OWNER', requestsHold: true });
        const kinds = await Promise.all(
          WAITING.map((unit) => attempt(unit, (tx) => request(tx, hall, 600, false))),
        );
        expect(kinds.toSorted()).toEqual(['GRANTED', 'SPAN_TAKEN', 'SPAN_TAKEN', 'SPAN_TAKEN']);
        await expectSound();
      }
    },
    PATIENCE,
  );

  it(
    'takes in one of those who move there, and what the mover leaves is handed on',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await stage.clear();
        const hall = await lend({});
        const [early, late] = [await book(hall, 480), await book(hall, 720)];
        const waiting = await Promise.all([480, 720].map((at) => ask(hall, 'fire-squadron', at, true)));
        const change = stage.get(BookingChange);
        const wish = { ...spanAt(600), waitIfTaken: false };
        const kinds = await Promise.all(
          [early, late].map(({ id, version }) =>
            attempt('clinic', (tx) => change.move(tx, id, version, wish)),
          ),
        );
        expect(kinds.toSorted()).toEqual(['GRANTED', 'SPAN_TAKEN']);
        const states = (await inOrder(waiting)).map(({ state }) => state);
        expect(states.toSorted()).toEqual(['CONFIRMED', 'WAITLISTED']);
        await expectSound();
      }
    },
    PATIENCE,
  );

  async function expectSound(): Promise<void> {
    expect(await stage.listFaults()).toEqual([]);
    expect(await stage.countDeadlocks()).toBe(0);
  }

  async function lend(terms: Partial<ModelTerms>): Promise<Offer> {
    const owner = 'southeast-committee';
    const draft = await stage.write(owner, (tx) => stage.offers.create(tx, draftOn({ ...TERMS, ...terms })));
    const networks = [stage.networkId('southeast')];
    return stage.write(owner, (tx) => stage.offers.publish(tx, draft.id, draft.version, networks));
  }

  /** Confirmed for the clinic, whoever has to say so. */
  async function book(hall: Offer, minute: number): Promise<Booking> {
    const asked = await ask(hall, 'clinic', minute, false);
    if (asked.state === BookingState.CONFIRMED) return asked;
    const { booking } = await stage.write('southeast-committee', (tx) =>
      stage.bookings.confirm(tx, asked.id, asked.version, 'DECLINE'),
    );
    return booking;
  }

  function ask(hall: Offer, unit: string, minute: number, waitIfTaken: boolean): Promise<Booking> {
    return stage.write(unit, (tx) => request(tx, hall, minute, waitIfTaken));
  }

  function request(
    tx: TenantTransaction,
    { id: offerId }: Offer,
    minute: number,
    waitIfTaken: boolean,
  ): Promise<Booking> {
    const networkId = stage.networkId('southeast');
    const wish = { offerId, networkId, ...spanAt(minute), contact: { name: null, phone: null } };
    return stage.bookings.request(tx, { ...wish, purpose: 'race', heads: null, waitIfTaken });
  }

  /** By whichever unit asked for it, in the version that it has by then. */
  async function withdraw(id: string, waiting: Booking[]): Promise<string> {
    const unit = WAITING[waiting.findIndex((booking) => booking.id === id)] ?? '';
    const kind = await attempt(unit, (tx) => stage.bookings.withdraw(tx, id, 1));
    expect(['GRANTED', 'STALE_VERSION']).toContain(kind);
    return kind;
  }

  async function inOrder(waiting: Booking[]): Promise<Row[]> {
    return stage.inspect<Row>(
      'SELECT id, state, waiting_number AS number FROM booking WHERE id = ANY ($1) ORDER BY waiting_number',
      [waiting.map(({ id }) => id)],
    );
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

/** Two hours on the day after tomorrow. */
function spanAt(minute: number): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(MONDAY + (2 * DAY + minute) * 60_000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 120 * 60_000) };
}

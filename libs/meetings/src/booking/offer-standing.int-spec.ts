import { raw, sql, write } from '#reads';
import { type Booking, BookingState } from '#resources';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/cluster.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import type { MeetingOffer } from './meeting-offer.entity.js';
import { bookingOfWanted, stateOfWanted } from './meeting-offer.reads.js';
import { findOpen, findStanding, MeetingOfferState, stateOf, type WantedOffer } from './offer-standing.js';

const REGION = '31011500-0000-4000-8000-000000000000';
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 2);

/** So few hours that edges meet. */
const hour = fc.integer({ min: -2, max: 3 }).map((hours) => new Date(NOW + hours * HOUR));
const span = fc
  .tuple(hour, fc.integer({ min: 1, max: 3 }))
  .map(([startsAt, hours]) => ({ startsAt, endsAt: new Date(startsAt.getTime() + hours * HOUR) }));
const booking = fc
  .tuple(span, hour, fc.constantFrom(...Object.values(BookingState)))
  .map(([when, expiresAt, state]) => ({ ...when, expiresAt, state }));

const idOf = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** The tables as far as the statement reads them; whatever else a booking must be is left aside. */
const TABLES = `CREATE TEMP TABLE booking (region_id uuid, id uuid, state text, starts_at timestamptz, ends_at timestamptz, expires_at timestamptz);
  CREATE TEMP TABLE meeting_booking (region_id uuid, meeting_offer_id uuid, booking_id uuid, place integer);
  CREATE TEMP TABLE wanted (id uuid, starts_at timestamptz, ends_at timestamptz)`;

describe('how far a meeting has come with an offer', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase('empty');
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(TABLES);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function ask({ offer, bookings }: WantedOffer): Promise<{ state: string; booking: string | null }> {
    await client.query('TRUNCATE booking, meeting_booking, wanted');
    await client.query('INSERT INTO wanted VALUES ($1, $2, $3)', [offer.id, offer.startsAt, offer.endsAt]);
    for (const [at, { id, state, startsAt, endsAt, expiresAt }] of bookings.entries()) {
      await client.query('INSERT INTO booking VALUES ($1, $2, $3, $4, $5, $6)', [
        REGION,
        id,
        state,
        startsAt,
        endsAt,
        expiresAt,
      ]);
      await client.query('INSERT INTO meeting_booking VALUES ($1, $2, $3, $4)', [
        REGION,
        offer.id,
        id,
        at + 1,
      ]);
    }
    const wanted = {
      id: raw('wanted.id'),
      startsAt: raw('wanted.starts_at'),
      endsAt: raw('wanted.ends_at'),
    };
    const asker = { regionId: REGION, personId: null, sharesPlans: true, now: new Date(NOW) };
    const statement = sql`SELECT ${stateOfWanted(wanted)} AS state, ${bookingOfWanted(wanted)} AS booking FROM wanted`;
    const { text, values } = write(statement, { asker });
    const { rows } = await client.query<{ state: string; booking: string | null }>(text, values);
    return rows[0]!;
  }

  it('is told alike by the statement that lists read and by the rules that acts follow', async () => {
    const met = new Set<MeetingOfferState>();
    const property = fc.asyncProperty(span, fc.array(booking, { maxLength: 4 }), async (when, rows) => {
      const offer = { id: idOf(0), ...when } as MeetingOffer;
      const bookings = rows.map((row, at) => ({ id: idOf(at + 1), ...row }) as Booking);
      const wanted = { offer, bookings };
      const now = new Date(NOW);
      const state = stateOf(wanted, now);
      met.add(state);
      const shown = findStanding(wanted) ?? findOpen(wanted, now) ?? bookings.at(-1);
      expect(await ask(wanted)).toEqual({ state, booking: shown?.id ?? null });
    });
    await fc.assert(property, propertyRuns(150));
    expect(met.size).toBe(Object.values(MeetingOfferState).length);
  });
});

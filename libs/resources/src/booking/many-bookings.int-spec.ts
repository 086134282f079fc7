import { DAY, MONDAY, type ModelTerms } from '../../../../test/support/booking-minutes.js';
import { BookingStage, draftOn } from '../../../../test/support/booking-stage.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';

const TERMS: ModelTerms = {
  hours: [{ days: 'EVERY', from: 0, to: DAY }],
  confirmation: 'OWNER',
  requestsHold: false,
  leadTimeMinutes: 0,
  horizonDays: 60,
  slotMinutes: 30,
  longestMinutes: 600,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};
const STORED = `SELECT remark, settled_at AS "settledAt", proposed_spans AS "proposedSpans", holds, version
  FROM booking ORDER BY starts_at`;
const LINES = `SELECT l.changes -> 'remark' AS remark FROM audit_line l JOIN booking b ON b.id = l.thing_id
  WHERE l.changes ? 'remark' ORDER BY b.starts_at`;

describe('an update of many bookings', () => {
  let stage: BookingStage;
  let bookings: Booking[];
  beforeAll(async () => {
    stage = await BookingStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    await stage.clear();
    const { id: offerId } = await stage.write('bus-639', async (tx) => {
      const offer = await stage.offers.create(tx, draftOn(TERMS));
      return stage.offers.publish(tx, offer.id, offer.version, [stage.networkId('southeast')]);
    });
    bookings = [];
    for (const hour of [10, 12, 14]) {
      const [startsAt, endsAt] = [at(hour), at(hour + 1)];
      const contact = { name: null, phone: null };
      const wish = { offerId, networkId: stage.networkId('southeast'), startsAt, endsAt, contact };
      bookings.push(
        await stage.write('clinic', (tx) =>
          stage.bookings.request(tx, { ...wish, purpose: '送诊', heads: null }),
        ),
      );
    }
  });

  it('gives each what it is to have and the next version, and leaves a line for each', async () => {
    const [first, second] = bookings;
    const spans = [{ startsAt: '2026-11-25T02:00:00.000Z', endsAt: '2026-11-25T03:00:00.000Z' }];
    const displaced = {
      state: BookingState.DISPLACED,
      reason: BookingReason.EMERGENCY,
      remark: '乙',
      proposedSpans: spans,
      settledAt: at(9),
    };
    const changed = await stage.write('bus-639', (tx) =>
      tx.updateAll(Booking, bookings, (booking) => {
        if (booking.id === first?.id) return { remark: '“甲”\n', settledAt: at(9) };
        return booking.id === second?.id ? displaced : { holds: true };
      }),
    );
    const untold = { remark: null, settledAt: null, proposedSpans: null, holds: false, version: 2 };
    const expected = [
      { ...untold, remark: '“甲”\n', settledAt: at(9) },
      { ...untold, remark: '乙', settledAt: at(9), proposedSpans: spans },
      { ...untold, holds: true },
    ];
    expect(await stage.inspect(STORED)).toEqual(expected);
    expect(changed).toMatchObject(expected);
    expect(await stage.inspect(LINES)).toEqual([
      { remark: { before: null, after: '“甲”\n' } },
      { remark: { before: null, after: '乙' } },
    ]);
  });

  it('changes none when one is not as it was read, or may not be changed', async () => {
    const [first, ...others] = bookings;
    if (!first) throw new Error('There are three.');
    const remark = (known: readonly Booking[], unit: string): Promise<unknown> =>
      stage.write(unit, (tx) => tx.updateAll(Booking, known, () => ({ remark: '甲' })));
    const stale = Object.assign(new Booking(), first, { version: 2 });
    await expect(remark([stale, ...others], 'bus-639')).rejects.toThrow('Of 3 rows an update met 2');
    await expect(remark(bookings, 'fire-squadron')).rejects.toThrow('Of 3 rows an update met 0');
    expect(await stage.inspect(`SELECT 1 FROM booking WHERE version > 1 OR remark IS NOT NULL`)).toEqual([]);
  });
});

/** On Tuesday. */
function at(hour: number): Date {
  return new Date(MONDAY + (DAY + hour * 60) * 60_000);
}

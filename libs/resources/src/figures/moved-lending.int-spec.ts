import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { DAY, MONDAY, type ModelTerms } from '../../../../test/support/booking-minutes.js';
import { BookingStage, draftOn } from '../../../../test/support/booking-stage.js';
import { BookingChange } from '../booking/booking-change.js';
import { Booking } from '../booking/booking.entity.js';
import { LendingMonths } from './lending-months.js';

const TERMS: ModelTerms = {
  hours: [{ days: 'EVERY', from: 0, to: DAY }],
  confirmation: 'AUTOMATIC',
  requestsHold: false,
  leadTimeMinutes: 0,
  horizonDays: 60,
  slotMinutes: 30,
  longestMinutes: 600,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};
/** 30 November, a Monday. */
const LAST_DAY = 7 * DAY;

/** The figures of November are counted, and then one of its two bookings goes to December. */
describe('the figures of a month that a booking leaves', () => {
  let stage: BookingStage;
  let offerId: string;
  beforeAll(async () => {
    stage = await BookingStage.open();
  });
  afterAll(() => stage.close());

  it('when another time is had at once', async () => {
    const booking = await bookAndCount('AUTOMATIC', 600, 720);
    await move(booking, DAY + 600, DAY + 720);
    await runJobs();
    expect(await requestsOfNovember()).toBe(1);
  });

  it('when another time is asked for, as soon as its owner says yes', async () => {
    const booking = await bookAndCount('OWNER', 600, 720);
    const wish = await move(await confirm(booking), DAY + 600, DAY + 720);
    await runJobs();
    expect(await requestsOfNovember()).toBe(2);
    await confirm(wish);
    await runJobs();
    expect(await requestsOfNovember()).toBe(1);
  });

  it('when what nobody has answered is asked for at another time', async () => {
    const booking = await bookAndCount('OWNER', 600, 720);
    await move(booking, DAY + 600, DAY + 720);
    await runJobs();
    expect(await requestsOfNovember()).toBe(1);
  });

  it('when it is made so short that it begins in the next one', async () => {
    const booking = await bookAndCount('AUTOMATIC', DAY - 60, DAY + 60);
    await move(booking, DAY, DAY + 60);
    expect(await requestsOfNovember()).toBe(1);
  });

  /** Two on the last day of November, of which the later is given. */
  async function bookAndCount(
    confirmation: ModelTerms['confirmation'],
    from: number,
    to: number,
  ): Promise<Booking> {
    await stage.clear();
    const { id } = await stage.write('bus-639', async (tx) => {
      const offer = await stage.offers.create(tx, draftOn({ ...TERMS, confirmation }));
      return stage.offers.publish(tx, offer.id, offer.version, [stage.networkId('southeast')]);
    });
    offerId = id;
    await book(0, 60);
    const booking = await book(from, to);
    await stage.write('bus-639', (tx) => stage.get(LendingMonths).count(tx, booking));
    expect(await requestsOfNovember()).toBe(2);
    return booking;
  }

  function book(from: number, to: number): Promise<Booking> {
    const networkId = stage.networkId('southeast');
    const contact = { name: null, phone: null };
    const wish = { offerId, networkId, ...spanOf(from, to), purpose: '送诊', heads: null, contact };
    return stage.write('clinic', (tx) => stage.bookings.request(tx, wish));
  }

  async function confirm({ id, version }: Booking): Promise<Booking> {
    const confirmed = await stage.write('bus-639', (tx) => stage.bookings.confirm(tx, id, version, 'KEEP'));
    return confirmed.booking;
  }

  function move({ id, version }: Booking, from: number, to: number): Promise<Booking> {
    const wish = { ...spanOf(from, to), waitIfTaken: false };
    return stage.write('clinic', (tx) => stage.get(BookingChange).move(tx, id, version, wish));
  }

  function runJobs(): Promise<unknown> {
    const { api } = stage.world;
    return api.app.get(JobRunner).runDue({ url: api.database.appUrl, log: pino({ level: 'silent' }) });
  }

  async function requestsOfNovember(): Promise<number | undefined> {
    const [row] = await stage.inspect<{ requests: number }>(
      `SELECT requests FROM lending_month WHERE month = '2026-11-01'`,
    );
    return row?.requests;
  }
});

function spanOf(from: number, to: number): { startsAt: Date; endsAt: Date } {
  const at = (minute: number): Date => new Date(MONDAY + (LAST_DAY + minute) * 60_000);
  return { startsAt: at(from), endsAt: at(to) };
}

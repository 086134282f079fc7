import type { DayCalendar } from '#calendar';
import type { TenantContext } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import DataLoader from 'dataloader';
import { In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { rulesPassedOver } from '../availability/broken-rules.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { calendarOf, rulesOf } from '../offer/offer-terms.js';
import { Offer } from '../offer/offer.entity.js';
import { listClosures } from '../closure/closure.repository.js';

/** A booking that was granted by other hours, closures or another calendar than there are now. */
export interface BookingConflict {
  readonly booking: Booking;
  readonly rules: ReturnType<typeof rulesPassedOver>;
}

/**
 * Confirmed bookings ahead that lie outside the hours of their offers or in closures, as far as the actor sees both;
 * by start. Nothing is done about them: those who made them talk to each other. `days` is the calendar of the day unless
 * another is asked about.
 */
export async function listConflicts(
  tx: TenantTransaction,
  which: FindOptionsWhere<Booking> = {},
  days?: DayCalendar,
): Promise<BookingConflict[]> {
  const { regionId, now } = tx;
  const ahead = { ...which, regionId, state: BookingState.CONFIRMED, startsAt: MoreThan(now) };
  const bookings = await tx.manager.find(Booking, { where: ahead, order: { startsAt: 'ASC', id: 'ASC' } });
  if (bookings.length === 0) return [];
  const ids = [...new Set(bookings.map(({ offerId }) => offerId))];
  const offers = await tx.manager.findBy<Offer>(Offer, { regionId, id: In(ids) });
  const closures = await listClosures(tx, ids);
  const [zone, calendar] = [await timeZoneOf(tx), days ?? (await calendarOf(tx))];
  const rulesById = new Map(
    offers.map((offer) => [offer.id, rulesOf(offer, zone, closures.get(offer.id) ?? [])]),
  );
  return bookings.flatMap((booking): BookingConflict[] => {
    const terms = rulesById.get(booking.offerId);
    const rules = terms ? rulesPassedOver(terms, calendar, booking) : [];
    return rules.length > 0 ? [{ booking, rules }] : [];
  });
}

/** Null when nobody asked for it. */
export async function findConflictIds(
  context: TenantContext,
  { conflicting = null, offerId }: { conflicting?: boolean | null; offerId?: string | null },
): Promise<string[] | null> {
  if (conflicting === null) return null;
  const conflicts = await context.read((tx) => listConflicts(tx, offerId ? { offerId } : {}));
  return conflicts.map(({ booking }) => booking.id);
}

type Loader = DataLoader<string, BookingConflict['rules']>;

const loaders = new WeakMap<TenantTransaction, Loader>();

/** What one booking breaks; those of a page are judged together. */
export async function findConflict(tx: TenantTransaction, id: string): Promise<BookingConflict['rules']> {
  let loader = loaders.get(tx);
  if (!loader) {
    loader = new DataLoader(
      async (ids) => {
        const found = await listConflicts(tx, { id: In([...ids]) });
        const byId = new Map(found.map(({ booking, rules }) => [booking.id, rules]));
        return ids.map((one) => byId.get(one) ?? []);
      },
      { cache: false },
    );
    loaders.set(tx, loader);
  }
  return loader.load(id);
}

import { type DayCalendar, instantAt } from '#calendar';
import { Network, type Region, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Temporal } from 'temporal-polyfill';
import { listConflicts } from '../conflict/booking-conflicts.js';

/** The calendar as it was, and as it is with the year. */
export interface CalendarPair {
  readonly before: DayCalendar;
  readonly after: DayCalendar;
}

/** A confirmed booking that a year puts outside the hours of its offer; for the operator, who sees no purpose and no phone. */
export interface YearConflict {
  readonly region: string;
  readonly network: string;
  readonly offer: string;
  readonly owner: string;
  readonly requester: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
}

interface Owner {
  readonly id: string;
  readonly code: string;
  readonly region: Region;
}

/** What the year newly puts outside the hours of this unit's offers, with the rights of that unit. */
export async function listYearConflicts(
  tx: TenantTransaction,
  owner: Owner,
  year: number,
  { before, after }: CalendarPair,
): Promise<YearConflict[]> {
  const { code, timeZone: zone } = owner.region;
  const [starts, ends] = [year, year + 1].map((each) =>
    instantAt(new Temporal.PlainDate(each, 1, 1), 0, zone),
  );
  const isOutside = async (days: DayCalendar) =>
    (await listConflicts(tx, { ownerUnitId: owner.id }, days)).filter(({ rules }) =>
      rules.includes('OUTSIDE_HOURS'),
    );
  const found = (await isOutside(after)).filter(
    ({ booking }) => booking.startsAt < ends! && booking.endsAt > starts!,
  );
  if (found.length === 0) return [];
  const known = new Set((await isOutside(before)).map(({ booking }) => booking.id));
  const conflicts: YearConflict[] = [];
  for (const { booking } of found.filter((one) => !known.has(one.booking.id))) {
    const { offerTitle: offer, startsAt, endsAt, networkId, requesterUnitId } = booking;
    const network = (await tx.find(Network, networkId))?.code ?? '';
    const requester = (await tx.find(Unit, requesterUnitId))?.code ?? '';
    conflicts.push({ region: code, network, offer, owner: owner.code, requester, startsAt, endsAt, zone });
  }
  return conflicts;
}

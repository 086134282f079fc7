import { BadRecurrence, type RuleFault, type Span } from '#calendar';
import { ApiError, found, Refused, refuseState, type Words } from '#graphql';
import { expectTakesPart, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { bookedAmount } from '../booking/booking-amount.js';
import type { ContactDraft } from '../booking/booking-contacts.js';
import { UNTIED } from '../booking/booking-tie.js';
import { Booking } from '../booking/booking.entity.js';
import { BookingAsking, type BookingDraft, type BookingWish } from '../booking/booking-asking.js';
import { BookingService } from '../booking/booking.service.js';
import { orRefused } from '../booking/or-refused.js';
import { fitTogether, type Part } from '../occupancy/fit-together.js';
import type { Offer } from '../offer/offer.entity.js';
import { getShownOffer } from '../offer/shown-offer.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { ClashReport, type RefusedDate } from './clash-report.js';
import { skippedDateOf } from './skipped-date.js';
import { BookingSeries } from './series.entity.js';
import { isLiving } from './series.policy.js';
import { DatesClash, type DateClash } from './series.refusals.js';
import { expectSome, spansOf } from './series-spans.js';
import { SERIES_WORDS } from './series.words.js';

/** A wish for the first span, and how it is repeated. */
export interface SeriesWish extends Omit<BookingWish, 'tie'> {
  /** RFC 5545. */
  rule: string;
  /** Dates that cannot be had are left out; else none is made. */
  skipClashes: boolean;
}

/** One date again: what is null is as by the rule, or as the series has it. */
export interface AskedDate {
  /** Which: its start by the rule. */
  originalStart: Date;
  span: Span | null;
  amount: string | null;
  contact: ContactDraft;
}

/** What an act has done to a series, and what it could not do. */
export interface SeriesOutcome {
  series: BookingSeries;
  bookings: Booking[];
  clashes: DateClash[];
}

/** What is asked for again and again: each date is a booking that is judged, confirmed and answered like any other. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly bookings: BookingService,
    private readonly asking: BookingAsking,
    private readonly occupancy: OccupancyRepository,
    private readonly report: ClashReport,
  ) {}

  async request(tx: TenantTransaction, { rule, skipClashes, ...first }: SeriesWish): Promise<SeriesOutcome> {
    await expectTakesPart(tx, [first.networkId]);
    await this.occupancy.lock(tx, first.offerId);
    const offer = await getShownOffer(tx, first);
    const zone = await timeZoneOf(tx);
    const parts = expectSpans(rule, first, zone, offer);
    const series = draftOf(tx, offer, first, { rule, zone });
    const diary = await this.occupancy.diary(tx, offer).readAhead();
    const [drafts, refused]: [BookingDraft[], RefusedDate[]] = [[], []];
    for (const wanted of parts) {
      const tie = { ...UNTIED, seriesId: series.id, originalStart: wanted.startsAt };
      const outcome = await orRefused(() => {
        expectSome(wanted, zone);
        return this.asking.draft(tx, diary, { ...first, ...wanted, tie });
      });
      if (!(outcome instanceof Refused)) drafts.push(outcome);
      else refused.push({ originalStart: wanted.startsAt, wanted, refusal: outcome.refusal });
    }
    const clashes = await this.report.write(tx, offer, refused, parts);
    if (clashes.length > 0 && (!skipClashes || drafts.length === 0)) {
      throw new Refused(new DatesClash(clashes));
    }
    const stored = await tx.insert(BookingSeries, { ...series, skipped: clashes.map(skippedDateOf) });
    const { bookings } = await this.asking.store(tx, offer, drafts);
    return { series: stored, bookings, clashes };
  }

  /** A date that was left out or has fallen off, at its own time or another; it stays that date of the series. */
  async requestDate(tx: TenantTransaction, id: string, date: AskedDate): Promise<Booking> {
    const known = found(await tx.find(BookingSeries, id));
    if (known.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    await expectTakesPart(tx, [known.networkId]);
    await this.occupancy.lock(tx, known.offerId);
    const series = found(await tx.lock(BookingSeries, id));
    const { offerId, networkId, purpose, heads, skipped } = series;
    const amount = date.amount ?? series.amount;
    const byRule = spansOf(series.rule, series, series.zone).find(
      ({ startsAt }) => startsAt.getTime() === date.originalStart.getTime(),
    );
    if (!byRule) throw ApiError.badInput([{ path: 'input.originalStart', message: SERIES_WORDS.noDate }]);
    const { startsAt, endsAt } = date.span ?? byRule;
    expectSome({ startsAt, endsAt }, series.zone);
    const tie = { ...UNTIED, seriesId: id, originalStart: byRule.startsAt };
    await expectNotLiving(tx, tie);
    const wish = { offerId, networkId, startsAt, endsAt, purpose, heads, amount, contact: date.contact, tie };
    const booking = await this.bookings.request(tx, wish);
    const left = skipped.filter((one) => Date.parse(one.startsAt) !== byRule.startsAt.getTime());
    if (left.length < skipped.length) await tx.update(BookingSeries, series, { skipped: left });
    return booking;
  }
}

async function expectNotLiving(
  tx: TenantTransaction,
  { seriesId, originalStart }: { seriesId: string; originalStart: Date },
): Promise<void> {
  const same = await tx.manager.findBy(Booking, { regionId: tx.regionId, seriesId, originalStart });
  const living = same.find(isLiving);
  if (living) refuseState(living, SERIES_WORDS.dateLives);
}

/** Throws BAD_USER_INPUT for a rule that cannot be followed, or whose dates do not fit beside each other. */
function expectSpans(rule: string, { startsAt, endsAt, amount }: Part, zone: string, offer: Offer): Part[] {
  try {
    const parts = spansOf(rule, { startsAt, endsAt }, zone).map((span) => ({ ...span, amount }));
    if (fitTogether(offer, parts)) return parts;
  } catch (error) {
    if (!(error instanceof BadRecurrence)) throw error;
    throw ApiError.badInput([{ path: 'input.rule', message: FAULTS[error.fault](error.part) }]);
  }
  throw ApiError.badInput([{ path: 'input.rule', message: SERIES_WORDS.tooNear }]);
}

const FAULTS: Record<RuleFault, (part: string) => Words> = {
  MALFORMED: (part) => SERIES_WORDS.malformed({ part }),
  UNKNOWN_PART: (part) => SERIES_WORDS.unknownPart({ part }),
  ENDLESS: () => SERIES_WORDS.endless,
  TWO_ENDS: () => SERIES_WORDS.twoEnds,
  TOO_MANY: () => SERIES_WORDS.tooMany,
  TOO_FAR: () => SERIES_WORDS.tooFar,
  NONE: () => SERIES_WORDS.none,
  OFF: () => SERIES_WORDS.off,
};

function draftOf(
  tx: TenantTransaction,
  offer: Offer,
  first: Omit<SeriesWish, 'rule' | 'skipClashes'>,
  repeat: { rule: string; zone: string },
): Omit<BookingSeries, 'regionId'> {
  const { offerId, networkId, startsAt, endsAt, purpose, heads } = first;
  return {
    ...repeat,
    ...bookedAmount(offer, first.amount),
    id: tx.newId(),
    offerId,
    networkId,
    ownerUnitId: offer.unitId,
    requesterUnitId: tx.actor.unitId,
    offerTitle: offer.title,
    startsAt,
    endsAt,
    purpose,
    heads,
    skipped: [],
    requestedAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
}

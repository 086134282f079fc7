import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { freeSpans } from '../availability/free-spans.js';
import { isPooled } from '../booking/booking.policy.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { termsOf } from './offer-terms.js';
import type { Offer } from './offer.entity.js';

/** What may be known of an offer's time without knowing who has it. */
@Injectable()
export class OfferAvailability {
  constructor(private readonly occupancy: OccupancyRepository) {}

  async listBusy(tx: TenantTransaction, offer: Offer, window: Span): Promise<Span[]> {
    const taken = await this.occupancy.listTaken(tx, offer.id, window);
    return taken.filter(({ endsAt }) => endsAt > window.startsAt);
  }

  async listFree(tx: TenantTransaction, offer: Offer, window: Span): Promise<Span[]> {
    if (isPooled(offer.kind)) return [];
    const { rules, calendar } = await termsOf(tx, offer);
    const taken = await this.occupancy.listUntil(tx, offer.id, window.startsAt);
    return freeSpans(rules, calendar, taken, window, tx.now);
  }
}

import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Offer, OfferState } from '../offer/offer.entity.js';
import { countLending, type LendingCount } from './count-lending.js';
import { countOpenMinutes, isLentWhole } from './open-minutes.js';

export interface LendingFigures extends LendingCount {
  readonly openMinutes: number;
  /** Used ÷ open, to four places; null where nothing is open. */
  readonly utilisation: string | null;
}

/** How what a unit lends is asked for and used: for the owner all of it, for a committee what went through its network. */
@Injectable()
export class LendingFiguresService {
  /** Null for whoever is neither. */
  async ofOffer(tx: TenantTransaction, offer: Offer, period: Span): Promise<LendingFigures | null> {
    const networkIds = this.scopeOf(tx, offer.unitId);
    if (networkIds && !networkIds.some((id) => offer.networkIds.includes(id))) return null;
    return this.count(tx, { unitId: offer.unitId, offerId: offer.id, networkIds }, [offer], period);
  }

  /** Null for whoever is neither. */
  async ofUnit(tx: TenantTransaction, unitId: string, period: Span): Promise<LendingFigures | null> {
    const networkIds = this.scopeOf(tx, unitId);
    if (networkIds?.length === 0) return null;
    const { regionId } = tx;
    const shown = await tx.manager.findBy<Offer>(Offer, { regionId, unitId, state: OfferState.PUBLISHED });
    const offers = shown.filter(
      (offer) => !networkIds || networkIds.some((id) => offer.networkIds.includes(id)),
    );
    return this.count(tx, { unitId, offerId: null, networkIds }, offers, period);
  }

  /** All networks for the owner, else those that the actor convenes. */
  private scopeOf(tx: TenantTransaction, unitId: string): readonly string[] | null {
    return unitId === tx.actor.unitId ? null : tx.actor.convenedNetworkIds;
  }

  private async count(
    tx: TenantTransaction,
    wish: { unitId: string; offerId: string | null; networkIds: readonly string[] | null },
    offers: readonly Offer[],
    period: Span,
  ): Promise<LendingFigures> {
    const whole = offers.filter(isLentWhole);
    const count = await countLending(tx, { ...wish, wholeIds: whole.map(({ id }) => id) }, period);
    const openMinutes = await countOpenMinutes(tx, whole, period);
    return { ...count, openMinutes, utilisation: shareOf(count.utilisedMinutes, openMinutes) };
  }
}

/** At most all of it: what was used outside the hours makes no more of them. */
function shareOf(used: number, open: number): string | null {
  return open === 0 ? null : (Math.round((Math.min(used, open) * 10_000) / open) / 10_000).toFixed(4);
}

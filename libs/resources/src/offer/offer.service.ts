import { FileService } from '#files';
import { ApiError, expectState, expectVersion, found } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { BookingEnding } from '../booking/booking-ending.js';
import { BookingReason } from '../booking/booking.entity.js';
import { showClosures } from '../closure/closure.repository.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { OverCommitment } from '../occupancy/over-commitment.js';
import { PoolShares } from '../occupancy/pool-shares.js';
import { offerSearchText } from '../search/offer-search-text.js';
import { OfferInternal } from './offer-internal.entity.js';
import { OFFER_ENTITIES } from './offer-kinds.entity.js';
import { OfferPublication } from './offer-publication.entity.js';
import { Offer, OfferState } from './offer.entity.js';
import { changesOf, type OfferDraft } from './offer.draft.js';
import { offerAudience } from './offer.files.js';
import type { UpdateOfferInput } from './offer.inputs.js';
import { OFFER_STATES } from './offer.words.js';

const { DRAFT, PUBLISHED, WITHDRAWN } = OfferState;
/** Terms by which more may fit than before. */
const LETTING_IN = ['hours', 'slotMinutes', 'longestMinutes', 'bufferBeforeMinutes', 'bufferAfterMinutes'];

/** What units lend: drafted in private, published to networks on purpose, withdrawn again. */
@Injectable()
export class OfferService {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly ending: BookingEnding,
    private readonly files: FileService,
    private readonly shares: PoolShares,
    private readonly overCommitment: OverCommitment,
  ) {}

  /** A draft that nobody outside the unit can see. */
  async create(tx: TenantTransaction, { terms, facts, internal }: OfferDraft): Promise<Offer> {
    const offer = await tx.insert<Offer>(OFFER_ENTITIES[facts.kind], {
      ...terms,
      ...facts.values,
      id: tx.newId(),
      unitId: tx.actor.unitId,
      kind: facts.kind,
      searchText: offerSearchText({ ...terms, ...facts.values }),
      state: DRAFT,
      networkIds: [],
      exceptions: [],
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    });
    await tx.insert(OfferInternal, { id: offer.id, unitId: offer.unitId, networkIds: [], ...internal });
    return offer;
  }

  /** New terms bind requests from now on; what is confirmed stands. */
  async update(tx: TenantTransaction, id: string, version: number, input: UpdateOfferInput): Promise<Offer> {
    const offer = await this.lockOwn(tx, id, version);
    const { terms, facts, internal } = changesOf(input, offer);
    if (Object.keys(internal).length > 0) {
      await tx.change(OfferInternal, found(await tx.find(OfferInternal, id)), internal);
    }
    if (facts) await this.shares.outlast(tx, id);
    const changes = { ...terms, ...facts?.values };
    const updated = await tx.update<Offer>(OFFER_ENTITIES[offer.kind], offer, {
      ...changes,
      searchText: offerSearchText(offer, changes),
      updatedAt: tx.now,
    });
    if (facts) await this.overCommitment.note(tx, id);
    if (facts || LETTING_IN.some((term) => term in terms)) await this.ending.handOnAhead(tx, updated);
    return updated;
  }

  /** Shows it to exactly these networks, of which the unit must be a member. */
  async publish(tx: TenantTransaction, id: string, version: number, networkIds: string[]): Promise<Offer> {
    const wanted = [...new Set(networkIds)];
    await expectTakesPart(tx, wanted);
    const offer = await this.lockOwn(tx, id, version);
    return this.show(tx, offer, PUBLISHED, wanted);
  }

  /** Takes it back from all networks. Open requests are declined; what is confirmed stands. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Offer> {
    const offer = await this.lockOwn(tx, id, version);
    expectState(offer, [PUBLISHED], OFFER_STATES);
    return this.show(tx, offer, WITHDRAWN, []);
  }

  /** Takes every offer of the unit back from a network that it no longer belongs to; the caller has locked them. */
  async withdrawFrom(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const { regionId } = tx;
    const shown = await tx.manager.find(OfferPublication, {
      where: { regionId, unitId, networkId, withdrawnAt: IsNull() },
      order: { offerId: 'ASC' },
    });
    for (const { offerId } of shown) {
      const offer = found(await tx.find<Offer>(Offer, offerId));
      const left = offer.networkIds.filter((id) => id !== networkId);
      const state = left.length > 0 ? PUBLISHED : WITHDRAWN;
      await this.show(tx, offer, state, left, BookingReason.MEMBERSHIP_ENDED);
    }
  }

  private async show(
    tx: TenantTransaction,
    offer: Offer,
    state: OfferState,
    networkIds: string[],
    reason = BookingReason.OFFER_WITHDRAWN,
  ): Promise<Offer> {
    const publications = await tx.manager.findBy(OfferPublication, {
      regionId: tx.regionId,
      offerId: offer.id,
    });
    for (const publication of publications) {
      const withdrawnAt = networkIds.includes(publication.networkId)
        ? null
        : (publication.withdrawnAt ?? tx.now);
      await tx.change(OfferPublication, publication, { withdrawnAt });
    }
    const known = new Set(publications.map(({ networkId }) => networkId));
    for (const networkId of networkIds.filter((id) => !known.has(id))) {
      const { id: offerId, unitId } = offer;
      const publication = {
        id: tx.newId(),
        offerId,
        unitId,
        networkId,
        publishedAt: tx.now,
        withdrawnAt: null,
      };
      await tx.insert(OfferPublication, publication);
    }
    await tx.change(OfferInternal, found(await tx.find(OfferInternal, offer.id)), { networkIds });
    await this.occupancy.show(tx, offer.id, networkIds);
    await showClosures(tx, offer.id, networkIds);
    await this.files.follow(tx, offer.id, offerAudience(networkIds));
    const shown = { state, networkIds, searchText: offerSearchText(offer), updatedAt: tx.now };
    const updated = await tx.update<Offer>(OFFER_ENTITIES[offer.kind], offer, shown);
    // After that: who moves up from the waiting list takes the time as it is shown from now on.
    await this.ending.declineOpen(tx, offer.id, networkIds, reason);
    return updated;
  }

  /** Locked like a booking locks it, so that terms do not change while a request is judged by them. */
  private async lockOwn(tx: TenantTransaction, id: string, version: number): Promise<Offer> {
    await this.occupancy.lock(tx, id);
    const offer = found(await tx.find<Offer>(Offer, id));
    if (offer.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectVersion(offer, version);
    return offer;
  }
}

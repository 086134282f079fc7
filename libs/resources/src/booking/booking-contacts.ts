import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { OfferInternal } from '../offer/offer-internal.entity.js';
import { BookingContact } from './booking-contact.entity.js';
import type { Booking } from './booking.entity.js';

export interface ContactDraft {
  name: string | null;
  phone: string | null;
}

/** Whom each side may ring; from confirmation on the sides see each other's. */
@Injectable()
export class BookingContacts {
  async addRequester(tx: TenantTransaction, booking: Booking, contact: ContactDraft): Promise<void> {
    await tx.insert(BookingContact, {
      id: tx.newId(),
      bookingId: booking.id,
      unitId: booking.requesterUnitId,
      otherUnitId: booking.ownerUnitId,
      networkId: booking.networkId,
      ...contact,
      shared: false,
    });
  }

  /** In the owner's name: the contact of the offer, shared with the requester. */
  async addOwner(tx: TenantTransaction, booking: Booking): Promise<void> {
    if (booking.ownerUnitId === booking.requesterUnitId) return;
    // It stands there from an earlier confirmation when a change of time has asked again.
    const known = await this.find(tx, booking.id, booking.ownerUnitId);
    if (known) return void (await tx.change(BookingContact, known, { shared: true }));
    const offer = found(await tx.find(OfferInternal, booking.offerId));
    await tx.insert(BookingContact, {
      id: tx.newId(),
      bookingId: booking.id,
      unitId: booking.ownerUnitId,
      otherUnitId: booking.requesterUnitId,
      networkId: booking.networkId,
      name: offer.contactName,
      phone: offer.contactPhone,
      shared: true,
    });
  }

  async shareRequester(tx: TenantTransaction, booking: Booking): Promise<void> {
    const unitId = booking.requesterUnitId;
    await tx.asUnit(unitId, async () => {
      const contact = found(await this.find(tx, booking.id, unitId));
      await tx.change(BookingContact, contact, { shared: true });
    });
  }

  /** Asked for again: neither side reads the other's until it is confirmed anew. */
  async hide(tx: TenantTransaction, { id, ownerUnitId, requesterUnitId }: Booking): Promise<void> {
    for (const unitId of new Set([ownerUnitId, requesterUnitId])) {
      await tx.asUnit(unitId, async () => {
        const contact = await this.find(tx, id, unitId);
        if (contact?.shared) await tx.change(BookingContact, contact, { shared: false });
      });
    }
  }

  async find(tx: TenantTransaction, bookingId: string, unitId: string): Promise<BookingContact | null> {
    return tx.manager.findOneBy(BookingContact, { regionId: tx.regionId, bookingId, unitId });
  }
}

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
    // It stands there from an earlier confirmation, when a change of time has asked again.
    if (await this.find(tx, booking.id, booking.ownerUnitId)) return;
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

  async find(tx: TenantTransaction, bookingId: string, unitId: string): Promise<BookingContact | null> {
    return tx.manager.findOneBy(BookingContact, { regionId: tx.regionId, bookingId, unitId });
  }
}

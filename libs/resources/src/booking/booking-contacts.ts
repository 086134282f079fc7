import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
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
  /** Whom to ring about each of them, in their order. */
  async addRequester(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    contacts: readonly ContactDraft[],
  ): Promise<void> {
    const rows = bookings.map((booking, at) => ({
      id: tx.newId(),
      bookingId: booking.id,
      unitId: booking.requesterUnitId,
      otherUnitId: booking.ownerUnitId,
      networkId: booking.networkId,
      name: contacts[at]?.name ?? null,
      phone: contacts[at]?.phone ?? null,
      shared: false,
    }));
    await tx.insertAll(BookingContact, rows);
  }

  /** In the owner's name: the contact of the one offer, shared with the requester of each. */
  async addOwner(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    const lent = bookings.filter(({ ownerUnitId, requesterUnitId }) => ownerUnitId !== requesterUnitId);
    const [one] = lent;
    if (!one) return;
    const offer = found(await tx.find(OfferInternal, one.offerId));
    const rows = lent.map((booking) => ({
      id: tx.newId(),
      bookingId: booking.id,
      unitId: booking.ownerUnitId,
      otherUnitId: booking.requesterUnitId,
      networkId: booking.networkId,
      name: offer.contactName,
      phone: offer.contactPhone,
      shared: true,
    }));
    await tx.insertAll(BookingContact, rows);
  }

  /** Of bookings of one requester. */
  async shareRequester(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    const contacts = await this.listOfRequester(tx, bookings);
    const [one] = bookings;
    if (!one) return;
    await tx.asUnit(one.requesterUnitId, () =>
      tx.changeAll(BookingContact, [...contacts.values()], () => ({ shared: true })),
    );
  }

  /** By the ids of the bookings, which are of one requester. */
  async listOfRequester(
    tx: TenantTransaction,
    bookings: readonly Booking[],
  ): Promise<ReadonlyMap<string, BookingContact>> {
    const [one] = bookings;
    if (!one) return new Map();
    const { regionId } = tx;
    const unitId = one.requesterUnitId;
    const bookingId = In(bookings.map(({ id }) => id));
    const contacts = await tx.asUnit(unitId, () =>
      tx.manager.findBy(BookingContact, { regionId, unitId, bookingId }),
    );
    return new Map(contacts.map((contact) => [contact.bookingId, contact]));
  }
}

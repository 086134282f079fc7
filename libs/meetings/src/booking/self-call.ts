import { found, Refused, refuseState } from '#graphql';
import { asCommittee } from '#network';
import { Booking, BookingEvents, type BookingFollower, type LockedOffer } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { listInvited } from '../invitation/list-invited.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository, NOT_BY_ITSELF } from '../meeting/meeting.repository.js';
import { MeetingService } from '../meeting/meeting.service.js';
import { MeetingBooking } from './meeting-booking.entity.js';
import { MEETING_OFFER_WORDS } from './meeting-offer.words.js';
import { MeetingBookings } from './meeting-bookings.js';
import type { WantedOffer } from './offer-standing.js';

/**
 * A draft that waits for words is called by the last of them, in the very act and with the rights of the committee. The
 * word stands whether or not that can be: why it cannot is noted on the draft.
 */
@Injectable()
export class SelfCall implements Omit<BookingFollower, 'settled'>, OnModuleInit {
  constructor(
    private readonly events: BookingEvents,
    private readonly bookings: MeetingBookings,
    private readonly meetings: MeetingRepository,
    private readonly service: MeetingService,
  ) {}

  onModuleInit(): void {
    this.events.follow(this);
  }

  async prepare(tx: TenantTransaction, booking: Booking): Promise<readonly LockedOffer[]> {
    const link = await findLink(tx, booking);
    if (!link) return [];
    return asCommittee(tx, link.networkId, async () => {
      const meeting = await tx.find(Meeting, link.meetingId);
      const call = await tx.find(MeetingCall, link.meetingId);
      if (!call?.callsItself || meeting?.state !== MeetingState.DRAFT) return [];
      await listInvited(tx, meeting, call.invitedUnitIds);
      return (await this.bookings.list(tx, meeting.id)).map(({ offer }) => offer);
    });
  }

  async confirmed(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    const networks = new Map(
      (await listLinks(tx, bookings)).map(({ meetingId, networkId }) => [meetingId, networkId]),
    );
    for (const [meetingId, networkId] of [...networks].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await asCommittee(tx, networkId, () => this.tryCall(tx, meetingId));
    }
  }

  /** Those whom it would invite, before any other lock; of a draft that waits for no word, nobody. */
  async holdInvited(tx: TenantTransaction, meeting: Meeting): Promise<void> {
    const call = await tx.find(MeetingCall, meeting.id);
    if (call?.callsItself && meeting.state === MeetingState.DRAFT) {
      await listInvited(tx, meeting, call.invitedUnitIds);
    }
  }

  /** A draft wants less than before: the word that it waited for may be needed no more. Nothing is left to call for without offers. */
  async dropped(tx: TenantTransaction, meeting: Meeting, left: readonly WantedOffer[]): Promise<Meeting> {
    const { callsItself } = await this.meetings.getCall(tx, meeting.id);
    if (!callsItself || meeting.state !== MeetingState.DRAFT) return meeting;
    if (left.length === 0) return this.meetings.change(tx, meeting, {}, NOT_BY_ITSELF);
    await this.tryCall(tx, meeting.id);
    return found(await tx.find(Meeting, meeting.id));
  }

  /** What is asked for in the place of a booking serves what that served; what was moved back to serves it already. */
  async moved(tx: TenantTransaction, from: Booking, to: Booking): Promise<void> {
    const link = await findLink(tx, from);
    if (!link) return;
    const wanted = await this.bookings.list(tx, link.meetingId);
    const own = wanted.find(({ offer }) => offer.id === link.meetingOfferId);
    if (own && !own.bookings.some(({ id }) => id === to.id)) await this.bookings.link(tx, own, to);
  }

  /** With the draft locked, so that of two last words the later one sees the other. */
  private async tryCall(tx: TenantTransaction, meetingId: string): Promise<void> {
    const known = await tx.find(MeetingCall, meetingId);
    if (!known?.callsItself) return;
    const meeting = await tx.lock(Meeting, meetingId);
    const { callsItself, invitedUnitIds } = await this.meetings.getCall(tx, meetingId);
    if (!callsItself || meeting?.state !== MeetingState.DRAFT) return;
    const wanted = await this.bookings.list(tx, meetingId);
    if ((await this.bookings.judge(tx, wanted)).missing.length > 0) return;
    try {
      // What was planned a moment ago `prepare` has not seen.
      if (!(await this.bookings.tryHold(tx, wanted))) refuseState(meeting, MEETING_OFFER_WORDS.busy);
      await tx.attempt(() => this.service.callByItself(tx, meeting, invitedUnitIds, wanted));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const change = { heldUpAt: tx.now, heldUpBecause: error.refusal.message };
      await this.meetings.change(tx, meeting, {}, change);
    }
  }
}

/** Read by both sides of a booking. */
function listLinks(tx: TenantTransaction, bookings: readonly Booking[]): Promise<MeetingBooking[]> {
  const bookingId = In(bookings.map(({ id }) => id));
  return tx.manager.findBy(MeetingBooking, { regionId: tx.regionId, bookingId });
}

async function findLink(tx: TenantTransaction, booking: Booking): Promise<MeetingBooking | null> {
  return (await listLinks(tx, [booking]))[0] ?? null;
}

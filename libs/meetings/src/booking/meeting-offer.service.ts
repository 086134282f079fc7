import { ApiError, expectState, expectVersion, found, type Refusal, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import {
  bookedAmount,
  BookingService,
  CallOff,
  Confirmation,
  expectOrder,
  getShownOffer,
  type Offer,
} from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { AHEAD_STATES, BY_HAND } from '../meeting/meeting.policy.js';
import { MeetingRepository, type CallChange } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { findShown, MeetingBookings, wishOf } from './meeting-bookings.js';
import { MeetingOffer } from './meeting-offer.entity.js';
import type { MeetingOfferInput } from './meeting-offer.inputs.js';
import { MEETING_OFFER_WORDS } from './meeting-offer.words.js';
import { noteOffer } from './note-offer.js';
import { MeetingOfferState, stateOf, type WantedOffer } from './offer-standing.js';
import { SelfCall } from './self-call.js';
import { placeAlong } from './venue-place.js';

const { DRAFT, CALLED } = MeetingState;
const MOST_OFFERS = 10;

/** Venue and vehicles are part of a meeting: what it wants is said here, and goes where the meeting goes. */
@Injectable()
export class MeetingOfferService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly bookings: MeetingBookings,
    private readonly requests: BookingService,
    private readonly callOff: CallOff,
    private readonly selfCall: SelfCall,
  ) {}

  /** Besides what it wants already. What needs a word is asked for at once; the rest of a draft is only noted. */
  async plan(
    tx: TenantTransaction,
    id: string,
    version: number,
    items: readonly MeetingOfferInput[],
  ): Promise<Meeting> {
    const { networkId } = await this.meetings.getOwn(tx, id);
    await expectTakesPart(tx, [networkId]);
    const offers = await listShown(tx, networkId, items);
    await this.callOff.lockOffers(tx, offers.map(lockOf));
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, AHEAD_STATES, MEETING_STATES);
    const known = await this.bookings.list(tx, id);
    if (known.length + items.length > MOST_OFFERS) throw badItem('items', MEETING_OFFER_WORDS.tooManyOffers);
    const planned: WantedOffer[] = [];
    for (const [index, item] of items.entries()) {
      if ([...known, ...planned].some(({ offer }) => offer.offerId === item.offerId)) {
        throw badItem(`items.${index}.offerId`, MEETING_OFFER_WORDS.alreadyPlanned);
      }
      const wish = readItem(meeting, found(offers[index] ?? null), item, `items.${index}`);
      planned.push({ offer: await noteOffer(tx, meeting, found(offers[index] ?? null), wish), bookings: [] });
    }
    const asked = planned.filter((_one, at) => isAskedFor(meeting, offers[at]));
    await this.bookings.expectGranted(tx, await this.bookings.ask(tx, meeting, asked));
    return this.touch(tx, meeting, [...known, ...planned]);
  }

  /** What was only noted or was lost, all or none. */
  async request(tx: TenantTransaction, id: string, version: number): Promise<Meeting> {
    const { networkId } = await this.meetings.getOwn(tx, id);
    await expectTakesPart(tx, [networkId]);
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, AHEAD_STATES, MEETING_STATES);
    const asked = [];
    for (const one of wanted) {
      const shown = await findShown(tx, one.offer);
      const isMissing = [MeetingOfferState.NOTED, MeetingOfferState.LOST].includes(stateOf(one, tx.now));
      if (isMissing && shown && isAskedFor(meeting, shown)) asked.push(one);
    }
    if (asked.length === 0) refuseState(meeting, MEETING_OFFER_WORDS.nothingToAsk);
    await this.bookings.expectGranted(tx, await this.bookings.ask(tx, meeting, asked));
    return this.touch(tx, meeting, wanted);
  }

  /** What is booked of it is given up in the same act; a draft that waited for nothing else calls itself. */
  async drop(tx: TenantTransaction, id: string, version: number): Promise<Meeting> {
    const { meetingId } = found(await tx.find(MeetingOffer, id));
    await this.selfCall.holdInvited(tx, await this.meetings.getOwn(tx, meetingId));
    const held = await this.bookings.hold(tx, meetingId);
    const meeting = await this.meetings.take(tx, meetingId);
    const offer = found(await tx.lock(MeetingOffer, id));
    expectVersion(offer, version);
    if (offer.droppedAt) refuseState({ state: 'DROPPED' }, MEETING_OFFER_WORDS.isDropped);
    expectState(meeting, AHEAD_STATES, MEETING_STATES);
    const dropped = held.filter((one) => one.offer.id === id);
    await this.bookings.free(tx, dropped);
    await tx.update(MeetingOffer, offer, { droppedAt: tx.now });
    const left = held.filter((one) => !dropped.includes(one));
    return this.selfCall.dropped(tx, await this.touch(tx, meeting, left), left);
  }

  /** Only what waits for a word can be called by it. */
  async letCallItself(
    tx: TenantTransaction,
    id: string,
    version: number,
    callsItself: boolean,
  ): Promise<Meeting> {
    await this.meetings.getOwn(tx, id);
    // A word that is being given holds its offer: it is waited for, and counted.
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, [DRAFT], MEETING_STATES);
    const { missing } = await this.bookings.judge(tx, wanted);
    if (callsItself && missing.length === 0) refuseState(meeting, MEETING_OFFER_WORDS.nothingAwaited);
    const change = { callsItself, heldUpAt: null, heldUpBecause: null };
    return this.meetings.change(tx, meeting, BY_HAND, change);
  }

  /** Of what is not booked and could be: why it could not be had now. */
  async findObstacle(tx: TenantTransaction, offer: MeetingOffer): Promise<Refusal | null> {
    const wanted = (await this.bookings.list(tx, offer.meetingId)).find((one) => one.offer.id === offer.id);
    const isMissing =
      wanted && [MeetingOfferState.NOTED, MeetingOfferState.LOST].includes(stateOf(wanted, tx.now));
    if (!isMissing || !(await findShown(tx, offer))) return null;
    return this.requests.findObstacle(tx, wishOf(offer, { heads: null }));
  }

  /** Whoever says what it wants has settled the draft; where it is follows its venues. */
  private async touch(
    tx: TenantTransaction,
    meeting: Meeting,
    wanted: readonly WantedOffer[],
  ): Promise<Meeting> {
    const call = await this.meetings.getCall(tx, meeting.id);
    const change: CallChange = await placeAlong(tx, call, wanted);
    return this.meetings.change(tx, meeting, BY_HAND, change);
  }
}

/** Of a draft, what confirms itself waits for the call. */
function isAskedFor({ state }: Meeting, offer: Offer | undefined): boolean {
  return state === CALLED || offer?.confirmation !== Confirmation.AUTOMATIC;
}

async function listShown(
  tx: TenantTransaction,
  networkId: string,
  items: readonly MeetingOfferInput[],
): Promise<Offer[]> {
  const offers = [];
  for (const [index, { offerId }] of items.entries()) {
    const path = `items.${index}.offerId`;
    offers.push(
      await getShownOffer(tx, { offerId, networkId }).catch((error: unknown) => {
        throw error instanceof ApiError && error.code === 'NOT_FOUND' ? ApiError.notFound(path) : error;
      }),
    );
  }
  return offers;
}

function lockOf({ id, unitId }: Offer): { offerId: string; ownerUnitId: string } {
  return { offerId: id, ownerUnitId: unitId };
}

/** @throws ApiError BAD_USER_INPUT at `path` for a span the wrong way round and for a wrong amount */
function readItem(
  meeting: Meeting,
  offer: Offer,
  { amount, startsAt, endsAt, purpose }: MeetingOfferInput,
  path: string,
) {
  const span = { startsAt: startsAt ?? meeting.startsAt, endsAt: endsAt ?? meeting.endsAt };
  expectOrder(span, `${path}.endsAt`);
  return { ...span, purpose, amount: bookedAmount(offer, amount, `${path}.amount`).amount };
}

function badItem(path: string, message: { en: string; zh: string }): ApiError {
  return ApiError.badInput([{ path, message }]);
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { Confirmation } from '../offer/offer.entity.js';
import { BetweenUnits, sidesAndCommittee } from './between-units.js';

export enum BookingState {
  REQUESTED = 'REQUESTED',
  AWAITING_OWNER = 'AWAITING_OWNER',
  WAITLISTED = 'WAITLISTED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
  DISPLACED = 'DISPLACED',
  IN_USE = 'IN_USE',
  COMPLETED = 'COMPLETED',
  NO_SHOW = 'NO_SHOW',
}

/** Why a booking ended by rule; words stand in the remark. */
export enum BookingReason {
  CLASH = 'CLASH',
  OWNER_DECLINED = 'OWNER_DECLINED',
  COMMITTEE_DECLINED = 'COMMITTEE_DECLINED',
  OFFER_WITHDRAWN = 'OFFER_WITHDRAWN',
  MEMBERSHIP_ENDED = 'MEMBERSHIP_ENDED',
  MOVED = 'MOVED',
  EMERGENCY = 'EMERGENCY',
  CLOSED = 'CLOSED',
}

/** A unit's use of an offer in a span of time, made through one network. */
@Audited<Booking>({
  thing: 'Booking',
  seenBy: sidesAndCommittee,
  leaveOut: [
    'requestedAt',
    'expiresAt',
    'askedAt',
    'agreedAt',
    'settledAt',
    'holds',
    // They would tell how many others wait.
    'waitingNumber',
    'waitingPlace',
    'proposedSpans',
    'bundleId',
    'originalStart',
  ],
})
@Entity()
export class Booking extends BetweenUnits {
  /** As it was when asked for: still readable after the offer is withdrawn. */
  @Column('text')
  offerTitle!: string;

  /** Whose word it needs, as the offer said when it was asked for, or when it moved up from the waiting list. */
  @Column('text')
  confirmation!: Confirmation;

  @Column('text')
  state!: BookingState;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  purpose!: string;

  /** Persons expected. */
  @Column('integer', { nullable: true })
  heads!: number | null;

  /** How much of a pool, exact; null for what is lent whole. */
  @Column('numeric', { nullable: true })
  amount!: string | null;

  /** What the amount counts, as the offer said when it was asked for: kW, 台… */
  @Column('text', { nullable: true })
  measure!: string | null;

  /** At some instant of it more is promised than the pool has, since its owner made it smaller. */
  @Column('boolean')
  overCommitted!: boolean;

  @Column('timestamptz')
  requestedAt!: Date;

  /** Unanswered until then, the request lapses. */
  @Column('timestamptz')
  expiresAt!: Date;

  /** Since when whoever has the word can answer; null while it waits, and where nobody was asked. */
  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  /** When the committee passed it on to the owner. */
  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  /** When it was confirmed, declined, withdrawn, cancelled or lapsed. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: BookingReason | null;

  @Column('text', { nullable: true })
  remark!: string | null;

  /** When a past use was written down afterwards; null for what was asked for. */
  @Column('timestamptz', { nullable: true })
  recordedAt!: Date | null;

  /** A request that keeps its span from later ones: it has an occupancy. */
  @Column('boolean')
  holds!: boolean;

  /** Order on the waiting list of the offer; never told, for it would count the others. */
  @Column('integer', { nullable: true })
  waitingNumber!: number | null;

  /** 1, and one more for each that waits before it for an overlapping span. */
  @Column('integer', { nullable: true })
  waitingPlace!: number | null;

  /** The booking of the same offer and requester that this one was asked for instead of. */
  @Column('uuid', { nullable: true })
  replacesId!: string | null;

  /** What was free instead, when it was displaced; instants as JSON has them. */
  @Column('jsonb', { nullable: true })
  proposedSpans!: { startsAt: string; endsAt: string }[] | null;

  /** Shared by what was asked for in one act; null for what was asked for alone. */
  @Column('uuid', { nullable: true })
  bundleId!: string | null;

  @Column('uuid', { nullable: true })
  seriesId!: string | null;

  /** Which date of its series it is: the start by the rule, wherever it was moved. */
  @Column('timestamptz', { nullable: true })
  originalStart!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

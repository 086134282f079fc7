import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { Confirmation } from '../offer/offer.entity.js';

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
  CLOSED = 'CLOSED',
}

/** A unit's use of an offer in a span of time, made through one network. */
@Audited<Booking>({
  thing: 'Booking',
  seenBy: ({ requesterUnitId, ownerUnitId, networkId }) => ({
    units: [requesterUnitId, ownerUnitId],
    committees: [networkId],
  }),
  leaveOut: ['requestedAt', 'expiresAt', 'agreedAt', 'settledAt'],
})
@Entity()
export class Booking extends TenantEntity {
  @Column('uuid')
  offerId!: string;

  @Column('uuid')
  ownerUnitId!: string;

  @Column('uuid')
  requesterUnitId!: string;

  @Column('uuid')
  networkId!: string;

  /** As it was when asked for: still readable after the offer is withdrawn. */
  @Column('text')
  offerTitle!: string;

  /** Whose word it needs, as the offer said when it was asked for: later terms bind later requests. */
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

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

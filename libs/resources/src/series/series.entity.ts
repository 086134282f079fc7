import type { RefusalCode } from '#graphql';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { BookingRule } from '../booking/booking-rule.enum.js';
import { BetweenUnits, sidesAndCommittee } from '../booking/between-units.js';

/** A date of the rule that was left out, and why; instants as JSON has them. */
export interface SkippedDate {
  startsAt: string;
  endsAt: string;
  code: RefusalCode;
  /** With RULE_BROKEN: which. */
  rules: BookingRule[];
}

/** What was asked for again and again by a rule. Each of its dates is a booking of its own; the rule never changes. */
@Audited<BookingSeries>({
  thing: 'BookingSeries',
  seenBy: sidesAndCommittee,
  leaveOut: ['requestedAt'],
})
@Entity()
export class BookingSeries extends BetweenUnits {
  /** As it was when asked for: still readable after the offer is withdrawn. */
  @Column('text')
  offerTitle!: string;

  /** RFC 5545. */
  @Column('text')
  rule!: string;

  /** IANA zone on whose wall clock the dates are counted. */
  @Column('text')
  zone!: string;

  /** Of the first span; its time of day is that of all dates. */
  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  purpose!: string;

  @Column('integer', { nullable: true })
  heads!: number | null;

  /** Of a pool, exact; null for what is lent whole. */
  @Column('numeric', { nullable: true })
  amount!: string | null;

  /** What the amount counts. */
  @Column('text', { nullable: true })
  measure!: string | null;

  @Column('jsonb')
  skipped!: SkippedDate[];

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

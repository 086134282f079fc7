import type { ContributionMeasure } from '#resources';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { PublishedRoundPart } from '../round/round-readers.js';

/** What the platform knows of a project, and of a unit within the period of the round. */
export enum NominationFactKind {
  LENT = 'LENT',
  RESULT_HEADS = 'RESULT_HEADS',
  SERVED_HEADS = 'SERVED_HEADS',
  CHECKED_IN_HEADS = 'CHECKED_IN_HEADS',
  REVIEW_MARKS = 'REVIEW_MARKS',
  STEPS_KEPT = 'STEPS_KEPT',
  MEETINGS_ATTENDED = 'MEETINGS_ATTENDED',
  DISHES_LED = 'DISHES_LED',
  NEEDS_ANSWERED = 'NEEDS_ANSWERED',
}

/** What the platform itself knows of what is nominated, as it was when that was submitted; no unit says it. */
@Unaudited('it is worked out when a nomination is submitted, which leaves a line')
@Entity()
export class NominationFact extends PublishedRoundPart {
  /** Whether the network reads it. */
  @Column('boolean')
  isOpen!: boolean;

  @Column('uuid')
  nominationId!: string;

  /** Who nominates. */
  @Column('uuid')
  unitId!: string;

  /** Its place among the facts, from 1. */
  @Column('integer')
  position!: number;

  @Column('text')
  kind!: NominationFactKind;

  /** In what is lent is counted; null for all else. */
  @Column('text', { nullable: true })
  measure!: ContributionMeasure | null;

  /** The amount times sixty, exact, as in the account of contributions. */
  @Column('numeric')
  sixtieths!: string;

  /** Over how many, e.g. bookings, reviews, meetings; null where nothing is counted. */
  @Column('integer', { nullable: true })
  countedOver!: number | null;
}

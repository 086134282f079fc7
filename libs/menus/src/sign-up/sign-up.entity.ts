import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { LedPart } from '../dish/led-part.js';

export enum SignUpState {
  CONFIRMED = 'CONFIRMED',
  WAITING = 'WAITING',
  CANCELLED = 'CANCELLED',
}

/** Why a unit is no longer signed up. */
export enum SignUpEnd {
  BY_UNIT = 'BY_UNIT',
  DISH_CANCELLED = 'DISH_CANCELLED',
  MEMBERSHIP_ENDED = 'MEMBERSHIP_ENDED',
}

/** The people whom a unit brings to a dish. Other units than the lead read counts of them alone. */
@Audited<SignUp>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: ({ unitId, leadUnitId, networkId }) => ({ units: [unitId, leadUnitId], committees: [networkId] }),
  leaveOut: ['lineNumber', 'signedAt', 'promotedAt', 'endedAt'],
})
@Entity()
export class SignUp extends LedPart {
  @Column('uuid')
  unitId!: string;

  /** Persons. */
  @Column('integer')
  heads!: number;

  @Column('text')
  state!: SignUpState;

  /** Its place in the line of the dish: the lowest that waits is let in first. */
  @Column('integer')
  lineNumber!: number;

  /** The committee wrote down what the unit said last. */
  @Column('boolean')
  onBehalf!: boolean;

  @Column('timestamptz')
  signedAt!: Date;

  /** When it was let in from the waiting list. */
  @Column('timestamptz', { nullable: true })
  promotedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: SignUpEnd | null;

  @Column('integer')
  version!: number;
}

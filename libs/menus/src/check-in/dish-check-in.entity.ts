import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { LedPart } from '../dish/led-part.js';

/** How it came to be known. */
export enum DishCheckInWay {
  CODE = 'CODE',
  LIST = 'LIST',
}

/** How many of one unit, or of residents, came to one date; noted anew where it was wrong. */
@Audited<DishCheckIn>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: ({ unitId, leadUnitId, networkId }) => ({ units: [unitId, leadUnitId], committees: [networkId] }),
  // Written with the committee's rights; the line names who noted it.
  isActorsOwn: true,
  leaveOut: ['leadUnitId', 'dateId', 'notedAt'],
})
@Entity()
export class DishCheckIn extends LedPart {
  @Column('uuid')
  dateId!: string;

  /** Null for residents of no unit. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** 0 when it was noted by mistake. */
  @Column('integer')
  heads!: number;

  @Column('text')
  way!: DishCheckInWay;

  /** Written down after the day (补录). */
  @Column('boolean')
  isLateEntry!: boolean;

  @Column('timestamptz')
  notedAt!: Date;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { DishPart, partAudience } from '../dish/dish-readers.js';

export enum DishHostState {
  ASKED = 'ASKED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}

/** How many a dish has beside its lead. */
export const MOST_HOSTS = 20;

/** A unit that was asked to lead a dish, or to hold it with others. A no stays between it, the dish's unit and the committee. */
@Audited<DishHost>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: (host) => ({ ...partAudience(host), units: [host.unitId, host.dishUnitId] }),
  leaveOut: ['dishUnitId', 'readerUnitIds', 'isProposed', 'isPublished', 'askedAt', 'answeredAt'],
})
@Entity()
export class DishHost extends DishPart {
  @Column('uuid')
  unitId!: string;

  @Column('boolean')
  isLead!: boolean;

  @Column('text')
  state!: DishHostState;

  /** Why not. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** The committee wrote down its answer. */
  @Column('boolean')
  onBehalf!: boolean;

  @Column('integer')
  version!: number;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { DishPart, partAudience } from './dish-readers.js';

/** When a dish is held. Of a published one none is deleted: people may have signed up for it. */
@Audited<DishDate>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: partAudience,
  leaveOut: ['dishUnitId', 'readerUnitIds', 'isProposed', 'isPublished', 'movedAt'],
})
@Entity()
export class DishDate extends DishPart {
  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** Since when it will not be held. */
  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  /** When it was last put to another time. */
  @Column('timestamptz', { nullable: true })
  movedAt!: Date | null;

  /** Rises when it is put to another time or cancelled. */
  @Column('integer')
  version!: number;
}

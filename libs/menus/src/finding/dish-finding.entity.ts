import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { DishPart, partAudience } from '../dish/dish-readers.js';

/** What a survey found: the link from asking around to the need that comes of it. */
@Audited<DishFinding>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: partAudience,
  leaveOut: ['dishUnitId', 'readerUnitIds', 'isProposed', 'isPublished', 'foundAt'],
})
@Entity()
export class DishFinding extends DishPart {
  /** Who wrote it down. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  text!: string;

  /** What came of it. */
  @Column('uuid', { nullable: true })
  needId!: string | null;

  @Column('timestamptz')
  foundAt!: Date;

  @Column('integer')
  version!: number;
}

import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Who gave a review, and what it says, for who gave it and the committee. A review by a code has none. Its id is the review's. */
@Audited<DishReviewer>({
  thing: 'Dish',
  partOf: ({ dishId }) => dishId,
  seenBy: ({ unitId, personId, networkId }) => ({
    units: [unitId],
    people: personId ? [personId] : [],
    committees: [networkId],
  }),
  // Written with the committee's rights; the line names who said it.
  isActorsOwn: true,
  leaveOut: ['personName', 'reviewedAt'],
})
@Entity()
export class DishReviewer extends TenantEntity {
  @Column('uuid')
  dishId!: string;

  @Column('uuid')
  networkId!: string;

  /** Null for a representative. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** A representative, who speaks for no unit. */
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  personName!: string | null;

  @Column('integer')
  mark!: number;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('timestamptz')
  reviewedAt!: Date;
}

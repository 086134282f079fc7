import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Lets somebody without an account review a dish, once, as long as its date takes reviews. Nothing leads from it to the review: `ReviewLots`. */
@Unaudited('a line would say when a code was used, and whoever handed it out knows to whom')
@Entity()
export class ReviewCode extends TenantEntity {
  @Column('uuid')
  dishId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  dateId!: string;

  /** With whose rights the review is stored. */
  @Column('uuid')
  committeeUnitId!: string;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('boolean')
  isUsed!: boolean;
}

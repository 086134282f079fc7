import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** What was said with a code, until it is released in a lot; nobody reads it before. Nothing in it leads to the code. */
@Unaudited('a line would say when a code was used, and whoever handed it out knows to whom')
@Entity()
export class WaitingReview extends TenantEntity {
  @Column('uuid')
  dishId!: string;

  @Column('uuid')
  networkId!: string;

  /** 1 to 5. */
  @Column('integer')
  mark!: number;

  @Column('text', { nullable: true })
  comment!: string | null;
}

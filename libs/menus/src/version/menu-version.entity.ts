import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { MenuChange } from './menu-changes.js';
import type { PublishedDish } from './published-dish.js';

/** A menu as it was published, and what had changed since the version before. */
@Unaudited('it is never changed, and the menu has a line of its own for each version')
@Entity()
export class MenuVersion extends TenantEntity {
  @Column('uuid')
  menuId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('integer')
  number!: number;

  @Column('timestamptz')
  publishedAt!: Date;

  /** As they were read then. */
  @Column('jsonb')
  dishes!: PublishedDish[];

  @Column('jsonb')
  changes!: MenuChange[];
}

import { TenantEntity } from '#database';
import { Column } from 'typeorm';
import type { Dish } from './dish.entity.js';

/** A row beneath a dish that whoever holds the dish reads, beside the committee, and the network does not. */
export abstract class LedPart extends TenantEntity {
  @Column('uuid')
  dishId!: string;

  @Column('uuid')
  networkId!: string;

  /** Who holds the dish; `DishRepository` lets it follow a change of lead. */
  @Column('uuid')
  leadUnitId!: string;
}

/** What every such row repeats. */
export function ledPartOf({ id: dishId, networkId, leadUnitId }: Dish) {
  return { dishId, networkId, leadUnitId };
}

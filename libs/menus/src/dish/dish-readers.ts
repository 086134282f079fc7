import { TenantEntity } from '#database';
import { Column } from 'typeorm';
import type { Dish } from './dish.entity.js';

/** Who reads a row beneath a dish, as its policy reads it. */
export interface DishReaders {
  readonly readerUnitIds: string[];
  readonly isProposed: boolean;
  readonly isPublished: boolean;
}

/** A row beneath a dish says itself who reads it, since a policy reads no other row. */
export abstract class DishPart extends TenantEntity implements DishReaders {
  @Column('uuid')
  dishId!: string;

  @Column('uuid')
  networkId!: string;

  /** Whose dish it is. */
  @Column('uuid')
  dishUnitId!: string;

  /** Units that were asked to take part, and the lead. */
  @Column('uuid', { array: true })
  readerUnitIds!: string[];

  /** Whether the committee reads it. */
  @Column('boolean')
  isProposed!: boolean;

  /** Whether the network reads it. */
  @Column('boolean')
  isPublished!: boolean;
}

/** As the dish itself is read. */
export function readersOf({
  readerUnitIds,
  proposedAt,
  publishedAt,
}: Pick<Dish, 'readerUnitIds' | 'proposedAt' | 'publishedAt'>): DishReaders {
  return { readerUnitIds, isProposed: proposedAt !== null, isPublished: publishedAt !== null };
}

/** What every row beneath it repeats. */
export function partOf(dish: Dish) {
  return {
    ...readersOf(dish),
    dishId: dish.id,
    networkId: dish.networkId,
    dishUnitId: dish.unitId,
  };
}

/** Who may see a line about it. */
export function partAudience({ dishUnitId, readerUnitIds, networkId, isProposed, isPublished }: DishPart) {
  return {
    units: [dishUnitId, ...readerUnitIds],
    committees: isProposed ? [networkId] : [],
    networks: isPublished ? [networkId] : [],
  };
}

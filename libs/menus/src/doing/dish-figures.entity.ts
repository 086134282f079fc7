import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { DishPart } from '../dish/dish-readers.js';

/** What came together at a dish, as sums: all that the network reads of who came and of what was said. */
@Unaudited('sums of rows that leave lines of their own, as far as anybody may know who made them')
@Entity()
export class DishFigures extends DishPart {
  /** Over all its dates. */
  @Column('integer')
  checkedInHeads!: number;

  @Column('integer')
  reviewCount!: number;

  @Column('integer')
  markSum!: number;
}

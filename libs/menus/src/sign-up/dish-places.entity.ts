import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { DishPart } from '../dish/dish-readers.js';

/** How full a published dish is: what everybody reads of its sign-ups, and where the database keeps to the quota. */
@Unaudited('it counts sign-ups, each of which has lines of its own')
@Entity()
export class DishPlaces extends DishPart {
  /** As the dish has it. */
  @Column('integer', { nullable: true })
  quota!: number | null;

  @Column('integer')
  confirmedHeads!: number;

  @Column('integer')
  confirmedGroups!: number;

  @Column('integer')
  waitingHeads!: number;

  @Column('integer')
  waitingGroups!: number;

  /** The number in line that was given last. */
  @Column('integer')
  lastLineNumber!: number;
}

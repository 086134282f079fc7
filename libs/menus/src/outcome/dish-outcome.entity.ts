import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { DishPart, partAudience } from '../dish/dish-readers.js';

/** What came of a dish, as its lead has filed it; one of each dish, said anew until its menu is closed. */
@Audited<DishOutcome>({
  thing: 'DishOutcome',
  seenBy: (outcome) => {
    const audience = partAudience(outcome);
    return { ...audience, units: [...audience.units, outcome.unitId] };
  },
  // Written with the committee's rights; the line names who filed it.
  isActorsOwn: true,
  leaveOut: ['dishUnitId', 'readerUnitIds', 'isProposed', 'isPublished', 'filedAt'],
})
@Entity()
export class DishOutcome extends DishPart {
  /** Who led the dish when it was filed. */
  @Column('uuid')
  unitId!: string;

  @Column('integer')
  heads!: number;

  /** Of work given, of all persons together. */
  @Column('numeric')
  hours!: string;

  @Column('text')
  what!: string;

  /** The committee wrote it down for the lead. */
  @Column('boolean')
  onBehalf!: boolean;

  @Column('timestamptz')
  filedAt!: Date;

  @Column('integer')
  version!: number;
}

import { TenantEntity } from '#database';
import { Column, Entity } from 'typeorm';
import { Unaudited } from '../audit/audited.js';

/**
 * What changed, for those who wait to hear of it: an audit line without what it says, under the same id. Its place among
 * all changes is given after it was stored, by whoever tells it on.
 */
@Unaudited('it is an audit line without what it says, and is forgotten after some days')
@Entity()
export class ChangeEvent extends TenantEntity {
  @Column('timestamptz')
  at!: Date;

  /** Its place among the changes of one act. */
  @Column('integer')
  step!: number;

  @Column('text')
  thingType!: string;

  @Column('uuid')
  thingId!: string;

  @Column('text')
  part!: string;

  @Column('text')
  act!: string;

  /** The unit in whose name it was done. */
  @Column('uuid')
  unitId!: string;

  @Column('uuid', { array: true })
  unitIds!: string[];

  @Column('text', { nullable: true })
  unitCode!: string | null;

  @Column('uuid', { array: true })
  networkIds!: string[];

  @Column('uuid', { array: true })
  committeeNetworkIds!: string[];

  @Column('uuid', { array: true })
  personIds!: string[];
}

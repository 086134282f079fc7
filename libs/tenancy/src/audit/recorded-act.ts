import { TenantEntity } from '#database';
import { Column } from 'typeorm';

/** What was done to what, in whose name, and who may hear of it: what an audit line and its change event share. */
export abstract class RecordedAct extends TenantEntity {
  @Column('timestamptz')
  at!: Date;

  /** Its place among the lines of one act. */
  @Column('integer')
  step!: number;

  @Column('text')
  thingType!: string;

  @Column('uuid')
  thingId!: string;

  /** The kind of row that was written: the thing itself, or a part of it that fewer may see. */
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

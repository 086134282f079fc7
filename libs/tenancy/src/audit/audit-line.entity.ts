import { TenantEntity } from '#database';
import { Column, Entity } from 'typeorm';
import type { Role } from '../actor.js';
import { Unaudited } from './audited.js';
import type { Changes } from './changes.js';

/** In whose word an act stands. */
export enum AuditManner {
  OWN = 'OWN',
  ON_BEHALF = 'ON_BEHALF',
  BY_RULE = 'BY_RULE',
}

/** What was done, by whom, through which post, for which unit. The database lets nobody change or remove it. */
@Unaudited('it is the record itself')
@Entity()
export class AuditLine extends TenantEntity {
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

  @Column('text')
  manner!: AuditManner;

  /** The unit in whose name it was done. */
  @Column('uuid')
  unitId!: string;

  @Column('uuid', { nullable: true })
  postId!: string | null;

  @Column('uuid', { nullable: true })
  postUnitId!: string | null;

  /** As it was then, so that history keeps names. */
  @Column('text', { nullable: true })
  personName!: string | null;

  @Column('text')
  role!: Role | 'SYSTEM';

  @Column('jsonb')
  changes!: Changes;

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

import { Column, Entity } from 'typeorm';
import type { Role } from '../actor.js';
import { Unaudited } from './audited.js';
import type { Changes } from './changes.js';
import { RecordedAct } from './recorded-act.js';

/** In whose word an act stands. */
export enum AuditManner {
  OWN = 'OWN',
  ON_BEHALF = 'ON_BEHALF',
  BY_RULE = 'BY_RULE',
}

/** What was done, by whom, through which post, for which unit. The database lets nobody change or remove it. */
@Unaudited('it is the record itself')
@Entity()
export class AuditLine extends RecordedAct {
  @Column('text')
  manner!: AuditManner;

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
}

import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { MenuChange } from '../version/menu-changes.js';

export enum MenuNoticeKind {
  PROMOTED = 'PROMOTED',
  SIGN_UP_ENDED = 'SIGN_UP_ENDED',
  DATES_CANCELLED = 'DATES_CANCELLED',
  DATES_RESTORED = 'DATES_RESTORED',
  MENU_CHANGED = 'MENU_CHANGED',
  RECORD_STRUCK_OUT = 'RECORD_STRUCK_OUT',
}

/** Something that a unit is told of what it has signed up for, or is named on; once, as its unique keys say. */
@Unaudited('it tells of an act that has lines of its own, and is never changed')
@Entity()
export class MenuNotice extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Who is told. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  kind!: MenuNoticeKind;

  @Column('timestamptz')
  toldAt!: Date;

  /** Null where it tells of a menu. */
  @Column('uuid', { nullable: true })
  dishId!: string | null;

  /** Its name as it was told: a unit that has left no longer reads the dish. */
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('uuid', { nullable: true })
  signUpId!: string | null;

  /** Dates of the dish that will not be held, or will be after all; none in a notice of another kind. */
  @Column('uuid', { array: true })
  dateIds!: string[];

  /** The version of the dish that dropped them or put them back. */
  @Column('integer', { nullable: true })
  dishVersion!: number | null;

  @Column('uuid', { nullable: true })
  menuVersionId!: string | null;

  /** What of its dishes that version changed; none in a notice of another kind. */
  @Column('jsonb')
  changes!: MenuChange[];
}

import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { OpenSheet } from '../arithmetic/counting-rules.js';

/** A sheet of one nomination. */
export type CountedSheet = Omit<OpenSheet, 'nominationId'>;

/** From what an account was counted, so that it can be counted again; its id is that of the account. No session reads it. */
@Unaudited('it is never changed, and its result has a line of its own')
@Entity()
export class CountedSheets extends TenantEntity {
  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  networkId!: string;

  /** In the order of the values. */
  @Column('jsonb')
  sheets!: readonly CountedSheet[];
}

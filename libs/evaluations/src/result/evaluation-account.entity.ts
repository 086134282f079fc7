import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { AccountPanel } from '../arithmetic/account.js';
import type { Figure } from '../arithmetic/exact.js';

/** How the score of a standing came about. The returning officer, who knows whose the sheets are, never reads it. */
@Unaudited('it is never changed, and its result has a line of its own')
@Entity()
export class EvaluationAccount extends TenantEntity {
  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  networkId!: string;

  /** Who was returning officer since scoring began reads it through no post; `app.keep_accounts` lets it follow an appointment. */
  @Column('uuid', { array: true })
  returnedByIds!: string[];

  @Column('uuid')
  resultId!: string;

  @Column('uuid')
  nominationId!: string;

  /** Whose project it is, once the result is published. */
  @Column('uuid', { array: true })
  readerUnitIds!: string[];

  @Column('integer')
  minimumSheets!: number;

  @Column('jsonb')
  panels!: readonly AccountPanel[];

  /** Null when every panel is left out. */
  @Column('jsonb', { nullable: true })
  score!: Figure | null;
}

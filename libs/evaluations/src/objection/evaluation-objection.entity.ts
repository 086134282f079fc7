import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum EvaluationObjectionState {
  FILED = 'FILED',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
  WITHDRAWN = 'WITHDRAWN',
  LAPSED = 'LAPSED',
}

/** What a unit has against a result on notice. No result is final before each is ruled on. */
@Audited<EvaluationObjection>({
  thing: 'EvaluationObjection',
  seenBy: ({ unitId, networkId, ruledByUnitId }) => ({
    units: [unitId, ruledByUnitId],
    committees: [networkId],
  }),
  // Its text is not shown to everybody who reads its lines.
  leaveOut: ['roundId', 'resultId', 'returnedByIds', 'statement', 'onBehalf', 'filedAt', 'ruledAt'],
  isActorsOwn: true,
})
@Entity()
export class EvaluationObjection extends TenantEntity {
  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  networkId!: string;

  /** Which was on notice then. */
  @Column('uuid')
  resultId!: string;

  /** Null for the whole round. */
  @Column('uuid', { nullable: true })
  nominationId!: string | null;

  @Column('uuid')
  unitId!: string;

  /** Who was returning officer since scoring began is not shown the text; `app.keep_accounts` lets it follow. */
  @Column('uuid', { array: true })
  returnedByIds!: string[];

  @Column('text')
  state!: EvaluationObjectionState;

  /** Not everybody who reads the row is shown it; named otherwise than the field, so that no row carries it there. */
  @Column('text', { name: 'text' })
  statement!: string;

  /** Every secretary of the committee has a conflict. */
  @Column('boolean')
  isForStreetOffice!: boolean;

  /** The committee wrote it down (代办). */
  @Column('boolean')
  onBehalf!: boolean;

  @Column('timestamptz')
  filedAt!: Date;

  /** Why so, in the words of who ruled. */
  @Column('text', { nullable: true })
  ruling!: string | null;

  @Column('timestamptz', { nullable: true })
  ruledAt!: Date | null;

  /** The committee, or the street office. */
  @Column('uuid', { nullable: true })
  ruledByUnitId!: string | null;

  @Column('integer')
  version!: number;
}

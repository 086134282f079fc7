import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { Sureness } from '../arithmetic/sureness.js';
import type { ResultChange } from './result-change.js';

/** What was done to a result after the closing. */
export enum ResultAct {
  SHEET_SET_ASIDE = 'SHEET_SET_ASIDE',
  CONFLICT_DECLARED = 'CONFLICT_DECLARED',
  NOMINATION_EXCLUDED = 'NOMINATION_EXCLUDED',
  NOMINATION_READMITTED = 'NOMINATION_READMITTED',
  AWARD_WITHHELD = 'AWARD_WITHHELD',
  AWARD_RESTORED = 'AWARD_RESTORED',
}

/** Why a result differs from the one before. Plain JSON. */
export interface ResultReason {
  readonly act: ResultAct;
  /** In the words of who did it; null where a judge declared a conflict, whose words are nobody’s business. */
  readonly text: string | null;
}

export enum EvaluationResultState {
  DRAFT = 'DRAFT',
  ON_NOTICE = 'ON_NOTICE',
  FINAL = 'FINAL',
  SUPERSEDED = 'SUPERSEDED',
  LAPSED = 'LAPSED',
}

/** What a round came to. What was counted never changes: a change of it is another result, with a number of its own. */
@Audited<EvaluationResult>({
  thing: 'EvaluationResult',
  seenBy: ({ networkId, publishedAt }) =>
    publishedAt === null ? { committees: [networkId] } : { networks: [networkId] },
  leaveOut: ['roundId', 'previousId', 'changes', 'sureness', 'computedAt', 'publishedAt', 'finalAt'],
  isActorsOwn: true,
})
@Entity()
export class EvaluationResult extends TenantEntity {
  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  networkId!: string;

  /** The result published before it. */
  @Column('uuid', { nullable: true })
  previousId!: string | null;

  /** From 1; null until it is published. */
  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('text')
  state!: EvaluationResultState;

  /** Why it differs from the result published before it, one for each act. */
  @Column('jsonb')
  reasons!: ResultReason[];

  @Column('jsonb')
  changes!: ResultChange[];

  /** Given to nobody. */
  @Column('uuid', { array: true })
  withheldAwardIds!: string[];

  @Column('jsonb')
  sureness!: Sureness;

  @Column('timestamptz')
  computedAt!: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  /** End of the last working day of its notice. */
  @Column('timestamptz', { nullable: true })
  noticeUntil!: Date | null;

  /** Working days of a year that was not announced were guessed. */
  @Column('boolean', { nullable: true })
  isNoticeProvisional!: boolean | null;

  @Column('timestamptz', { nullable: true })
  finalAt!: Date | null;

  @Column('integer')
  version!: number;
}

import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum EvaluationSubjectKind {
  PROJECT = 'PROJECT',
  UNIT = 'UNIT',
  BUILDING_GROUP = 'BUILDING_GROUP',
  CONTEST_TEAM = 'CONTEST_TEAM',
}

export enum EvaluationRoundState {
  SETUP = 'SETUP',
  NOMINATING = 'NOMINATING',
  SCORING = 'SCORING',
  DELIBERATING = 'DELIBERATING',
  PUBLIC_NOTICE = 'PUBLIC_NOTICE',
  FINAL = 'FINAL',
  CANCELLED = 'CANCELLED',
}

/** Whose result is not final yet, and that were not given up. */
export const ONGOING_ROUNDS: readonly EvaluationRoundState[] = [
  EvaluationRoundState.SETUP,
  EvaluationRoundState.NOMINATING,
  EvaluationRoundState.SCORING,
  EvaluationRoundState.DELIBERATING,
  EvaluationRoundState.PUBLIC_NOTICE,
];

/** An evaluation of a network. Nothing that judges do touches this row: its version and stamps would tell of it. */
@Audited<EvaluationRound>({
  thing: 'EvaluationRound',
  seenBy: ({ networkId, publishedAt, returningPersonId }) => ({
    committees: [networkId],
    networks: publishedAt ? [networkId] : [],
    people: returningPersonId ? [returningPersonId] : [],
  }),
  leaveOut: [
    'returningPersonId',
    'returnedByIds',
    'returningUnitId',
    'openedAt',
    'scoringAt',
    'deliberatingAt',
    'publishedAt',
    'finalAt',
    'cancelledAt',
  ],
  isActorsOwn: true,
})
@Entity()
export class EvaluationRound extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** The convener. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  subjectKind!: EvaluationSubjectKind;

  /** First day of what is evaluated, as `2026-01-01`. */
  @Column('date')
  periodFrom!: string;

  /** Its last day. */
  @Column('date')
  periodTo!: string;

  @Column('text')
  state!: EvaluationRoundState;

  /** Nothing is nominated after it; until scoring begins where there is none. */
  @Column('timestamptz', { nullable: true })
  nominationsUntil!: Date | null;

  /** Only told to judges. */
  @Column('timestamptz', { nullable: true })
  scoringUntil!: Date | null;

  @Column('integer')
  noticeWorkingDays!: number;

  /** The returning officer is of the street office, which is asked while none has accepted. */
  @Column('boolean')
  isStreetOffice!: boolean;

  @Column('uuid', { nullable: true })
  returningPostId!: string | null;

  @Column('uuid', { nullable: true })
  returningPersonId!: string | null;

  @Column('text', { nullable: true })
  returningPersonName!: string | null;

  @Column('uuid', { nullable: true })
  returningUnitId!: string | null;

  /** Whoever was returning officer at any time since scoring began: knows who judges, and so never judges nor reads accounts. */
  @Column('uuid', { array: true })
  returnedByIds!: string[];

  @Column('uuid', { nullable: true })
  copiedFromId!: string | null;

  /** The contest whose first `finalistPlaces`, ties included, stand in this round. */
  @Column('uuid', { nullable: true })
  finalistsOfId!: string | null;

  @Column('integer', { nullable: true })
  finalistPlaces!: number | null;

  /** Titles of those of them that do not stand in it: their unit had left, or was suspended. */
  @Column('text', { array: true })
  leftOutFinalists!: string[];

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  scoringAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deliberatingAt!: Date | null;

  /** Of the first public notice: since when stewards read it. */
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finalAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  /** Why it was cancelled. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

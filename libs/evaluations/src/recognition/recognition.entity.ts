import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum RecognitionKind {
  AWARD = 'AWARD',
  LETTER = 'LETTER',
  BANNER = 'BANNER',
}

/** How a unit was thanked. What was given is taken back, never removed, so that nobody wonders where it went. */
@Audited<Recognition>({
  thing: 'Recognition',
  seenBy: ({ unitId, networkId }) => ({ units: [unitId], networks: [networkId] }),
  actOf: (before, { takenBackAt }) => (before && takenBackAt ? 'TAKEN_BACK' : null),
  leaveOut: ['grantedAt', 'takenBackAt'],
})
@Entity()
export class Recognition extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Who was thanked. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  kind!: RecognitionKind;

  /** The name of the award, or what the letter or the banner says. */
  @Column('text')
  title!: string;

  /** The name of the round, as it was then; null for what is no award. */
  @Column('text', { nullable: true })
  occasion!: string | null;

  /** What for: of an award the title of the nomination. */
  @Column('text', { nullable: true })
  what!: string | null;

  @Column('text')
  fromWhom!: string;

  /** Local day, as `2026-12-01`. */
  @Column('date')
  day!: string;

  @Column('integer')
  points!: number;

  /** The unit took part in what was awarded, and did not lead it. */
  @Column('boolean')
  isCoHost!: boolean;

  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('uuid', { nullable: true })
  dishId!: string | null;

  @Column('uuid', { nullable: true })
  roundId!: string | null;

  @Column('uuid', { nullable: true })
  nominationId!: string | null;

  /** The final result that gave the award. */
  @Column('uuid', { nullable: true })
  resultId!: string | null;

  @Column('timestamptz')
  grantedAt!: Date;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;

  /** Of a letter or a banner; of an award the result says why. */
  @Column('text', { nullable: true })
  takenBackReason!: string | null;

  @Column('uuid', { nullable: true })
  takenBackByResultId!: string | null;

  @Column('integer')
  version!: number;
}

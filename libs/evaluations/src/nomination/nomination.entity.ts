import { Audited, type Audience } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { PublishedRoundPart } from '../round/round-readers.js';

export enum NominationState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
  EXCLUDED = 'EXCLUDED',
}

/**
 * What a unit puts up for evaluation. Its own until submitted, the committee's until scoring begins; then the network's.
 * Nothing that judges do touches this row: its version and stamps would tell of it.
 */
@Audited<Nomination>({
  thing: 'Nomination',
  seenBy: nominationAudience,
  // The platform submits finalists, and the committee returns and excludes; the line names who did.
  isActorsOwn: true,
  leaveOut: [
    'returningPostId',
    'isOpen',
    'isPublished',
    'responsibleUnitId',
    'coHostUnitIds',
    'draftedOnBehalf',
    'draftedAt',
    'submittedAt',
  ],
})
@Entity()
export class Nomination extends PublishedRoundPart {
  /** Whether the network reads it: since scoring began. */
  @Column('boolean')
  isOpen!: boolean;

  /** Who nominates. */
  @Column('uuid')
  unitId!: string;

  /** What is nominated is a project, a unit, or something that has no more than a name: one of the three. */
  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('uuid', { nullable: true })
  subjectUnitId!: string | null;

  @Column('text', { nullable: true })
  subjectLabel!: string | null;

  /** What it was called when it was submitted. */
  @Column('text')
  title!: string;

  @Column('text')
  statement!: string;

  @Column('text')
  state!: NominationState;

  /** Why it was returned or excluded. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Of a finalist: the nomination in the round before. */
  @Column('uuid', { nullable: true })
  finalistOfId!: string | null;

  /** Who answers for what is nominated, as it was when scoring began; null before. `app.open_nominations` alone writes it, once. */
  @Column('uuid', { nullable: true })
  responsibleUnitId!: string | null;

  /** Who took part in it then, beside that unit. */
  @Column('uuid', { array: true })
  coHostUnitIds!: string[];

  @Column('timestamptz')
  draftedAt!: Date;

  /** Since when the committee reads it; null in a draft and after it was returned. */
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** The committee entered it for its unit, which has not touched it since. */
  @Column('boolean')
  draftedOnBehalf!: boolean;

  @Column('integer')
  version!: number;
}

/** Its unit; from the submission on the committee, and from the first public notice on the network. */
export function nominationAudience({
  unitId,
  networkId,
  submittedAt,
  isOpen,
  isPublished,
}: Pick<Nomination, 'unitId' | 'networkId' | 'submittedAt' | 'isOpen' | 'isPublished'>): Audience {
  return {
    units: [unitId],
    committees: submittedAt ? [networkId] : [],
    // Stewards read the lines of a network, and nothing of a round before its notice.
    networks: isOpen && isPublished ? [networkId] : [],
  };
}

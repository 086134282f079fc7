import { TenantEntity } from '#database';
import type { OfferKind } from '#resources';
import { Audited, type Audience } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { NeedFacts } from './need-facts.js';

export enum NeedState {
  DRAFT = 'DRAFT',
  PROPOSED = 'PROPOSED',
  RETURNED = 'RETURNED',
  TAKEN = 'TAKEN',
  OPEN = 'OPEN',
  CLAIMED = 'CLAIMED',
  IN_PROGRESS = 'IN_PROGRESS',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
  UNMET = 'UNMET',
  WITHDRAWN = 'WITHDRAWN',
}

/** From whom it came; only the committee speaks for residents and writes down calls. */
export enum NeedSource {
  UNIT = 'UNIT',
  RESIDENTS = 'RESIDENTS',
  TELEPHONE = 'TELEPHONE',
}

export enum NeedUrgency {
  NORMAL = 'NORMAL',
  SOON = 'SOON',
  URGENT = 'URGENT',
}

/** What a unit or its residents lack, from the draft to the word of those who had it. */
@Audited<Need>({
  thing: 'Need',
  seenBy: needAudience,
  // Others move it by what they do with their own claims; the line names who did.
  isActorsOwn: true,
  leaveOut: [
    'postedAt',
    'proposedAt',
    'takenAt',
    'openedAt',
    'calledAt',
    'claimedAt',
    'begunAt',
    'answeredAt',
    'endedAt',
    'draftedOnBehalf',
  ],
})
@Entity()
export class Need extends TenantEntity {
  /** Who posted it, and whose word closes it. */
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  categoryId!: string;

  @Column('text')
  source!: NeedSource;

  @Column('text')
  state!: NeedState;

  @Column('text')
  title!: string;

  @Column('text')
  what!: string;

  @Column('text', { nullable: true })
  location!: string | null;

  /** Null, like its end, when any time will do. */
  @Column('timestamptz', { nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  /** Persons it is for. */
  @Column('integer', { nullable: true })
  heads!: number | null;

  @Column('text')
  urgency!: NeedUrgency;

  /** Of offers that would help; none when no offer does. */
  @Column('text', { array: true })
  kinds!: OfferKind[];

  /** What the facts of an offer that helps must say. */
  @Column('jsonb')
  facts!: NeedFacts;

  /** How many units may claim it. */
  @Column('integer')
  places!: number;

  @Column('timestamptz')
  postedAt!: Date;

  /** Since when the committee reads it; null in a draft and after it was returned. */
  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  /** When the units that could help were told; null unless it is urgent. */
  @Column('timestamptz', { nullable: true })
  calledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  begunAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When it was written down afterwards; null for what was posted as it came. */
  @Column('timestamptz', { nullable: true })
  recordedAt!: Date | null;

  /** Why it was returned, stayed unmet, was withdrawn or opened again. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** What was done about it, in the words of who did it. */
  @Column('text', { nullable: true })
  answer!: string | null;

  /** How often those who had it said that it was not answered. */
  @Column('integer')
  reopenings!: number;

  /** The committee wrote down the closing word of a unit, which may still say otherwise. */
  @Column('boolean')
  closedOnBehalf!: boolean;

  /** The committee entered it for its unit, which has not touched it since. */
  @Column('boolean')
  draftedOnBehalf!: boolean;

  /** The project that it was last taken on by. */
  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

/** Its unit; from the proposal on the committee, and once it is taken the network. */
export function needAudience({
  unitId,
  networkId,
  proposedAt,
  takenAt,
}: Pick<Need, 'unitId' | 'networkId' | 'proposedAt' | 'takenAt'>): Audience {
  return {
    units: [unitId],
    committees: proposedAt ? [networkId] : [],
    networks: takenAt ? [networkId] : [],
  };
}

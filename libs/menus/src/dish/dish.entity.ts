import { TenantEntity } from '#database';
import { Audited, type Audience } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum DishState {
  DRAFT = 'DRAFT',
  PROPOSED = 'PROPOSED',
  RETURNED = 'RETURNED',
  TAKEN = 'TAKEN',
  WITHDRAWN = 'WITHDRAWN',
  CANCELLED = 'CANCELLED',
}

export enum DishKind {
  SERVICE = 'SERVICE',
  CULTURE_AND_SPORT = 'CULTURE_AND_SPORT',
  LECTURE = 'LECTURE',
  COURSE = 'COURSE',
  TOPICAL_SURVEY = 'TOPICAL_SURVEY',
  SERVICE_DAY = 'SERVICE_DAY',
  TRAINING = 'TRAINING',
  CARE_VISIT = 'CARE_VISIT',
  JOINT_DAY = 'JOINT_DAY',
}

/** For whom it is. */
export enum Segment {
  ELDERLY = 'ELDERLY',
  FAMILIES = 'FAMILIES',
  NEWCOMERS = 'NEWCOMERS',
  UNEMPLOYED = 'UNEMPLOYED',
  VOLUNTEERS = 'VOLUNTEERS',
  ALL = 'ALL',
}

/** An activity on the menu of a month. Its unit's own until proposed, the committee's until published. */
@Audited<Dish>({
  thing: 'Dish',
  seenBy: dishAudience,
  // Those asked to take part move it by their answer; the line names who did.
  isActorsOwn: true,
  leaveOut: [
    'orderId',
    'readerUnitIds',
    'startsAt',
    'endsAt',
    'postedAt',
    'proposedAt',
    'takenAt',
    'publishedAt',
    'endedAt',
    'recordedAt',
  ],
})
@Entity()
export class Dish extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** First day of the month on whose menu it is to stand. */
  @Column('date')
  month!: string;

  /** Who proposed it. */
  @Column('uuid')
  unitId!: string;

  /** Who holds it, and has said so; of a draft, whom the committee will ask. */
  @Column('uuid')
  leadUnitId!: string;

  /** Units that were asked to take part, and the lead; none before it is proposed. */
  @Column('uuid', { array: true })
  readerUnitIds!: string[];

  @Column('text')
  kind!: DishKind;

  @Column('text')
  state!: DishState;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  what!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  /** Of its first date that stands. */
  @Column('timestamptz')
  startsAt!: Date;

  /** Of its last date that stands. */
  @Column('timestamptz')
  endsAt!: Date;

  /** Persons in all; null without a limit. */
  @Column('integer', { nullable: true })
  quota!: number | null;

  /** Persons whom one unit signs up. */
  @Column('integer', { nullable: true })
  quotaPerUnit!: number | null;

  @Column('timestamptz', { nullable: true })
  signUpDeadline!: Date | null;

  /** A smaller group may be let in before a larger one that waits. */
  @Column('boolean')
  allowsPassing!: boolean;

  @Column('text', { array: true })
  segments!: Segment[];

  @Column('text', { nullable: true })
  contactName!: string | null;

  @Column('text', { nullable: true })
  contactPhone!: string | null;

  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('uuid', { nullable: true })
  needId!: string | null;

  /** The order that it answers. */
  @Column('uuid', { nullable: true })
  orderId!: string | null;

  @Column('uuid', { nullable: true })
  copiedFromId!: string | null;

  /** The service day of the network that put it here by itself. */
  @Column('integer', { nullable: true })
  serviceDay!: number | null;

  @Column('timestamptz')
  postedAt!: Date;

  /** Since when the committee reads it; null in a draft and after it was returned. */
  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When it was written down after it was held; null for what was proposed ahead. */
  @Column('timestamptz', { nullable: true })
  recordedAt!: Date | null;

  /** Why it was returned or cancelled. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

/** Its unit and those asked to take part; from the proposal on the committee, and once published the network. */
export function dishAudience({
  unitId,
  readerUnitIds,
  networkId,
  proposedAt,
  publishedAt,
}: Pick<Dish, 'unitId' | 'readerUnitIds' | 'networkId' | 'proposedAt' | 'publishedAt'>): Audience {
  return {
    units: [unitId, ...readerUnitIds],
    committees: proposedAt ? [networkId] : [],
    networks: publishedAt ? [networkId] : [],
  };
}

import { Audited, type Audience } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingRow } from './meeting-readers.js';

export enum MeetingKind {
  REGULAR = 'REGULAR',
  EXTRAORDINARY = 'EXTRAORDINARY',
  WORKING = 'WORKING',
}

export enum MeetingState {
  DRAFT = 'DRAFT',
  CALLED = 'CALLED',
  IN_SESSION = 'IN_SESSION',
  CLOSED = 'CLOSED',
  MINUTES_PUBLISHED = 'MINUTES_PUBLISHED',
  CANCELLED = 'CANCELLED',
}

/** Of a meeting no more than stewards may read; what it says to those invited is its call. */
@Audited<Meeting>({
  thing: 'Meeting',
  seenBy: ({ networkId, openNetworkId, readerUnitIds }): Audience => ({
    units: readerUnitIds,
    committees: [networkId],
    networks: openNetworkId ? [openNetworkId] : [],
  }),
  leaveOut: [
    'openNetworkId',
    'originalDay',
    'followsSeries',
    'readerUnitIds',
    'calledAt',
    'begunAt',
    'closedAt',
    'cancelledAt',
  ],
})
@Entity()
export class Meeting extends MeetingRow {
  @Column('text')
  kind!: MeetingKind;

  @Column('text')
  state!: MeetingState;

  @Column('text')
  title!: string;

  /** The series that it came from. */
  @Column('uuid', { nullable: true })
  seriesId!: string | null;

  /** Of a series: the local day by its rule alone, as `2027-01-13`. */
  @Column('date', { nullable: true })
  originalDay!: string | null;

  /** Its day may yet step off a rest-day: its year is not announced. */
  @Column('boolean')
  isProvisional!: boolean;

  /** A draft that nobody has changed by hand. */
  @Column('boolean')
  followsSeries!: boolean;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** How often units were asked whether they come; 0 in a draft. */
  @Column('integer')
  round!: number;

  @Column('timestamptz', { nullable: true })
  calledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  begunAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  /** When it was written down, of a meeting that was held without having been called. */
  @Column('timestamptz', { nullable: true })
  recordedAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingRow } from '../meeting/meeting-readers.js';

export enum DatePollState {
  OPEN = 'OPEN',
  SETTLED = 'SETTLED',
  CLOSED = 'CLOSED',
}

/** All that units read of a draft: when it could be. It has readers of its own, since the draft has none. */
@Audited<DatePoll>({
  thing: 'DatePoll',
  // By name, not by the network: what a network reads, its stewards read too, and they read no polls.
  seenBy: ({ networkId, readerUnitIds }) => ({ units: readerUnitIds, committees: [networkId] }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'openedAt', 'firstAnsweredAt', 'endedAt', 'calledOffAt'],
})
@Entity()
export class DatePoll extends MeetingRow {
  @Column('uuid')
  meetingId!: string;

  @Column('text')
  state!: DatePollState;

  /** The draft’s, as long as the poll is open. */
  @Column('text')
  title!: string;

  /** IANA name of the zone in which its spans are shown. */
  @Column('text')
  zone!: string;

  @Column('timestamptz')
  until!: Date;

  @Column('timestamptz')
  openedAt!: Date;

  /** From then on the zone stays as it is. */
  @Column('timestamptz', { nullable: true })
  firstAnsweredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When its meeting was cancelled, of which those asked would hear nothing else: a draft is silent. */
  @Column('timestamptz', { nullable: true })
  calledOffAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

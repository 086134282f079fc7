import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingRow } from '../meeting/meeting-readers.js';

/** A span that a poll asks about, with the counts of its answers: those asked read no answers of others to count. */
@Audited<DatePollSpan>({
  thing: 'DatePoll',
  partOf: ({ pollId }) => pollId,
  seenBy: ({ networkId, readerUnitIds }) => ({ units: readerUnitIds, committees: [networkId] }),
  leaveOut: [
    'meetingId',
    'openNetworkId',
    'readerUnitIds',
    'addedAt',
    'yesCount',
    'ifNeedBeCount',
    'noCount',
    'guestYesCount',
    'guestIfNeedBeCount',
    'guestNoCount',
  ],
})
@Entity()
export class DatePollSpan extends MeetingRow {
  @Column('uuid')
  pollId!: string;

  @Column('uuid')
  meetingId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  struckAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  chosenAt!: Date | null;

  @Column('integer')
  yesCount!: number;

  @Column('integer')
  ifNeedBeCount!: number;

  @Column('integer')
  noCount!: number;

  @Column('integer')
  guestYesCount!: number;

  @Column('integer')
  guestIfNeedBeCount!: number;

  @Column('integer')
  guestNoCount!: number;
}

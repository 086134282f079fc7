import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';

/** A called meeting was put to another time: who had answered is asked again. Never changed. */
@Audited<MeetingMove>({
  thing: 'Meeting',
  partOf: ({ meetingId }) => meetingId,
  seenBy: ({ networkId, readerUnitIds }) => ({ units: readerUnitIds, committees: [networkId] }),
  // The times stand in the line of the meeting itself.
  leaveOut: ['openNetworkId', 'readerUnitIds', 'fromStartsAt', 'fromEndsAt', 'toStartsAt', 'toEndsAt'],
})
@Entity()
export class MeetingMove extends MeetingPart {
  /** The round of answers that it began. */
  @Column('integer')
  round!: number;

  @Column('timestamptz')
  fromStartsAt!: Date;

  @Column('timestamptz')
  fromEndsAt!: Date;

  @Column('timestamptz')
  toStartsAt!: Date;

  @Column('timestamptz')
  toEndsAt!: Date;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  movedAt!: Date;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';
import type { ActionState } from './action.entity.js';

/** What a later meeting heard had become of an action. It hangs on that meeting, and is read as that is. */
@Audited<ActionReport>({
  thing: 'Meeting',
  partOf: ({ meetingId }) => meetingId,
  seenBy: ({ networkId, readerUnitIds }) => ({ units: readerUnitIds, committees: [networkId] }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'reportedAt'],
})
@Entity()
export class ActionReport extends MeetingPart {
  @Column('uuid')
  actionId!: string;

  /** Where the action stood when it was said. */
  @Column('text')
  state!: ActionState;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  reportedAt!: Date;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';

export enum ActionState {
  OPEN = 'OPEN',
  DONE = 'DONE',
  DROPPED = 'DROPPED',
}

/** What a meeting has decided that a unit does by a day. Whoever reads the meeting reads it, and the unit that owes it. */
@Audited<Action>({
  thing: 'Action',
  seenBy: ({ unitId, networkId, readerUnitIds }) => ({
    units: [unitId, ...readerUnitIds],
    committees: [networkId],
  }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'createdAt', 'settledAt'],
  isActorsOwn: true,
})
@Entity()
export class Action extends MeetingPart {
  /** Which unit does it. */
  @Column('uuid')
  unitId!: string;

  /** The item of the agenda that it came from. */
  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  /** The motion by which it was decided. */
  @Column('uuid', { nullable: true })
  motionId!: string | null;

  @Column('text')
  what!: string;

  /** The last local day on which it is in time. */
  @Column('date')
  dueOn!: string;

  @Column('text')
  state!: ActionState;

  /** Why it was dropped. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** When it was done or dropped. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';
import type { ActionState } from './action.entity.js';

export enum ActionStep {
  PROGRESS = 'PROGRESS',
  DONE = 'DONE',
  DROPPED = 'DROPPED',
  REOPENED = 'REOPENED',
  REASSIGNED = 'REASSIGNED',
  POSTPONED = 'POSTPONED',
}

/** What was said of an action, and where it stood from then on; never changed. From these follows what stood open at a meeting. */
@Audited<ActionNote>({
  thing: 'Action',
  partOf: ({ actionId }) => actionId,
  seenBy: ({ responsibleUnitId, unitId, networkId, readerUnitIds }) => ({
    units: [responsibleUnitId, unitId, ...readerUnitIds],
    committees: [networkId],
  }),
  // What the step changed stands in the line of the action itself.
  leaveOut: [
    'openNetworkId',
    'readerUnitIds',
    'responsibleUnitId',
    'place',
    'state',
    'fromUnitId',
    'fromDueOn',
    'notedAt',
  ],
  isActorsOwn: true,
})
@Entity()
export class ActionNote extends MeetingPart {
  @Column('uuid')
  actionId!: string;

  /** Which unit does the action now: it reads what was said before it did. */
  @Column('uuid')
  responsibleUnitId!: string;

  /** Whose words they are. */
  @Column('uuid')
  unitId!: string;

  /** Its place among the notes of the action, from 1: two may be of one instant. */
  @Column('integer')
  place!: number;

  @Column('text')
  step!: ActionStep;

  /** Where the action stood from then on. */
  @Column('text')
  state!: ActionState;

  @Column('text', { nullable: true })
  text!: string | null;

  /** Which unit did it until it was handed over. */
  @Column('uuid', { nullable: true })
  fromUnitId!: string | null;

  /** Its last day until it was postponed. */
  @Column('date', { nullable: true })
  fromDueOn!: string | null;

  @Column('timestamptz')
  notedAt!: Date;
}

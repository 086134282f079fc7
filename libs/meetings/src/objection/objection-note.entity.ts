import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';
import { ObjectionSource } from './objection.entity.js';

export enum ObjectionStep {
  VISITED = 'VISITED',
  CALLED = 'CALLED',
  NOTED = 'NOTED',
  ANSWERED = 'ANSWERED',
  SETTLED = 'SETTLED',
  UPHELD = 'UPHELD',
  REOPENED = 'REOPENED',
  WITHDRAWN = 'WITHDRAWN',
}

/** How an objection was followed up; never changed, and read by those who read the objection. */
@Audited<ObjectionNote>({
  thing: 'Objection',
  partOf: ({ objectionId }) => objectionId,
  seenBy: ({ source, objectorUnitId, networkId, readerUnitIds }) => ({
    units: [objectorUnitId, ...(source === ObjectionSource.UNIT ? readerUnitIds : [])],
    committees: [networkId],
  }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'objectorUnitId', 'source', 'place', 'notedAt'],
  isActorsOwn: true,
})
@Entity()
export class ObjectionNote extends MeetingPart {
  @Column('uuid')
  objectionId!: string;

  /** Of the objection: which unit recorded it. */
  @Column('uuid')
  objectorUnitId!: string;

  /** Of the objection: whose it is. */
  @Column('text')
  source!: ObjectionSource;

  /** Whose words they are. */
  @Column('uuid')
  unitId!: string;

  /** Its place among the notes of the objection, from 1: two may be of one instant. */
  @Column('integer')
  place!: number;

  @Column('text')
  step!: ObjectionStep;

  @Column('text')
  text!: string;

  /** The local day on which it happened. */
  @Column('date')
  happenedOn!: string;

  @Column('timestamptz')
  notedAt!: Date;
}

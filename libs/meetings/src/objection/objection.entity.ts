import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';

/** Whose objection it is: of the unit that recorded it, or of a household that it names nowhere. */
export enum ObjectionSource {
  UNIT = 'UNIT',
  HOUSEHOLD = 'HOUSEHOLD',
}

export enum ObjectionState {
  OPEN = 'OPEN',
  ANSWERED = 'ANSWERED',
  SETTLED = 'SETTLED',
  UPHELD = 'UPHELD',
  WITHDRAWN = 'WITHDRAWN',
}

/** An objection against a motion, followed up until it is settled or stays. Of a household, the committee and the unit that recorded it alone read it. */
@Audited<Objection>({
  thing: 'Objection',
  seenBy: ({ source, unitId, networkId, readerUnitIds }) => ({
    units: [unitId, ...(source === ObjectionSource.UNIT ? readerUnitIds : [])],
    committees: [networkId],
  }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'recordedAt', 'answeredAt', 'settledAt'],
  isActorsOwn: true,
})
@Entity()
export class Objection extends MeetingPart {
  @Column('uuid')
  motionId!: string;

  /** Which unit objects, or recorded it for a household. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  source!: ObjectionSource;

  /** Among the objections against its motion, from 1: households have no names. */
  @Column('integer')
  number!: number;

  /** What its recorder knows the household by, `3号楼` say. */
  @Column('text', { nullable: true })
  label!: string | null;

  @Column('text')
  text!: string;

  @Column('text')
  state!: ObjectionState;

  /** What the committee has answered last. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** When it was settled, upheld or withdrawn. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

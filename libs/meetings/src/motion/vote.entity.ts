import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';
import { Ballot } from './motion.entity.js';

export enum Choice {
  YES = 'YES',
  NO = 'NO',
  ABSTAIN = 'ABSTAIN',
}

/** That a unit has voted, and in an open ballot how. It keeps no time, so that nothing can be put in order by it. */
@Audited<Vote>({
  thing: 'Motion',
  partOf: ({ motionId }) => motionId,
  seenBy: ({ unitId, castById, networkId, ballot, readerUnitIds }) => ({
    units: [unitId, castById, ...(ballot === Ballot.OPEN ? readerUnitIds : [])],
    committees: [networkId],
  }),
  // Nor of an open ballot: what it says stands with the motion, and a line says only that it was cast.
  leaveOut: ['ballot', 'choice'],
})
@Entity()
export class Vote extends MeetingPart {
  @Column('uuid')
  motionId!: string;

  @Column('uuid')
  unitId!: string;

  /** Itself, or the unit that held its proxy. */
  @Column('uuid')
  castById!: string;

  @Column('text')
  ballot!: Ballot;

  /** Null in a secret ballot. */
  @Column('text', { nullable: true })
  choice!: Choice | null;
}

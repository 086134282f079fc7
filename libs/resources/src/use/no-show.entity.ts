import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { BetweenUnits, sidesAndCommittee } from '../booking/between-units.js';

export enum NoShowStanding {
  RECORDED = 'RECORDED',
  CONTESTED = 'CONTESTED',
  UPHELD = 'UPHELD',
  OVERTURNED = 'OVERTURNED',
  TAKEN_BACK = 'TAKEN_BACK',
}

/** That nobody came: recorded once, by the owner. The id is the booking's. */
@Audited<NoShow>({
  thing: 'Booking',
  partOf: ({ id }) => id,
  seenBy: sidesAndCommittee,
  leaveOut: ['recordedAt', 'contestedAt', 'ruledAt'],
  actOf: (_before, { standing }) => standing,
})
@Entity()
export class NoShow extends BetweenUnits {
  @Column('text')
  standing!: NoShowStanding;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('timestamptz')
  contestUntil!: Date;

  @Column('timestamptz', { nullable: true })
  contestedAt!: Date | null;

  @Column('text', { nullable: true })
  contest!: string | null;

  @Column('timestamptz', { nullable: true })
  ruledAt!: Date | null;

  @Column('text', { nullable: true })
  rulingRemark!: string | null;
}

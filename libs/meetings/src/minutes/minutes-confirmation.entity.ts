import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum MinutesAnswer {
  CONFIRMED = 'CONFIRMED',
  CORRECTION_ASKED = 'CORRECTION_ASKED',
}

/** What one unit says of the published minutes. Others of the network read how many have confirmed them, not who. */
@Audited<MinutesConfirmation>({
  thing: 'Minutes',
  partOf: ({ minutesId }) => minutesId,
  seenBy: ({ unitId, networkId }) => ({ units: [unitId], committees: [networkId] }),
  leaveOut: ['answeredAt', 'onBehalf', 'seenCorrections', 'repliedAt'],
})
@Entity()
export class MinutesConfirmation extends TenantEntity {
  @Column('uuid')
  minutesId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  unitId!: string;

  /** Null until it answers, and again when a correction has met what it asked for. */
  @Column('text', { nullable: true })
  answer!: MinutesAnswer | null;

  /** What it wants to be put right. */
  @Column('text', { nullable: true })
  request!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** How many corrections there were when it answered. */
  @Column('integer')
  seenCorrections!: number;

  /** Written down by the committee. */
  @Column('boolean')
  onBehalf!: boolean;

  /** Why the committee does not correct what it asked for. */
  @Column('text', { nullable: true })
  reply!: string | null;

  @Column('timestamptz', { nullable: true })
  repliedAt!: Date | null;

  /** The correction that met what it asked for. */
  @Column('integer', { nullable: true })
  metByNumber!: number | null;

  @Column('integer')
  version!: number;
}

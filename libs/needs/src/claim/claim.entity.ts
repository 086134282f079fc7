import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum ClaimWay {
  ASKED = 'ASKED',
  CALLED = 'CALLED',
  TAKEN = 'TAKEN',
}

export enum ClaimState {
  ASKED = 'ASKED',
  ACCEPTED = 'ACCEPTED',
  DONE = 'DONE',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  GIVEN_UP = 'GIVEN_UP',
}

/** One unit takes one need on, or was asked to. Who was asked is between it and the committee. */
@Audited<Claim>({
  thing: 'Claim',
  seenBy: ({ unitId, networkId, acceptedAt }) => ({
    units: [unitId],
    committees: [networkId],
    networks: acceptedAt ? [networkId] : [],
  }),
  leaveOut: ['askedAt', 'acceptedAt', 'settledAt', 'place'],
})
@Entity()
export class Claim extends TenantEntity {
  @Column('uuid')
  needId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  way!: ClaimWay;

  @Column('text')
  state!: ClaimState;

  /** Which of the places of the need it has, from 1; none has two holders. */
  @Column('integer', { nullable: true })
  place!: number | null;

  /** Why it was declined or given up. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** When help was there. */
  @Column('timestamptz', { nullable: true })
  arrivedAt!: Date | null;

  /** When help had done. */
  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** When it was written down afterwards; null for what was claimed as it came. */
  @Column('timestamptz', { nullable: true })
  recordedAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';
import type { Majority } from './majority.js';

export enum MotionState {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  CARRIED = 'CARRIED',
  LOST = 'LOST',
  NO_QUORUM = 'NO_QUORUM',
  WITHDRAWN = 'WITHDRAWN',
}

/** Whether others see how a unit votes. */
export enum Ballot {
  OPEN = 'OPEN',
  SECRET = 'SECRET',
}

/**
 * What a meeting votes on, and what came of it. No ballot touches this row: neither its version nor its time tells how
 * a vote goes.
 */
@Audited<Motion>({
  thing: 'Motion',
  seenBy: ({ networkId, readerUnitIds }) => ({ units: readerUnitIds, committees: [networkId] }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'entitledUnitIds', 'draftedAt', 'openedAt', 'closedAt'],
})
@Entity()
export class Motion extends MeetingPart {
  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  @Column('text')
  state!: MotionState;

  @Column('text')
  text!: string;

  @Column('text')
  majority!: Majority;

  @Column('text')
  ballot!: Ballot;

  /** Of a consent gathered outside of the meeting; null without one, as the three after it. */
  @Column('text', { nullable: true })
  consentMajority!: Majority | null;

  @Column('integer', { nullable: true })
  consentAsked!: number | null;

  @Column('integer', { nullable: true })
  consentFor!: number | null;

  @Column('integer', { nullable: true })
  consentAgainst!: number | null;

  /** As it was when the vote opened. */
  @Column('uuid', { array: true, nullable: true })
  entitledUnitIds!: string[] | null;

  /** How many units had to be present or represented; null until the vote is closed, as all counts. */
  @Column('integer', { nullable: true })
  quorumNeeded!: number | null;

  @Column('integer', { nullable: true })
  entitled!: number | null;

  @Column('integer', { nullable: true })
  present!: number | null;

  @Column('integer', { nullable: true })
  represented!: number | null;

  @Column('integer', { nullable: true })
  voting!: number | null;

  @Column('integer', { nullable: true })
  yes!: number | null;

  @Column('integer', { nullable: true })
  no!: number | null;

  @Column('integer', { nullable: true })
  abstained!: number | null;

  @Column('timestamptz')
  draftedAt!: Date;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

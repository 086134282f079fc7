import type { Words } from '#graphql';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingRow } from './meeting-readers.js';

/** Of the units counted, how many must be there or be represented. */
export enum QuorumRule {
  MORE_THAN_HALF = 'MORE_THAN_HALF',
  AT_LEAST_HALF = 'AT_LEAST_HALF',
  AT_LEAST_TWO_THIRDS = 'AT_LEAST_TWO_THIRDS',
}

/** What those invited were told with the call or the last move. */
export interface ToldCall {
  readonly title: string;
  readonly location: string | null;
  readonly about: string | null;
}

/** What a meeting says to those invited and stewards do not read. Its id is the meeting's. */
@Audited<MeetingCall>({
  thing: 'Meeting',
  partOf: ({ id }) => id,
  seenBy: ({ networkId, readerUnitIds }) => ({ units: readerUnitIds, committees: [networkId] }),
  // The counts repeat answers, which have lines of their own.
  leaveOut: [
    'openNetworkId',
    'readerUnitIds',
    'locationFollows',
    'told',
    'heldUpAt',
    'heldUpBecause',
    'acceptedCount',
    'declinedCount',
    'tentativeCount',
    'proxyCount',
    'presentCount',
    'representedCount',
  ],
})
@Entity()
export class MeetingCall extends MeetingRow {
  /** Who is, or in a draft is to be, invited; of a joint meeting filled in when it is called. */
  @Column('uuid', { array: true })
  invitedUnitIds!: string[];

  @Column('text', { nullable: true })
  location!: string | null;

  /** The place was not said: it is that of the venues. */
  @Column('boolean')
  locationFollows!: boolean;

  /** Persons; null when nobody has said. */
  @Column('integer', { nullable: true })
  expectedHeads!: number | null;

  /** The last word that it waits for calls it. */
  @Column('boolean')
  callsItself!: boolean;

  @Column('timestamptz', { nullable: true })
  heldUpAt!: Date | null;

  /** Why it could not call itself. */
  @Column('jsonb', { nullable: true })
  heldUpBecause!: Words | null;

  @Column('text', { nullable: true })
  about!: string | null;

  /** Until when units propose items; null until it begins. */
  @Column('timestamptz', { nullable: true })
  agendaDeadline!: Date | null;

  /** By which a later change is known to be one; null in a draft. */
  @Column('jsonb', { nullable: true })
  told!: ToldCall | null;

  @Column('text')
  quorumRule!: QuorumRule;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @Column('integer')
  acceptedCount!: number;

  @Column('integer')
  declinedCount!: number;

  @Column('integer')
  tentativeCount!: number;

  /** Units that have given their vote to another. */
  @Column('integer')
  proxyCount!: number;

  /** Units with a vote that are in the room. */
  @Column('integer')
  presentCount!: number;

  @Column('integer')
  representedCount!: number;
}

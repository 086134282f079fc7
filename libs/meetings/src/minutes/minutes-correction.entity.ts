import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';

/** What is put right in published minutes: it stands beside the text, which stays as it was; never changed. */
@Audited<MinutesCorrection>({
  thing: 'Minutes',
  partOf: ({ minutesId }) => minutesId,
  seenBy: ({ networkId, openNetworkId, readerUnitIds }) => ({
    units: readerUnitIds,
    committees: [networkId],
    networks: openNetworkId ? [openNetworkId] : [],
  }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'correctedAt'],
})
@Entity()
export class MinutesCorrection extends MeetingPart {
  @Column('uuid')
  minutesId!: string;

  /** From 1. */
  @Column('integer')
  number!: number;

  @Column('text')
  what!: string;

  @Column('text')
  why!: string;

  @Column('timestamptz')
  correctedAt!: Date;
}

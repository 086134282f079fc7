import { Audited, type Audience } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';
import type { MinutesRecord } from './minutes-record.js';
import type { MinutesText } from './minutes-text.js';

export enum MinutesState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
}

/** The minutes of one meeting: the committee's until they are published, and fixed from then on. */
@Audited<Minutes>({
  thing: 'Minutes',
  seenBy: ({ state, networkId, openNetworkId, readerUnitIds }): Audience =>
    state === MinutesState.DRAFT
      ? { committees: [networkId] }
      : {
          units: readerUnitIds,
          committees: [networkId],
          networks: openNetworkId ? [openNetworkId] : [],
        },
  // Each version of the text has a line, and so has each confirmation.
  leaveOut: [
    'openNetworkId',
    'readerUnitIds',
    'text',
    'record',
    'year',
    'editedAt',
    'publishedAt',
    'correctionCount',
    'confirmedCount',
    'correctionAskedCount',
  ],
})
@Entity()
export class Minutes extends MeetingPart {
  @Column('text')
  state!: MinutesState;

  /** With the number: in which year, on the calendar of the region, they were published. */
  @Column('integer', { nullable: true })
  year!: number | null;

  /** Of joint meetings alone: who reads two numbers counts those between. */
  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('jsonb')
  text!: MinutesText;

  /** Frozen with the publishing; null in a draft. */
  @Column('jsonb', { nullable: true })
  record!: MinutesRecord | null;

  @Column('timestamptz')
  editedAt!: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('integer')
  correctionCount!: number;

  @Column('integer')
  confirmedCount!: number;

  @Column('integer')
  correctionAskedCount!: number;

  @Column('integer')
  version!: number;
}

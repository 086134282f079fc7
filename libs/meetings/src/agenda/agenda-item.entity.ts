import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';

export enum AgendaItemState {
  PROPOSED = 'PROPOSED',
  TAKEN = 'TAKEN',
  POSTPONED = 'POSTPONED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

/** What a meeting talks about. Until the committee takes it, only it and the unit that proposed it read it. */
@Audited<AgendaItem>({
  thing: 'AgendaItem',
  seenBy: ({ unitId, networkId, takenAt, readerUnitIds }) => ({
    // Of a draft, into which it may have been carried, its own unit knows nothing yet.
    units: readerUnitIds.length > 0 ? [unitId, ...(takenAt ? readerUnitIds : [])] : [],
    committees: [networkId],
  }),
  leaveOut: ['openNetworkId', 'readerUnitIds', 'place', 'proposedAt', 'takenAt', 'settledAt'],
})
@Entity()
export class AgendaItem extends MeetingPart {
  /** Who proposed it. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  state!: AgendaItemState;

  /** Among those taken, from 1. */
  @Column('integer', { nullable: true })
  place!: number | null;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  what!: string | null;

  /** Minutes allotted. */
  @Column('integer', { nullable: true })
  minutes!: number | null;

  @Column('text', { nullable: true })
  presenter!: string | null;

  /** Why it was postponed or refused. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The item of an earlier meeting that it goes on with. */
  @Column('uuid', { nullable: true })
  carriedFromId!: string | null;

  /** The unmet need that it is about. */
  @Column('uuid', { nullable: true })
  needId!: string | null;

  @Column('timestamptz')
  proposedAt!: Date;

  /** Since when those invited read it. */
  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

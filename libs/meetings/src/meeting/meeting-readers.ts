import { TenantEntity } from '#database';
import { Column } from 'typeorm';

/** Who reads a row, as its policy reads it: of a meeting that is not called, the committee alone. */
export interface MeetingReaders {
  readonly openNetworkId: string | null;
  readonly readerUnitIds: string[];
}

/** A row beneath a meeting says itself who reads it, since a policy reads no other row. */
export abstract class MeetingRow extends TenantEntity implements MeetingReaders {
  @Column('uuid')
  networkId!: string;

  /** The network whose units all read it: of a joint meeting once it is called. */
  @Column('uuid', { nullable: true })
  openNetworkId!: string | null;

  /** The units invited, once the meeting is called. */
  @Column('uuid', { array: true })
  readerUnitIds!: string[];
}

/** A row of which a meeting may have many. */
export abstract class MeetingPart extends MeetingRow {
  @Column('uuid')
  meetingId!: string;
}

export const NOBODY: MeetingReaders = { openNetworkId: null, readerUnitIds: [] };

/** As the meeting itself is read. */
export function readersOf({ openNetworkId, readerUnitIds }: MeetingReaders): MeetingReaders {
  return { openNetworkId, readerUnitIds };
}

import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum MeetingReply {
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  TENTATIVE = 'TENTATIVE',
}

/** Whether one invited unit comes, and who for it. Others of the network read how many come, not who. */
@Audited<MeetingAnswer>({
  thing: 'Meeting',
  partOf: ({ meetingId }) => meetingId,
  // Not by who votes for it: that reads the proxy itself, and not what is said to the committee.
  seenBy: ({ unitId, networkId }) => ({ units: [unitId], committees: [networkId] }),
  leaveOut: ['answeredAt', 'onBehalf', 'proxyLetGoAt', 'droppedProxyUnitId'],
})
@Entity()
export class MeetingAnswer extends TenantEntity {
  @Column('uuid')
  meetingId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  unitId!: string;

  /** A member of the network has a vote and counts for the quorum; a guest neither. */
  @Column('boolean')
  isCounted!: boolean;

  /** To the call as it stands: empty again with each move. */
  @Column('text', { nullable: true })
  reply!: MeetingReply | null;

  /** Names of those who come. */
  @Column('text', { array: true })
  comers!: string[];

  /** Who comes in the place of the one who usually does. */
  @Column('text', { nullable: true })
  substitute!: string | null;

  /** Which unit votes for it, since it does not come; no unit has this of two. */
  @Column('uuid', { nullable: true })
  proxyUnitId!: string | null;

  /** The code of that unit, for lines of the audit, which leave ids out. */
  @Column('text', { nullable: true })
  proxyUnitCode!: string | null;

  /** Since when nobody votes for it, because that unit does not come; null once it answers anew. */
  @Column('timestamptz', { nullable: true })
  proxyLetGoAt!: Date | null;

  /** Whose vote was lost by this answer. */
  @Column('uuid', { nullable: true })
  droppedProxyUnitId!: string | null;

  /** For the committee; who votes for it does not read it. */
  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Written down by the committee. */
  @Column('boolean')
  onBehalf!: boolean;

  /** Since when its unit is no longer of the network. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}

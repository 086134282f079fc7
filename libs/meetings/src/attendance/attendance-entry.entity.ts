import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum AttendanceAct {
  ARRIVED = 'ARRIVED',
  LEFT = 'LEFT',
  EXCUSED = 'EXCUSED',
}

/** How it came to be known. */
export enum AttendanceWay {
  CODE = 'CODE',
  COMMITTEE = 'COMMITTEE',
}

/** A unit came or went, or said why it does not come. Names are added, nothing else changes; the committee strikes out what was wrong. */
@Audited<AttendanceEntry>({
  thing: 'Meeting',
  partOf: ({ meetingId }) => meetingId,
  seenBy: ({ unitId, networkId }) => ({ units: [unitId], committees: [networkId] }),
  leaveOut: ['notedAt'],
})
@Entity()
export class AttendanceEntry extends TenantEntity {
  @Column('uuid')
  meetingId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  act!: AttendanceAct;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  way!: AttendanceWay;

  /** Of those who came. */
  @Column('text', { array: true })
  names!: string[];

  @Column('timestamptz')
  notedAt!: Date;

  /** Since when it is known to be wrong. */
  @Column('timestamptz', { nullable: true })
  struckAt!: Date | null;

  @Column('text', { nullable: true })
  strikeReason!: string | null;
}

import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum PollChoice {
  YES = 'YES',
  IF_NEED_BE = 'IF_NEED_BE',
  NO = 'NO',
}

/** When one unit could come. One row for all spans: what a unit says at once is one word, and one line of the audit. */
@Audited<DatePollAnswer>({
  thing: 'DatePoll',
  partOf: ({ pollId }) => pollId,
  seenBy: ({ unitId, networkId }) => ({ units: [unitId], committees: [networkId] }),
  leaveOut: ['answeredAt', 'onBehalf'],
})
@Entity()
export class DatePollAnswer extends TenantEntity {
  @Column('uuid')
  pollId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  unitId!: string;

  /** A member is counted, a guest apart. */
  @Column('boolean')
  isCounted!: boolean;

  /** What stands in none of the three lists is not answered. */
  @Column('uuid', { array: true })
  yesSpanIds!: string[];

  @Column('uuid', { array: true })
  ifNeedBeSpanIds!: string[];

  @Column('uuid', { array: true })
  noSpanIds!: string[];

  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('timestamptz')
  answeredAt!: Date;

  /** Written down by the committee. */
  @Column('boolean')
  onBehalf!: boolean;

  /** Since when its unit is no longer asked. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}

import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { OffRestDay, SeriesPeriod, type SeriesRule } from './series-days.js';

/** By which rule drafts of regular meetings are made ahead. The committee's own: a draft is silent. */
@Audited<MeetingSeries>({
  thing: 'MeetingSeries',
  seenBy: ({ networkId }) => ({ committees: [networkId] }),
})
@Entity()
export class MeetingSeries extends TenantEntity implements SeriesRule {
  @Column('uuid')
  networkId!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  location!: string | null;

  /** The offer that each draft wants. */
  @Column('uuid', { nullable: true })
  venueId!: string | null;

  @Column('text')
  every!: SeriesPeriod;

  @Column('integer', { nullable: true })
  monthOfQuarter!: number | null;

  /** 1 is Monday, 7 Sunday. */
  @Column('integer')
  weekday!: number;

  /** 1 to 4; -1 is the last. */
  @Column('integer')
  nth!: number;

  @Column('text')
  offRestDay!: OffRestDay;

  /** On the wall clock, minutes from the start of the day. */
  @Column('integer')
  startsMinute!: number;

  /** How long each meeting lasts. */
  @Column('integer')
  minutes!: number;

  /** No more drafts are made from then on. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

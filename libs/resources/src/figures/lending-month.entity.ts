import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { LendingCount } from './count-lending.js';

/** Figures of what a unit lent through a network, by the month in which the bookings start: all that a steward sees. */
@Unaudited('it is counted from bookings, which have lines')
@Entity()
export class LendingMonth extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  /** Its first day, by the zone of the region. */
  @Column('date')
  month!: string;

  @Column('integer')
  requests!: number;

  @Column('integer')
  answers!: number;

  /** Over all answers together, exact: means of longer times are made of it. */
  @Column('numeric')
  answerMinutes!: string;

  @Column('numeric', { nullable: true })
  medianAnswerMinutes!: string | null;

  @Column('jsonb')
  declines!: LendingCount['declines'];

  @Column('integer')
  uses!: number;

  @Column('integer')
  usedMinutes!: number;

  /** Those of what is lent whole and still shown. */
  @Column('integer')
  utilisedMinutes!: number;

  @Column('integer')
  openMinutes!: number;

  @Column('integer')
  noShows!: number;
}

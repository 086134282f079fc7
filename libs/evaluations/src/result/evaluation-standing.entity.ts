import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Where a nomination stands in a result: all that other units read of it. */
@Unaudited('it is never changed, and its result has a line of its own')
@Entity()
export class EvaluationStanding extends TenantEntity {
  @Column('uuid')
  resultId!: string;

  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  nominationId!: string;

  /** The network reads it. */
  @Column('boolean')
  isPublished!: boolean;

  /** Its line in the ranking, from 1. */
  @Column('integer')
  place!: number;

  /** Null without a score. */
  @Column('integer', { nullable: true })
  rank!: number | null;

  @Column('uuid', { nullable: true })
  awardId!: string | null;

  @Column('integer')
  points!: number;
}

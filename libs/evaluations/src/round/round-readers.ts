import { TenantEntity } from '#database';
import { Column } from 'typeorm';
import type { EvaluationRound } from './evaluation-round.entity.js';

/** A row beneath a round that its returning officer reads, repeated since a policy reads no other row. */
export abstract class RoundPart extends TenantEntity {
  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  networkId!: string;

  /** The returning officer; `EvaluationRoundRepository` lets it follow an appointment. */
  @Column('uuid', { nullable: true })
  returningPostId!: string | null;
}

/** One that stewards, too, read from the first public notice on. */
export abstract class PublishedRoundPart extends RoundPart {
  @Column('boolean')
  isPublished!: boolean;
}

/** Who reads a part, as the round says now. */
export function readersOf({ returningPostId }: EvaluationRound) {
  return { returningPostId };
}

/** The same of a part that stewards read, too. */
export function publishedReadersOf(round: EvaluationRound) {
  return { ...readersOf(round), isPublished: round.publishedAt !== null };
}

/** What every part repeats. */
export function partOf(round: EvaluationRound) {
  return { ...readersOf(round), roundId: round.id, networkId: round.networkId };
}

/** What every part repeats that stewards read, too. */
export function publishedPartOf(round: EvaluationRound) {
  return { ...partOf(round), ...publishedReadersOf(round) };
}

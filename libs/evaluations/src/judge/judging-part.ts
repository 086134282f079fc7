import { TenantEntity } from '#database';
import { Column } from 'typeorm';

/** Who counts as returning officer, repeated since a policy reads no other row; `app.keep_judging_roll` lets it follow. */
export abstract class ReturnedRow extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  @Column('uuid', { nullable: true })
  returningPostId!: string | null;

  /** Reads the lines of the row, through whichever post. */
  @Column('uuid', { nullable: true })
  returningPersonId!: string | null;
}

/** A row of the judging of a round: between its returning officer and one judge, and nobody else's to know. */
export abstract class JudgingPart extends ReturnedRow {
  @Column('uuid')
  roundId!: string;
}

/** In whose network, and who counts as its returning officer. */
interface ReturningOfficer {
  readonly networkId: string;
  readonly returningPostId: string | null;
  readonly returningPersonId: string | null;
}

/** What every part repeats of the roll, or of the round. */
export function judgingPartOf(
  roundId: string,
  { networkId, returningPostId, returningPersonId }: ReturningOfficer,
) {
  return { roundId, networkId, returningPostId, returningPersonId };
}

/** The returning officer and, once it is theirs to know, these persons. */
export function judgingAudience({ returningPersonId }: ReturnedRow, ...judges: readonly string[]) {
  return { people: [...(returningPersonId ? [returningPersonId] : []), ...judges] };
}

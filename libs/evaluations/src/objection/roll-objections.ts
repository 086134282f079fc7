import type { TenantTransaction } from '#tenancy';
import { Nomination } from '../nomination/nomination.entity.js';
import type { EvaluationObjectionState } from './evaluation-objection.entity.js';

/** What a returning officer is told of an objection: not what it says, which may quote scores, nor whose it is. */
export interface RollObjection {
  /** Null for the whole round. */
  readonly nomination: Nomination | null;
  readonly state: EvaluationObjectionState;
  readonly isForStreetOffice: boolean;
  readonly filedAt: Date;
  readonly ruling: string | null;
  readonly ruledAt: Date | null;
}

interface RollObjectionRow {
  nomination_id: string | null;
  state: EvaluationObjectionState;
  is_for_street_office: boolean;
  filed_at: Date;
  ruling: string | null;
  ruled_at: Date | null;
}

/** Objections to the results of a round, the latest first; none for anybody but its returning officer. */
export async function listRollObjections(tx: TenantTransaction, roundId: string): Promise<RollObjection[]> {
  const rows = await tx.query<RollObjectionRow>('SELECT * FROM app.returned_objections($1)', [roundId]);
  const { regionId } = tx;
  const nominations = await tx.manager.findBy(Nomination, { regionId, roundId });
  return rows.map((row) => ({
    nomination: nominations.find(({ id }) => id === row.nomination_id) ?? null,
    state: row.state,
    isForStreetOffice: row.is_for_street_office,
    filedAt: row.filed_at,
    ruling: row.ruling,
    ruledAt: row.ruled_at,
  }));
}

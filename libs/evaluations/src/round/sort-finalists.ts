import { found } from '#graphql';
import { listMembers } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Nomination } from '../nomination/nomination.entity.js';
import type { EvaluationRound } from './evaluation-round.entity.js';
import type { Finalist } from './round-steps.js';

/** Who of the finalists stands in the final, and the titles of those whose unit has left the network or is suspended. */
export async function sortFinalists(
  tx: TenantTransaction,
  { networkId }: EvaluationRound,
  finalists: readonly Finalist[],
): Promise<{ standing: Finalist[]; leftOut: string[] }> {
  const standing: Finalist[] = [];
  const leftOut: string[] = [];
  if (finalists.length === 0) return { standing, leftOut };
  const members = new Set((await listMembers(tx, [networkId])).map(({ unitId }) => unitId));
  for (const finalist of finalists) {
    const { unitId, title } = found(await tx.find(Nomination, finalist.nominationId));
    if (members.has(unitId)) standing.push(finalist);
    else leftOut.push(title);
  }
  return { standing, leftOut };
}

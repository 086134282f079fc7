import type { TenantTransaction } from '#tenancy';
import type { Tally } from './majority.js';
import { Ballot, type Motion } from './motion.entity.js';
import { Choice, type Vote } from './vote.entity.js';

const NONE: Tally = { yes: 0, no: 0, abstained: 0 };

/** How a vote goes that closes now. The counters of a secret one are gone after it, and its roll is written anew. */
export async function takeTally(
  tx: TenantTransaction,
  { id, ballot }: Pick<Motion, 'id' | 'ballot'>,
  votes: readonly Pick<Vote, 'choice'>[],
): Promise<Tally> {
  if (ballot === Ballot.SECRET) {
    const [counters] = await tx.query<Tally>('SELECT yes, no, abstained FROM app.close_ballot($1)', [id]);
    return counters ?? NONE;
  }
  const count = (wanted: Choice) => votes.filter(({ choice }) => choice === wanted).length;
  return { yes: count(Choice.YES), no: count(Choice.NO), abstained: count(Choice.ABSTAIN) };
}

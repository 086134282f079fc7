import type { Account } from './account.js';
import { findAward } from './awards.js';
import type { CountingRules, OpenRound } from './counting-rules.js';
import { byId, rankAll, UNRANKED } from './ranking.js';
import { findSureness, type Sureness } from './sureness.js';
import { readRules, scoreNomination, tallyAll } from './tally.js';
import { workAccount } from './work-account.js';

/** Where a nomination stands. */
export interface Standing {
  readonly nominationId: string;
  /** 1, 2, 2, 4; null without a score. */
  readonly rank: number | null;
  /** Null for none. */
  readonly awardId: string | null;
  readonly account: Account;
}

export interface RoundCount {
  /** By rank, those without one last; then by the nominations' ids. */
  readonly standings: readonly Standing[];
  readonly sureness: Sureness;
}

/**
 * The same sheets under the same rules always give the same count, in whichever order they come.
 * @throws RangeError for a sheet of a nomination or panel that is not in the round, or without a score for each criterion
 */
export function countRound(rules: CountingRules, round: OpenRound): RoundCount {
  const read = readRules(rules);
  const tallies = tallyAll(read, round);
  const scores = new Map([...tallies].map(([id, panels]) => [id, scoreNomination(panels)]));
  const ranked = new Map(rankAll(scores).map((one) => [one.nominationId, one]));
  const standings = [...tallies].map(([nominationId, panels]): Standing => {
    const place = ranked.get(nominationId);
    return {
      nominationId,
      rank: place?.rank ?? null,
      awardId: place ? findAward(rules.awards, place) : null,
      account: workAccount(read, panels),
    };
  });
  return { standings: standings.toSorted(byStanding), sureness: findSureness(read, tallies, scores) };
}

function byStanding(one: Standing, other: Standing): number {
  return (one.rank ?? UNRANKED) - (other.rank ?? UNRANKED) || byId(one, other);
}

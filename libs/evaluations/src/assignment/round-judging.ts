import { refuseState } from '#graphql';
import { asCommittee, Membership, Post } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { panelOf } from '../judge/candidates.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { RoundSteps } from '../round/round-steps.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { JUDGING_WORDS } from './judging.words.js';

/** The part of judging in the steps of a round: a roll from the beginning of scoring on, and whose it is. */
@Injectable()
export class RoundJudging {
  constructor(private readonly steps: RoundSteps) {}

  listen(): void {
    this.steps.register({
      scoring: (tx, round) => this.keepRoll(tx, round),
      beforeAppointing: (tx, round, officer) => this.expectNoJudge(tx, round, officer.personId),
      appointed: async (tx, round) => {
        if (round.scoringAt) await this.keepRoll(tx, round);
      },
    });
  }

  private async keepRoll(tx: TenantTransaction, { id, networkId }: EvaluationRound): Promise<void> {
    await asCommittee(tx, networkId, () => tx.query('SELECT app.keep_judging_roll($1)', [id]));
  }

  /**
   * Once there may be judges, whoever could have been one is refused: to refuse those alone who are would tell the
   * committee who judges. Before, the returning officer is left out of the pool. Once scoring is closed units read
   * scores, and whoever has read any must not learn whose they are. Who has returned the round before reads none.
   */
  private async expectNoJudge(
    tx: TenantTransaction,
    round: EvaluationRound,
    personId: string,
  ): Promise<void> {
    const { scoringAt, state, returnedByIds } = round;
    if (scoringAt === null || returnedByIds.includes(personId)) return;
    const posts = await listPostsSince(tx, round, personId, scoringAt);
    if (state !== EvaluationRoundState.SCORING) {
      if (posts.length > 0) refuseState(round, JUDGING_WORDS.readsScores);
      return;
    }
    const { panels } = await getFrozenRules(tx, round.id);
    const couldJudge = posts.some((post) => panels.some(({ kind }) => kind === panelOf(round, post)));
    if (couldJudge) refuseState(round, JUDGING_WORDS.mayJudge);
  }
}

/** Those of a person in units of the network that did not end before, whether they are held now or not. */
async function listPostsSince(
  tx: TenantTransaction,
  { networkId, unitId: convener }: EvaluationRound,
  personId: string,
  since: Date,
): Promise<Post[]> {
  const { regionId } = tx;
  return asCommittee(tx, networkId, async () => {
    const memberships = await tx.manager.findBy(Membership, { regionId, networkId });
    const unitId = In([convener, ...memberships.map((membership) => membership.unitId)]);
    const posts = await tx.manager.findBy(Post, { regionId, personId, unitId });
    return posts.filter(({ until, revokedAt }) => {
      const end = revokedAt ?? until;
      return end === null || end >= since;
    });
  });
}

import { refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { listCandidates } from '../judge/candidates.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { RoundSteps } from '../round/round-steps.js';
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
   * Once there may be judges, whoever could be one is refused: to refuse those alone who are would tell the committee
   * who judges. Before, the returning officer is left out of the pool.
   */
  private async expectNoJudge(
    tx: TenantTransaction,
    round: EvaluationRound,
    personId: string,
  ): Promise<void> {
    if (round.scoringAt === null) return;
    const candidates = await listCandidates(tx, round);
    if (candidates.some((one) => one.personId === personId)) refuseState(round, JUDGING_WORDS.mayJudge);
  }
}

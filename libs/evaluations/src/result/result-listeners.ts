import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { SetAsideEvents } from '../judge/set-aside-events.js';
import { RoundSteps } from '../round/round-steps.js';
import { Deliberation } from './deliberation.js';
import { EvaluationResult, EvaluationResultState } from './evaluation-result.entity.js';
import { lapseResults } from './lapse-results.js';
import { EvaluationStanding } from './evaluation-standing.entity.js';

/** What rounds and judges, which import nothing of results, want of them. */
@Injectable()
export class ResultListeners {
  constructor(
    private readonly steps: RoundSteps,
    private readonly setAside: SetAsideEvents,
    private readonly deliberation: Deliberation,
  ) {}

  listen(): void {
    this.setAside.onSetAside((tx, round) => this.deliberation.followConflict(tx, round));
    this.steps.register({ cancelled: (tx, round) => lapseResults(tx, round) });
    this.steps.tellFinalists(async (tx, roundId, places) => {
      const final = { regionId: tx.regionId, roundId, state: EvaluationResultState.FINAL };
      const result = await tx.manager.findOneBy(EvaluationResult, final);
      if (!result) return null;
      return tx.manager.find(EvaluationStanding, {
        where: { regionId: tx.regionId, resultId: result.id, rank: LessThanOrEqual(places) },
        order: { place: 'ASC' },
      });
    });
  }
}

import { found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EVALUATION_ROUND_WORDS } from '../round/evaluation-round.words.js';
import { publishedPartOf } from '../round/round-readers.js';
import { RoundSteps, type Finalist } from '../round/round-steps.js';
import { listBeneficiaries } from './beneficiaries.js';
import { findFacts } from './nomination-facts.js';
import { Nomination, NominationState } from './nomination.entity.js';
import { NominationRepository } from './nomination.repository.js';

/** What becomes of nominations by the steps of their round. */
@Injectable()
export class RoundNominations {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly steps: RoundSteps,
  ) {}

  listen(): void {
    this.steps.register({
      opening: (tx, round, finalists) => this.submitFinalists(tx, round, finalists),
      beforeScoring: (tx, round) => this.expectSome(tx, round),
      scoring: (tx, round) => this.open(tx, round),
    });
  }

  /** They stand in the final by the result, with their statement, and with what the platform knows of them now. */
  private async submitFinalists(
    tx: TenantTransaction,
    round: EvaluationRound,
    finalists: readonly Finalist[],
  ): Promise<void> {
    for (const { nominationId } of finalists) {
      const before = found(await tx.find(Nomination, nominationId));
      const { unitId, projectId, subjectUnitId, subjectLabel, title, statement } = before;
      const subject = { projectId, subjectUnitId, subjectLabel, title };
      const nomination = await tx.insert(Nomination, {
        ...publishedPartOf(round),
        ...subject,
        id: tx.newId(),
        unitId,
        statement,
        state: NominationState.SUBMITTED,
        isOpen: false,
        reason: null,
        finalistOfId: nominationId,
        responsibleUnitId: null,
        coHostUnitIds: [],
        draftedAt: tx.now,
        submittedAt: tx.now,
        draftedOnBehalf: false,
        version: 1,
      });
      await this.nominations.writeFacts(tx, nomination, await findFacts(tx, round, nomination));
    }
  }

  private async expectSome(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
    const submitted = await this.nominations.listSubmitted(tx, round.networkId, round.id);
    if (submitted.length === 0) refuseState(round, EVALUATION_ROUND_WORDS.nothingNominated);
  }

  /** Drafts stay drafts: they are too late. */
  private async open(tx: TenantTransaction, { networkId, id }: EvaluationRound): Promise<void> {
    const submitted = await this.nominations.listSubmitted(tx, networkId, id);
    await this.nominations.open(tx, id, submitted, await listBeneficiaries(tx, networkId, submitted));
  }
}

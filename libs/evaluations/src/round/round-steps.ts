import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { EvaluationRound } from './evaluation-round.entity.js';

/** Somebody who stands in the final of a contest, as the nomination in the round before. */
export interface Finalist {
  readonly nominationId: string;
}

/** What stands beneath a round and has its part in its steps. Each runs in the transaction of the step, with the round locked. */
export interface RoundStep {
  /** Nominations begin; `finalists` are those of the round before, of which this is the final. By the secretary. */
  readonly opening?: (
    tx: TenantTransaction,
    round: EvaluationRound,
    finalists: readonly Finalist[],
  ) => Promise<void>;
  /** Refuses scoring (throws Refused) where something is missing; nothing is written yet. By the secretary. */
  readonly beforeScoring?: (tx: TenantTransaction, round: EvaluationRound) => Promise<void>;
  /** Scoring begins: the round as it is then, its rules frozen. By the rights of the committee. */
  readonly scoring?: (tx: TenantTransaction, round: EvaluationRound) => Promise<void>;
  /** Refuses a returning officer (throws Refused) who may not be, by person. Before anything is written. */
  readonly beforeAppointing?: (
    tx: TenantTransaction,
    round: EvaluationRound,
    officer: { readonly postId: string; readonly personId: string },
  ) => Promise<void>;
  /** Another has become returning officer, or none is: the round as it is then. */
  readonly appointed?: (
    tx: TenantTransaction,
    round: EvaluationRound,
    before: EvaluationRound,
  ) => Promise<void>;
  /** It is cancelled: the round as it is then. */
  readonly cancelled?: (tx: TenantTransaction, round: EvaluationRound) => Promise<void>;
}

/** Lets nominations, judges and results have their part in the steps of a round, which imports none of them. */
@Injectable()
export class RoundSteps {
  private readonly steps: RoundStep[] = [];
  private standings:
    ((tx: TenantTransaction, roundId: string, places: number) => Promise<readonly Finalist[] | null>) | null =
    null;

  register(step: RoundStep): void {
    this.steps.push(step);
  }

  /** Who tells the first of a final result, ties at the border included; null while there is no final result. */
  tellFinalists(list: NonNullable<RoundSteps['standings']>): void {
    this.standings = list;
  }

  async listFinalists(
    tx: TenantTransaction,
    roundId: string,
    places: number,
  ): Promise<readonly Finalist[] | null> {
    return (await this.standings?.(tx, roundId, places)) ?? null;
  }

  /** In the order in which they were registered; the first that refuses ends it. */
  async tell<Name extends keyof RoundStep>(
    name: Name,
    ...args: Parameters<NonNullable<RoundStep[Name]>>
  ): Promise<void> {
    for (const step of this.steps) {
      const act = step[name] as ((...of: typeof args) => Promise<void>) | undefined;
      await act?.(...args);
    }
  }
}

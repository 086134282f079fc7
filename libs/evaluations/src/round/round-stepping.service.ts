import { refuseState } from '#graphql';
import { writeChineseTime } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { EvaluationRoundState, type EvaluationRound, ONGOING_ROUNDS } from './evaluation-round.entity.js';
import { EvaluationRoundRepository } from './evaluation-round.repository.js';
import { EVALUATION_ROUND_WORDS } from './evaluation-round.words.js';
import { expectRound } from './expect-standing.js';
import { RoundSteps, type Finalist } from './round-steps.js';
import { sortFinalists } from './sort-finalists.js';

const { SETUP, NOMINATING, SCORING, FINAL, CANCELLED } = EvaluationRoundState;

/** The steps of a secretary up to scoring, and the end without a result. */
@Injectable()
export class RoundSteppingService {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly steps: RoundSteps,
  ) {}

  /** From now on the network reads the round and nominates; finalists of a contest stand in it at once. */
  async open(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, [SETUP]);
    const { nominationsUntil } = round;
    if (nominationsUntil && nominationsUntil <= tx.now)
      refuseState(round, EVALUATION_ROUND_WORDS.nominationsClosed);
    const { standing, leftOut } = await sortFinalists(tx, round, await this.listFinalists(tx, round));
    const begun = { state: NOMINATING, openedAt: tx.now, leftOutFinalists: leftOut };
    const opened = await this.rounds.change(tx, round, begun);
    await this.steps.tell('opening', tx, opened, standing);
    return opened;
  }

  /** The rules are frozen, and what was submitted is read by the network. */
  async beginScoring(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, [NOMINATING]);
    if (round.returningPostId === null) refuseState(round, EVALUATION_ROUND_WORDS.officerNeeded);
    await expectNominationsOver(tx, round);
    await this.steps.tell('beforeScoring', tx, round);
    const scored = await this.rounds.change(tx, round, { state: SCORING, scoringAt: tx.now });
    await this.steps.tell('scoring', tx, scored);
    return scored;
  }

  async cancel(tx: TenantTransaction, id: string, version: number, reason: string): Promise<EvaluationRound> {
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, ONGOING_ROUNDS);
    // Its awards and points were given, and its certificates printed.
    if (round.finalAt !== null) refuseState(round, EVALUATION_ROUND_WORDS.wasFinal);
    const over = { state: CANCELLED, cancelledAt: tx.now, reason };
    const cancelled = await this.rounds.change(tx, round, over);
    await this.steps.tell('cancelled', tx, cancelled);
    return cancelled;
  }

  private async listFinalists(tx: TenantTransaction, round: EvaluationRound): Promise<readonly Finalist[]> {
    const { finalistsOfId, finalistPlaces } = round;
    if (finalistsOfId === null || finalistPlaces === null) return [];
    const contest = await this.rounds.hold(tx, finalistsOfId);
    // A final result that is being looked at again stands, and may not for long.
    if (contest.state !== FINAL) refuseState(round, EVALUATION_ROUND_WORDS.noFinalResult);
    const finalists = await this.steps.listFinalists(tx, finalistsOfId, finalistPlaces);
    return finalists ?? refuseState(round, EVALUATION_ROUND_WORDS.noFinalResult);
  }
}

/** Who was promised a day keeps it. */
async function expectNominationsOver(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
  const { nominationsUntil } = round;
  if (!nominationsUntil || nominationsUntil <= tx.now) return;
  const zone = await timeZoneOf(tx);
  const until = { en: nominationsUntil.toISOString(), zh: writeChineseTime(nominationsUntil, zone) };
  refuseState(round, EVALUATION_ROUND_WORDS.nominationsOpen({ until }));
}

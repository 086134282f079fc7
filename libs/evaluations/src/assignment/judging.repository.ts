import { expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { EvaluationJudge } from '../judge/evaluation-judge.entity.js';
import { judgingPartOf } from '../judge/judging-part.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound } from '../round/expect-standing.js';
import {
  JudgeAssignment,
  type JudgeAssignmentGround,
  JudgeAssignmentState,
} from './judge-assignment.entity.js';
import { JudgingRoll } from './judging-roll.entity.js';

const { PROPOSED, SETTLED, SUBMITTED, DROPPED, SET_ASIDE } = JudgeAssignmentState;

/** A round in which judges score, and what its returning officer holds of it. */
export interface Judging {
  readonly round: EvaluationRound;
  readonly roll: JudgingRoll;
}

/** A judge for a nomination. */
export interface Seat {
  readonly nominationId: string;
  readonly judge: EvaluationJudge;
}

/** Why an assignment ends, with what was said of it. */
export interface AssignmentEnd {
  readonly ground: JudgeAssignmentGround;
  readonly reason: string | null;
}

/** The way to a roll that is about to change: the round is held as it is, then the roll is locked. */
@Injectable()
export class JudgingRepository {
  constructor(private readonly rounds: EvaluationRoundRepository) {}

  /** For an act of the returning officer while judges score; NOT_FOUND for everybody else. */
  async take(tx: TenantTransaction, roundId: string): Promise<Judging> {
    found(await tx.find(JudgingRoll, roundId));
    const round = await this.rounds.hold(tx, roundId);
    const roll = await this.lock(tx, roundId);
    expectRound(round, [EvaluationRoundState.SCORING]);
    return { round, roll };
  }

  /** The same for an act that was decided on one version of the roll. */
  async takeVersion(tx: TenantTransaction, roundId: string, version: number): Promise<Judging> {
    const judging = await this.take(tx, roundId);
    expectVersion(judging.roll, version);
    return judging;
  }

  /** With the round locked already. NOT_FOUND for everybody but the returning officer. */
  async lock(tx: TenantTransaction, roundId: string): Promise<JudgingRoll> {
    return found(await tx.lock(JudgingRoll, roundId));
  }

  /** All of a round, as the returning officer reads them. */
  listAssignments(tx: TenantTransaction, roundId: string): Promise<JudgeAssignment[]> {
    return tx.manager.find(JudgeAssignment, {
      where: { regionId: tx.regionId, roundId },
      order: { nominationId: 'ASC', panelKind: 'ASC', id: 'ASC' },
    });
  }

  /** Of one judge, held against what that judge does meanwhile; by id. */
  lockOf(tx: TenantTransaction, roundId: string, judgePersonId: string): Promise<JudgeAssignment[]> {
    return tx.manager.find(JudgeAssignment, {
      where: { regionId: tx.regionId, roundId, judgePersonId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Shown to their judges at once if the roll is settled. */
  seat(tx: TenantTransaction, roll: JudgingRoll, seats: readonly Seat[]): Promise<JudgeAssignment[]> {
    const state = roll.settledAt ? SETTLED : PROPOSED;
    const rows = seats.map(({ nominationId, judge }) => ({
      ...judgingPartOf(roll.id, roll),
      id: tx.newId(),
      nominationId,
      panelKind: judge.panelKind,
      judgePostId: judge.postId,
      judgePersonId: judge.personId,
      judgeName: judge.personName,
      unitId: judge.unitId,
      state,
      ground: null,
      reason: null,
      version: 1,
    }));
    return tx.insertAll(JudgeAssignment, rows);
  }

  /** What was only proposed leaves nothing; of the rest a submitted sheet is set aside. With the roll locked. */
  async end(
    tx: TenantTransaction,
    assignments: readonly JudgeAssignment[],
    end: AssignmentEnd,
  ): Promise<void> {
    const [proposed, shown] = [true, false].map((is) =>
      assignments.filter(({ state }) => (state === PROPOSED) === is),
    );
    for (const one of proposed ?? []) await tx.remove(JudgeAssignment, one);
    await tx.updateAll(JudgeAssignment, shown ?? [], ({ state }) => ({ ...end, state: endOf(state) }));
  }
}

/** What becomes of an assignment that was shown to its judge. */
export function endOf(state: JudgeAssignmentState): JudgeAssignmentState {
  return state === SUBMITTED ? SET_ASIDE : DROPPED;
}

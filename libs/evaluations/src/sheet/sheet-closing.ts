import { expectVersion, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { OpenSheet } from '../arithmetic/counting-rules.js';
import {
  JudgeAssignment,
  JudgeAssignmentGround,
  JudgeAssignmentState,
} from '../assignment/judge-assignment.entity.js';
import type { JudgingRoll } from '../assignment/judging-roll.entity.js';
import { JudgingRepository } from '../assignment/judging.repository.js';
import { JUDGE_ASSIGNMENT_STATES, JUDGING_WORDS } from '../assignment/judging.words.js';
import { findConflicts } from '../judge/conflicts.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { expectStanding } from '../round/expect-standing.js';

const { PROPOSED, SETTLED, SUBMITTED, SET_ASIDE } = JudgeAssignmentState;

interface OpenedRow {
  nomination_id: string;
  panel_kind: JudgeAssignment['panelKind'];
  is_set_aside: boolean;
  scores: string[] | null;
}

/** What the closing of a round needs of its judging. All of it with the round locked before, by the returning officer. */
@Injectable()
export class SheetClosing {
  constructor(
    private readonly judging: JudgingRepository,
    private readonly nominations: NominationRepository,
  ) {}

  /** NOT_FOUND for everybody but the returning officer. Nobody submits while the round is locked. */
  async lock(tx: TenantTransaction, round: EvaluationRound): Promise<JudgingRoll> {
    const roll = await this.judging.lock(tx, round.id);
    if (roll.settledAt === null) refuseState(round, JUDGING_WORDS.notSettled);
    return roll;
  }

  /** Looks conflicts up once more, before anything is counted: what was submitted is set aside, what was not is dropped. */
  async endConflicts(tx: TenantTransaction, { id: roundId, networkId }: EvaluationRound): Promise<void> {
    const all = await this.judging.listAssignments(tx, roundId);
    const live = all.filter(({ state }) => state === SETTLED || state === SUBMITTED);
    const nominations = await this.nominations.listSubmitted(tx, networkId, roundId);
    const people = live.map(({ judgePersonId }) => judgePersonId);
    const conflictOf = await findConflicts(tx, { roundId, networkId }, nominations, people);
    for (const ground of [JudgeAssignmentGround.CONFLICT_FOUND, JudgeAssignmentGround.CONFLICT_DECLARED]) {
      const met = live.filter((one) => conflictOf(one.nominationId, one.judgePersonId) === ground);
      await this.judging.end(tx, met, { ground, reason: null });
    }
  }

  /** Whose sheets are not submitted; for the returning officer alone. Ordered by nomination and panel. */
  async listMissing(tx: TenantTransaction, round: EvaluationRound): Promise<JudgeAssignment[]> {
    const all = await this.judging.listAssignments(tx, round.id);
    return all.filter(({ state }) => state === SETTLED || state === PROPOSED);
  }

  /** The sheets of a round whose state has moved on from SCORING; in an order that follows from what they say. */
  async open(tx: TenantTransaction, round: EvaluationRound): Promise<OpenSheet[]> {
    // As text: the driver reads numeric[] as numbers.
    const rows = await tx.query<OpenedRow>(
      'SELECT nomination_id, panel_kind, is_set_aside, scores::text[] AS scores FROM app.open_sheets($1)',
      [round.id],
    );
    return rows.map((row) => ({
      nominationId: row.nomination_id,
      panelKind: row.panel_kind,
      isSetAside: row.is_set_aside,
      scores: row.scores ?? [],
    }));
  }

  /** One sheet that counts no more, by the returning officer and with the round locked; the result is then worked out anew. */
  async setAside(
    tx: TenantTransaction,
    id: string,
    version: number,
    reason: string,
  ): Promise<JudgeAssignment> {
    const assignment = found(await tx.lock(JudgeAssignment, id));
    expectVersion(assignment, version);
    expectStanding(assignment, [SUBMITTED], JUDGE_ASSIGNMENT_STATES);
    const ground = JudgeAssignmentGround.BY_RETURNING_OFFICER;
    return tx.update(JudgeAssignment, assignment, { state: SET_ASIDE, ground, reason });
  }
}

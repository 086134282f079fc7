import { ApiError, expectVersion, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { JudgeAssignment, JudgeAssignmentState } from '../assignment/judge-assignment.entity.js';
import { JUDGE_ASSIGNMENT_STATES } from '../assignment/judging.words.js';
import { endOf } from '../assignment/judging.repository.js';
import { type Judged, OwnAssignment } from '../assignment/own-assignment.js';
import { plainDecimal } from '../arithmetic/exact.js';
import type { ConflictGround } from '../judge/conflicts.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { findScoreFault } from './score-fault.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { SCORE_SHEET_WORDS } from './score-sheet.words.js';
import { expectStanding } from '../round/expect-standing.js';

const { SETTLED, SUBMITTED } = JudgeAssignmentState;

/** What a judge wants the sheet to say. */
export interface SheetWish {
  /** One for each criterion, by its position; null while it is open. */
  readonly scores: readonly (string | null)[];
  readonly comment: string | null;
}

/** A judge’s own sheets. Saving and amending touch no row that anybody else reads. */
@Injectable()
export class ScoreSheetService {
  constructor(private readonly own: OwnAssignment) {}

  /** A draft until it is submitted; what is submitted stays so, and complete. A conflict that is found ends it instead. */
  async save(
    tx: TenantTransaction,
    nominationId: string,
    seen: number | null,
    wish: SheetWish,
  ): Promise<JudgeAssignment> {
    const judged = await this.own.take(tx, nominationId);
    const { assignment } = judged;
    const ground = await this.own.findConflict(tx, judged);
    if (ground) return withdraw(tx, assignment, ground);
    await this.expectScores(tx, judged, wish.scores);
    const sheet = await tx.find(ScoreSheet, assignment.id);
    const said = { scores: [...wish.scores], comment: wish.comment };
    if (sheet || seen !== null)
      expectVersion(sheet ?? { version: 0 }, seen ?? 0, SCORE_SHEET_WORDS.savedElsewhere);
    if (sheet?.isSubmitted) expectComplete(judged, said.scores);
    if (sheet) await tx.update(ScoreSheet, sheet, said);
    else {
      const { id, roundId, panelKind, judgePostId, judgePersonId } = assignment;
      const about = { id, roundId, nominationId, panelKind, judgePostId, judgePersonId };
      await tx.insert(ScoreSheet, { ...about, ...said, isSubmitted: false, version: 1 });
    }
    return assignment;
  }

  /** From now on it counts, as it is when scoring is closed. */
  async submit(tx: TenantTransaction, nominationId: string, version: number): Promise<JudgeAssignment> {
    const judged = await this.own.take(tx, nominationId);
    const { assignment } = judged;
    const ground = await this.own.findConflict(tx, judged);
    if (ground) return withdraw(tx, assignment, ground);
    expectStanding(assignment, [SETTLED], JUDGE_ASSIGNMENT_STATES);
    const sheet = await tx.find(ScoreSheet, assignment.id);
    if (!sheet) refuseState(assignment, SCORE_SHEET_WORDS.nothingSaved);
    expectVersion(sheet, version, SCORE_SHEET_WORDS.savedElsewhere);
    expectComplete(judged, sheet.scores);
    await tx.update(ScoreSheet, sheet, { isSubmitted: true });
    return tx.update(JudgeAssignment, assignment, { state: SUBMITTED });
  }

  /** @throws ApiError BAD_USER_INPUT for more or fewer than the criteria, and for what is no score of the scale */
  private async expectScores(
    tx: TenantTransaction,
    { round }: Judged,
    scores: SheetWish['scores'],
  ): Promise<void> {
    const { rules, criteria } = await getFrozenRules(tx, round.id);
    const [min, max] = [plainDecimal(rules.scaleMin), plainDecimal(rules.scaleMax)];
    const step = plainDecimal(rules.scaleStep);
    if (scores.length !== criteria.length) {
      const message = SCORE_SHEET_WORDS.scoresForCriteria({ count: criteria.length });
      throw ApiError.badInput([{ path: 'input.scores', message }]);
    }
    const faults = scores.flatMap((score, at) => {
      const fault = score === null ? null : findScoreFault(score, rules);
      if (!fault) return [];
      const { outsideScale, offStep } = SCORE_SHEET_WORDS;
      const message = fault === 'OUTSIDE' ? outsideScale({ min, max }) : offStep({ min, step });
      return [{ path: `input.scores.${at}`, message }];
    });
    if (faults.length > 0) throw ApiError.badInput(faults);
  }
}

/** Between the judge and the returning officer: nobody else is told that a sheet will not come. */
function withdraw(
  tx: TenantTransaction,
  assignment: JudgeAssignment,
  ground: ConflictGround,
): Promise<JudgeAssignment> {
  return tx.update(JudgeAssignment, assignment, { state: endOf(assignment.state), ground, reason: null });
}

function expectComplete({ assignment }: Judged, scores: readonly (string | null)[]): void {
  const open = scores.indexOf(null);
  if (open >= 0) refuseState(assignment, SCORE_SHEET_WORDS.incomplete({ position: open + 1 }));
}

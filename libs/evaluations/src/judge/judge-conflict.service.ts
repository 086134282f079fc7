import { ApiError, found, refuseState } from '#graphql';
import { Post } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import {
  JudgeAssignment,
  JudgeAssignmentGround,
  JudgeAssignmentState,
  LIVE_ASSIGNMENTS,
} from '../assignment/judge-assignment.entity.js';
import { JUDGING_WORDS } from '../assignment/judging.words.js';
import { endOf } from '../assignment/judging.repository.js';
import { expectJudgeTakesPart, OwnAssignment } from '../assignment/own-assignment.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { panelOf } from './candidates.js';
import { JudgeConflict } from './judge-conflict.entity.js';
import { judgingPartOf } from './judging-part.js';
import { SetAsideEvents } from './set-aside-events.js';

const { SCORING, DELIBERATING, PUBLIC_NOTICE } = EvaluationRoundState;
const { SUBMITTED } = JudgeAssignmentState;

/** Conflicts that only the person knows. Whoever could judge declares them, so that it tells nobody who does. */
@Injectable()
export class JudgeConflictService {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly own: OwnAssignment,
    private readonly events: SetAsideEvents,
  ) {}

  /** What is not submitted is dropped, what is submitted set aside; the result follows if there is one. */
  async declare(tx: TenantTransaction, nominationId: string, reason: string): Promise<JudgeConflict> {
    const nomination = found(await tx.find(Nomination, nominationId));
    await expectJudgeTakesPart(tx, nomination.networkId);
    // Not held beside others: there may be a result by then, which has to change.
    const round = await this.rounds.takeSeen(tx, nomination.roundId);
    await expectCouldJudge(tx, round);
    const conflict = await this.record(tx, round, nomination, reason);
    const known = await this.own.findOfPerson(tx, nominationId);
    if (!known || !LIVE_ASSIGNMENTS.includes(known.state)) return conflict;
    const assignment = found(await tx.lock(JudgeAssignment, known.id));
    const ground = JudgeAssignmentGround.CONFLICT_DECLARED;
    await tx.update(JudgeAssignment, assignment, { state: endOf(assignment.state), ground, reason });
    if (round.state !== SCORING && assignment.state === SUBMITTED) await this.events.tell(tx, round);
    return conflict;
  }

  private async record(
    tx: TenantTransaction,
    round: EvaluationRound,
    { id: nominationId, roundId }: Nomination,
    reason: string,
  ): Promise<JudgeConflict> {
    const { id: postId, personId, personName } = found(await tx.find(Post, found(tx.actor.postId)));
    const own = { regionId: tx.regionId, nominationId, personId };
    if (await tx.manager.existsBy(JudgeConflict, own)) refuseState(round, JUDGING_WORDS.declaredAlready);
    const person = { postId, personId, personName };
    const said = { ...person, nominationId, reason, declaredAt: tx.now };
    return tx.insert(JudgeConflict, { ...judgingPartOf(roundId, round), ...said, id: tx.newId() });
  }
}

/** Whoever no panel of the round could have hears what somebody hears who does not see the nomination. */
async function expectCouldJudge(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
  if (![SCORING, DELIBERATING, PUBLIC_NOTICE].includes(round.state))
    refuseState(round, JUDGING_WORDS.notYetJudged);
  const kind = panelOf(round, tx.actor);
  const { panels } = await getFrozenRules(tx, round.id);
  const couldJudge =
    !round.returnedByIds.includes(found(tx.actor.personId)) && panels.some((one) => one.kind === kind);
  if (!couldJudge) throw ApiError.notFound();
}

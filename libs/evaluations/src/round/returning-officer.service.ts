import { ApiError, found, refuseState } from '#graphql';
import { holdMembers, isHeld, Post } from '#network';
import type { Role, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { type EvaluationRound, ONGOING_ROUNDS } from './evaluation-round.entity.js';
import { EvaluationRoundRepository } from './evaluation-round.repository.js';
import { EVALUATION_ROUND_WORDS } from './evaluation-round.words.js';
import { expectRound } from './expect-standing.js';
import { RoundSteps } from './round-steps.js';

const SPEAKING: readonly Role[] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'];

const NOBODY = {
  returningPostId: null,
  returningPersonId: null,
  returningPersonName: null,
  returningUnitId: null,
};

/** Who sees assignments and missing sheets: somebody who judges nothing in the round, of the network or the street office. */
@Injectable()
export class ReturningOfficerService {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly steps: RoundSteps,
  ) {}

  /** By the secretary, in place of whoever was it. */
  async appoint(
    tx: TenantTransaction,
    id: string,
    version: number,
    postId: string,
  ): Promise<EvaluationRound> {
    const { networkId } = await this.rounds.get(tx, id);
    const post = found(await tx.find(Post, postId));
    const members = await holdMembers(tx, networkId, [post.unitId]);
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, ONGOING_ROUNDS);
    if (!isHeld(post, tx.now) || !SPEAKING.includes(post.role) || !members.has(post.unitId))
      throw ApiError.badInput([{ path: 'postId', message: EVALUATION_ROUND_WORDS.cannotReturn }]);
    return this.name(tx, round, post, false);
  }

  /** By the secretary: any steward with the network in scope may accept, and nobody is it until one has. */
  async askStreetOffice(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, ONGOING_ROUNDS);
    return this.write(tx, round, { ...NOBODY, isStreetOffice: true });
  }

  /** By a steward; the first who accepts is it. */
  async accept(tx: TenantTransaction, id: string): Promise<EvaluationRound> {
    const { postId } = tx.actor;
    const post = found(postId === null ? null : await tx.find(Post, postId));
    const round = await this.rounds.takeSeen(tx, id);
    expectRound(round, ONGOING_ROUNDS);
    if (!round.isStreetOffice || round.returningPostId !== null)
      refuseState(round, EVALUATION_ROUND_WORDS.notAsked);
    return this.name(tx, round, post, true);
  }

  /** Nobody is it any more: its unit has left the network. */
  async release(tx: TenantTransaction, round: EvaluationRound): Promise<EvaluationRound> {
    return this.write(tx, round, NOBODY);
  }

  private async name(
    tx: TenantTransaction,
    round: EvaluationRound,
    { id: returningPostId, personId, personName, unitId }: Post,
    isStreetOffice: boolean,
  ): Promise<EvaluationRound> {
    await this.steps.tell('beforeAppointing', tx, round, { postId: returningPostId, personId });
    return this.write(tx, round, {
      isStreetOffice,
      returningPostId,
      returningPersonId: personId,
      returningPersonName: personName,
      returningUnitId: unitId,
    });
  }

  private async write(
    tx: TenantTransaction,
    round: EvaluationRound,
    officer: Partial<EvaluationRound>,
  ): Promise<EvaluationRound> {
    const changed = await this.rounds.change(tx, round, officer);
    await this.steps.tell('appointed', tx, changed, round);
    return changed;
  }
}

import { refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { assignEvenly } from '../arithmetic/even-assignment.js';
import { findConflicts } from '../judge/conflicts.js';
import { fillPool } from '../judge/judge-pool.js';
import { NominationRepository } from '../nomination/nomination.repository.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { JudgeAssignment, JudgeAssignmentState } from './judge-assignment.entity.js';
import { type Judging, JudgingRepository, type Seat } from './judging.repository.js';
import { JUDGING_WORDS } from './judging.words.js';
import { JudgingRoll } from './judging-roll.entity.js';

/** From the pool of judges to what each of them is shown. Until it is settled the returning officer alone knows it. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly judging: JudgingRepository,
    private readonly nominations: NominationRepository,
  ) {}

  /** Anew each time: the same judges, nominations and conflicts give the same proposal. */
  async propose(tx: TenantTransaction, id: string, version: number): Promise<JudgingRoll> {
    const judging = await this.takeUnsettled(tx, id, version);
    const seats = await this.chooseSeats(tx, judging);
    const standing = await this.judging.listAssignments(tx, id);
    for (const one of standing) {
      if (!seats.some((seat) => isSame(seat, one))) await tx.remove(JudgeAssignment, one);
    }
    const added = seats.filter((seat) => !standing.some((one) => isSame(seat, one)));
    await this.judging.seat(tx, judging.roll, added);
    return tx.update(JudgingRoll, judging.roll, {});
  }

  /** Judges are shown what is theirs. */
  async settle(tx: TenantTransaction, id: string, version: number): Promise<JudgingRoll> {
    const { round, roll } = await this.takeUnsettled(tx, id, version);
    const proposed = await this.judging.listAssignments(tx, id);
    if (proposed.length === 0) refuseState(round, JUDGING_WORDS.nothingProposed);
    const judges = await fillPool(tx, { round, roll });
    const conflictOf = await findConflicts(
      tx,
      { roundId: round.id, networkId: round.networkId },
      await this.nominations.listSubmitted(tx, round.networkId, round.id),
      proposed.map((one) => one.judgePersonId),
    );
    const mayStand = proposed.every(
      ({ nominationId, judgePersonId, judgePostId }) =>
        judges.some(({ postId }) => postId === judgePostId) && !conflictOf(nominationId, judgePersonId),
    );
    if (!mayStand) refuseState(round, JUDGING_WORDS.inConflictNow);
    await tx.updateAll(JudgeAssignment, proposed, () => ({ state: JudgeAssignmentState.SETTLED }));
    return tx.update(JudgingRoll, roll, { settledAt: tx.now });
  }

  private async takeUnsettled(tx: TenantTransaction, id: string, version: number): Promise<Judging> {
    const judging = await this.judging.takeVersion(tx, id, version);
    if (judging.roll.settledAt) refuseState(judging.round, JUDGING_WORDS.settledAlready);
    return judging;
  }

  /** Panel by panel, as many judges for each nomination as the rules want, evenly; none where too few may judge it. */
  private async chooseSeats(tx: TenantTransaction, judging: Judging): Promise<Seat[]> {
    const { round } = judging;
    const { rules, panels } = await getFrozenRules(tx, round.id);
    const nominations = await this.nominations.listSubmitted(tx, round.networkId, round.id);
    const pool = await fillPool(tx, judging);
    const conflictOf = await findConflicts(
      tx,
      { roundId: round.id, networkId: round.networkId },
      nominations,
      pool.map(({ personId }) => personId),
    );
    return panels.flatMap(({ kind }) => {
      // By the ids of the pool, which nobody else reads: ties are broken by them.
      const judges = new Map(pool.flatMap((one) => (one.panelKind === kind ? [[one.id, one]] : [])));
      const eligible = nominations.flatMap(({ id: nominationId }) =>
        [...judges.values()]
          .filter(({ personId }) => !conflictOf(nominationId, personId))
          .map(({ id: judgeId }) => ({ nominationId, judgeId })),
      );
      const wanted = { wanted: rules.sheetsPerPanel, minimum: rules.minimumSheets };
      return assignEvenly(eligible, wanted).flatMap(({ nominationId, judgeId }) => {
        const judge = judges.get(judgeId);
        return judge ? [{ nominationId, judge }] : [];
      });
    });
  }
}

function isSame({ nominationId, judge }: Seat, one: JudgeAssignment): boolean {
  return one.nominationId === nominationId && one.judgePostId === judge.postId;
}

import { ApiError, expectVersion, found, refuseState } from '#graphql';
import { asCommittee, expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Nomination } from '../nomination/nomination.entity.js';
import { lastDayOf } from '../result/last-day.js';
import { ResultDrafts } from '../result/result-drafts.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound, expectStanding } from '../round/expect-standing.js';
import { EvaluationObjection, EvaluationObjectionState } from './evaluation-objection.entity.js';
import {
  EVALUATION_OBJECTION_STATES,
  EVALUATION_OBJECTION_WORDS as W,
} from './evaluation-objection.words.js';
import { type Contested, isConcerned, listConcerned, listFreeSecretaries } from './ruling-conflicts.js';

const { PUBLIC_NOTICE } = EvaluationRoundState;
const { FILED, UPHELD, DISMISSED, WITHDRAWN } = EvaluationObjectionState;

interface Ruling {
  readonly upheld: boolean;
  readonly ruling: string;
}

/** What units have against a result on notice, and who says whether they are right: nobody with a conflict. */
@Injectable()
export class EvaluationObjectionService {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly results: ResultDrafts,
  ) {}

  /** With the round held: no result becomes final beside it. */
  async file(
    tx: TenantTransaction,
    { roundId, nominationId, text }: Omit<Contested, 'unitId'> & { roundId: string; text: string },
  ): Promise<EvaluationObjection> {
    const { networkId } = await this.rounds.get(tx, roundId);
    await expectTakesPart(tx, [networkId]);
    await expectNominated(tx, roundId, nominationId);
    const round = await this.rounds.hold(tx, roundId);
    expectRound(round, [PUBLIC_NOTICE]);
    const { id: resultId, noticeUntil } = found((await this.results.findLive(tx, round)).published);
    if (noticeUntil && tx.now >= noticeUntil) {
      refuseState(round, W.noticeOver({ until: await lastDayOf(tx, noticeUntil) }));
    }
    const { unitId, role } = tx.actor;
    await expectFiledOnce(tx, round, { resultId, nominationId });
    const concerned = await listConcerned(tx, round, { nominationId, unitId });
    const free = await listFreeSecretaries(tx, round, concerned);
    return asCommittee(tx, networkId, () =>
      tx.insert(EvaluationObjection, {
        id: tx.newId(),
        roundId,
        networkId,
        resultId,
        nominationId,
        unitId,
        statement: text,
        returnedByIds: round.returnedByIds,
        state: FILED,
        isForStreetOffice: free.length === 0,
        onBehalf: role === 'ON_BEHALF',
        filedAt: tx.now,
        ruling: null,
        ruledAt: null,
        ruledByUnitId: null,
        version: 1,
      }),
    );
  }

  /** Who may is looked up again: posts change hands between the filing and the ruling. */
  async rule(
    tx: TenantTransaction,
    id: string,
    version: number,
    { upheld, ruling }: Ruling,
  ): Promise<EvaluationObjection> {
    const { objection, round } = await this.take(tx, id, version);
    if (round.returnedByIds.some((personId) => personId === tx.actor.personId))
      refuseState(objection, W.returnsRound);
    const concerned = await listConcerned(tx, round, objection);
    const free = await listFreeSecretaries(tx, round, concerned);
    const names = free.map(({ personName }) => personName).join('、');
    if (tx.actor.role === 'STEWARD') {
      if (free.length > 0) refuseState(objection, W.committeeRules({ names }));
      if (await isConcerned(tx, concerned)) refuseState(objection, W.stewardConflict);
    } else {
      if (free.length === 0) refuseState(objection, W.streetOfficeRules);
      if (free.every(({ personId }) => personId !== tx.actor.personId)) {
        refuseState(objection, W.othersRule({ names }));
      }
    }
    return asCommittee(tx, round.networkId, () =>
      tx.update(EvaluationObjection, objection, {
        state: upheld ? UPHELD : DISMISSED,
        ruling,
        ruledAt: tx.now,
        ruledByUnitId: tx.actor.unitId,
      }),
    );
  }

  /** To the street office, which did not read it: since it was filed every secretary has come to have a conflict. */
  async passOn(tx: TenantTransaction, id: string, version: number): Promise<EvaluationObjection> {
    const { objection, round } = await this.take(tx, id, version);
    if (objection.isForStreetOffice) refuseState(objection, W.passedAlready);
    const free = await listFreeSecretaries(tx, round, await listConcerned(tx, round, objection));
    const names = free.map(({ personName }) => personName).join('、');
    if (free.length > 0) refuseState(objection, W.committeeRules({ names }));
    return tx.update(EvaluationObjection, objection, { isForStreetOffice: true });
  }

  /** Its unit takes it back, as long as nobody has ruled on it. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<EvaluationObjection> {
    const { networkId, roundId, unitId } = found(await tx.find(EvaluationObjection, id));
    if (unitId !== tx.actor.unitId) throw ApiError.forbidden();
    await expectTakesPart(tx, [networkId]);
    await this.rounds.hold(tx, roundId);
    return asCommittee(tx, networkId, async () => {
      const objection = found(await tx.lock(EvaluationObjection, id));
      expectVersion(objection, version);
      expectStanding(objection, [FILED], EVALUATION_OBJECTION_STATES);
      return tx.update(EvaluationObjection, objection, { state: WITHDRAWN });
    });
  }

  /** For the committee, or the steward who reads it, with its round held; FORBIDDEN for the unit that objects. */
  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ objection: EvaluationObjection; round: EvaluationRound }> {
    const { networkId, roundId } = found(await tx.find(EvaluationObjection, id));
    const isSteward = tx.actor.role === 'STEWARD';
    if (!isSteward && !tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    if (!isSteward) await expectTakesPart(tx, [networkId]);
    const round = await this.rounds.hold(tx, roundId);
    const objection = found(await asCommittee(tx, networkId, () => tx.lock(EvaluationObjection, id)));
    expectVersion(objection, version);
    // While one is filed its round is on notice, or deliberated again.
    expectStanding(objection, [FILED], EVALUATION_OBJECTION_STATES);
    return { objection, round };
  }
}

/** One that was scored in the round, though it be excluded since. */
async function expectNominated(
  tx: TenantTransaction,
  roundId: string,
  nominationId: string | null,
): Promise<void> {
  if (nominationId === null) return;
  const nomination = found(await tx.find(Nomination, nominationId));
  if (nomination.roundId !== roundId || !nomination.isOpen)
    throw ApiError.badInput([{ path: 'nominationId', message: W.notOfRound }]);
}

/** Of two that one unit files at the same instant the second waits, and finds the first. */
async function expectFiledOnce(
  tx: TenantTransaction,
  round: EvaluationRound,
  { resultId, nominationId }: { resultId: string; nominationId: string | null },
): Promise<void> {
  const { regionId } = tx;
  const { unitId } = tx.actor;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`objections ${unitId}`]);
  const same = { regionId, resultId, unitId, state: FILED, nominationId: nominationId ?? IsNull() };
  if (await tx.manager.existsBy(EvaluationObjection, same)) refuseState(round, W.filedAlready);
}

import type { Belonging, EndingThing } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { Nomination, NominationState } from './nomination.entity.js';

const { DRAFT, RETURNED, SUBMITTED, WITHDRAWN } = NominationState;
const { NOMINATING } = EvaluationRoundState;

/** What a unit that leaves has nominated, and what nominates it, is withdrawn, as long as it is not scored; what is scored goes on. */
@Injectable()
export class NominationEnding {
  constructor(private readonly rounds: EvaluationRoundRepository) {}

  /** As far as one reads it. */
  async listEnding(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<EndingThing[]> {
    const rounds = await listNominating(tx, networkId);
    const live = await Promise.all(rounds.map((round) => listAll(tx, unitId, round)));
    return live
      .flat()
      .map(({ id }) => ({ part: 'Nomination', thingType: 'Nomination', thingId: id, startsAt: null }));
  }

  /** In the committee’s transaction; the unit knows the rounds no more. */
  async endMembership(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<void> {
    for (const { id } of await listNominating(tx, networkId)) {
      const round = await this.rounds.hold(tx, id);
      if (round.state !== NOMINATING) continue;
      const own = await tx.asUnit(unitId, () => listLive(tx, { unitId }, round));
      const ofOthers = (await listLive(tx, { subjectUnitId: unitId }, round)).filter(
        (one) => one.unitId !== unitId,
      );
      for (const nomination of [...own, ...ofOthers]) await withdraw(tx, nomination);
    }
  }
}

async function withdraw(tx: TenantTransaction, { id, unitId }: Nomination): Promise<void> {
  await tx.asUnit(unitId, async () => {
    const nomination = await tx.lock(Nomination, id);
    if (nomination) await tx.update(Nomination, nomination, { state: WITHDRAWN });
  });
}

function listNominating(tx: TenantTransaction, networkId: string): Promise<EvaluationRound[]> {
  const where = { regionId: tx.regionId, networkId, state: NOMINATING };
  return tx.manager.find(EvaluationRound, { where, order: { id: 'ASC' } });
}

/** By the unit, or about it; once each. */
async function listAll(tx: TenantTransaction, unitId: string, round: EvaluationRound): Promise<Nomination[]> {
  const own = await listLive(tx, { unitId }, round);
  const about = await listLive(tx, { subjectUnitId: unitId }, round);
  return [...own, ...about.filter((one) => one.unitId !== unitId)];
}

function listLive(
  tx: TenantTransaction,
  of: { readonly unitId: string } | { readonly subjectUnitId: string },
  { id }: EvaluationRound,
): Promise<Nomination[]> {
  const state = In([DRAFT, RETURNED, SUBMITTED]);
  return tx.manager.find(Nomination, {
    where: { ...of, regionId: tx.regionId, roundId: id, state },
    order: { id: 'ASC' },
  });
}

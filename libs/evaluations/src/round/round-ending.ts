import { found } from '#graphql';
import type { Belonging, EndingThing } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { EvaluationRound, ONGOING_ROUNDS } from './evaluation-round.entity.js';
import { ReturningOfficerService } from './returning-officer.service.js';

/** A returning officer whose unit leaves the network is it no more: the secretary appoints another. */
@Injectable()
export class RoundEnding {
  constructor(private readonly officers: ReturningOfficerService) {}

  async listEnding(tx: TenantTransaction, of: Belonging): Promise<EndingThing[]> {
    const rounds = await this.findConcerned(tx, of);
    return rounds.map(({ id }) => ({
      part: 'ReturningOffice',
      thingType: 'EvaluationRound',
      thingId: id,
      startsAt: null,
    }));
  }

  /** In the committee’s transaction, in which the membership is locked: nobody of the unit is appointed meanwhile. */
  async endMembership(tx: TenantTransaction, of: Belonging): Promise<void> {
    for (const { id } of await this.findConcerned(tx, of)) {
      const round = found(await tx.lock(EvaluationRound, id));
      if (round.returningUnitId === of.unitId && ONGOING_ROUNDS.includes(round.state))
        await this.officers.release(tx, round);
    }
  }

  private findConcerned(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<EvaluationRound[]> {
    const where = { regionId: tx.regionId, networkId, returningUnitId: unitId, state: In(ONGOING_ROUNDS) };
    return tx.manager.find(EvaluationRound, { where, order: { id: 'ASC' } });
  }
}

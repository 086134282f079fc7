import { localDayOf } from '#calendar';
import { found } from '#graphql';
import { Network, timeZoneOf, Unit } from '#network';
import { ContributionAccount } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { compareGrants, grantsOf, type Grant } from './grants-due.js';
import { type FinalStanding, listAwarded } from './list-awarded.js';
import { Recognition, RecognitionKind } from './recognition.entity.js';

/** A final result, as far as it gives awards. */
export interface FinalResult {
  readonly id: string;
  readonly standings: readonly FinalStanding[];
}

/** Keeps awards and points of a round as its last final result has them, whatever came before. */
@Injectable()
export class AwardGrants {
  constructor(private readonly account: ContributionAccount) {}

  /** Gives what is missing and takes back what no longer holds; the caller convenes, and has locked the round. */
  async settle(tx: TenantTransaction, round: EvaluationRound, final: FinalResult): Promise<void> {
    const where = { regionId: tx.regionId, roundId: round.id, takenBackAt: IsNull() };
    const standing = await tx.manager.findBy(Recognition, where);
    const due = (await listAwarded(tx, round, final.standings)).flatMap(grantsOf);
    const { wrong, missing } = compareGrants(standing, due);
    // First taken back: a unit holds one award for a nomination at a time.
    await tx.updateAll(Recognition, wrong, () => ({ takenBackAt: tx.now, takenBackByResultId: final.id }));
    const given = await grant(tx, round, final.id, missing);
    const credits = given.map(({ id, unitId, networkId, points }) => ({
      recognitionId: id,
      unitId,
      networkId,
      points,
    }));
    await this.account.settlePoints(
      tx,
      credits,
      wrong.map(({ id }) => id),
    );
  }
}

async function grant(
  tx: TenantTransaction,
  { id: roundId, name: occasion, networkId }: EvaluationRound,
  resultId: string,
  grants: readonly Grant[],
): Promise<Recognition[]> {
  if (grants.length === 0) return [];
  const { convenerUnitId } = found(await tx.find(Network, networkId));
  const { name: fromWhom } = found(await tx.find(Unit, convenerUnitId));
  const day = localDayOf(tx.now, await timeZoneOf(tx)).toString();
  const origin = {
    networkId,
    kind: RecognitionKind.AWARD,
    occasion,
    fromWhom,
    day,
    dishId: null,
    roundId,
    resultId,
  };
  const untouched = { takenBackAt: null, takenBackReason: null, takenBackByResultId: null, version: 1 };
  return tx.insertAll(
    Recognition,
    grants.map((one) => ({ ...one, ...origin, ...untouched, id: tx.newId(), grantedAt: tx.now })),
  );
}

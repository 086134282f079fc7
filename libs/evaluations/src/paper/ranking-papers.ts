import { found } from '#graphql';
import { Network, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Nomination } from '../nomination/nomination.entity.js';
import { EvaluationResult, EvaluationResultState } from '../result/evaluation-result.entity.js';
import { EvaluationStanding } from '../result/evaluation-standing.entity.js';
import { EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import { rankingPaper, type RankedLine, type RankingPaper } from './ranking-paper.js';

const { ON_NOTICE, FINAL, LAPSED } = EvaluationResultState;

/** The result of a round that was published last, to be hung up: for whoever reads it, and never a draft. */
@Injectable()
export class RankingPapers {
  /** Null for a round that is not there, that one does not see, or of which nothing was published. */
  async find(tx: TenantTransaction, roundId: string): Promise<RankingPaper | null> {
    const round = await tx.find(EvaluationRound, roundId);
    if (!round) return null;
    const where = {
      regionId: tx.regionId,
      roundId,
      state: In([ON_NOTICE, FINAL, LAPSED]),
      number: Not(IsNull()),
    };
    const result = await tx.manager.findOneBy(EvaluationResult, where);
    if (!result?.number || !result.publishedAt || !result.noticeUntil) return null;
    const { number, publishedAt, noticeUntil, finalAt } = result;
    const { name: network } = found(await tx.find(Network, round.networkId));
    const lines = await listLines(tx, result);
    const isInRevision = round.state === EvaluationRoundState.DELIBERATING;
    const shown = {
      round: round.name,
      network,
      number,
      publishedAt,
      noticeUntil,
      finalAt,
      isInRevision,
      isLapsed: result.state === LAPSED,
      lines,
    };
    return rankingPaper(shown, await timeZoneOf(tx));
  }
}

async function listLines(tx: TenantTransaction, { id, roundId }: EvaluationResult): Promise<RankedLine[]> {
  const { regionId } = tx;
  const where = { regionId, resultId: id };
  const standings = await tx.manager.find(EvaluationStanding, { where, order: { place: 'ASC' } });
  const awards = new Map((await listFrozenAwards(tx, roundId)).map((one) => [one.id, one]));
  const lines = standings.map(async ({ nominationId, rank, awardId, points }) => {
    const { title, unitId } = found(await tx.find(Nomination, nominationId));
    const unit = (await tx.find(Unit, unitId))?.name ?? '';
    const award = awardId === null ? null : (awards.get(awardId)?.name ?? null);
    return { rank, title, unit, award, points };
  });
  return Promise.all(lines);
}

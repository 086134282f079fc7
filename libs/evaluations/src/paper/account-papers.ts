import { found } from '#graphql';
import { Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Nomination } from '../nomination/nomination.entity.js';
import { EvaluationAccount } from '../result/evaluation-account.entity.js';
import { EvaluationResult } from '../result/evaluation-result.entity.js';
import { EvaluationStanding } from '../result/evaluation-standing.entity.js';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { accountPaper, type AccountPaper } from './account-paper.js';

/** The worked account of one standing on paper, for whoever reads it in the API: the row policies alone say who does. */
@Injectable()
export class AccountPapers {
  /** Null for what is not there, and for what one does not read: a ranking is read by many who read no account. */
  async find(tx: TenantTransaction, standingId: string): Promise<AccountPaper | null> {
    const standing = await tx.find(EvaluationStanding, standingId);
    const account = await tx.find(EvaluationAccount, standingId);
    if (!standing || !account) return null;
    const round = found(await tx.find(EvaluationRound, standing.roundId));
    const { number, state } = found(await tx.find(EvaluationResult, standing.resultId));
    const { criteria } = await getFrozenRules(tx, round.id);
    const { minimumSheets, panels, score } = account;
    return accountPaper({
      minimumSheets,
      panels,
      score,
      number,
      state,
      round: round.name,
      network: found(await tx.find(Network, round.networkId)).name,
      title: found(await tx.find(Nomination, standing.nominationId)).title,
      rank: standing.rank,
      criteria: new Map(criteria.map(({ position, name }) => [position, name])),
    });
  }
}

import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';

type Follow = (tx: TenantTransaction, round: EvaluationRound) => Promise<void>;

/** Lets results follow a sheet that is set aside after they were worked out; judging imports nothing of them. */
@Injectable()
export class SetAsideEvents {
  private readonly followers: Follow[] = [];

  /** Runs in the transaction of the act, with the round locked; what follows names nobody. */
  onSetAside(follow: Follow): void {
    this.followers.push(follow);
  }

  async tell(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
    for (const follow of this.followers) await follow(tx, round);
  }
}

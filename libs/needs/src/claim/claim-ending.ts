import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Need } from '../need/need.entity.js';
import { Claim, ClaimState } from './claim.entity.js';

const { ASKED, ACCEPTED, WITHDRAWN } = ClaimState;

/** What becomes of claims when their need goes on without them; by rule, with the rights of the committee. */
@Injectable()
export class ClaimEnding {
  /** Nobody is awaited any more: work has begun, or no place is left. */
  async dropAsked(tx: TenantTransaction, need: Need): Promise<void> {
    await this.end(tx, need, [ASKED], () => WITHDRAWN);
  }

  /** The work is over, or the need is. What was only asked for falls away. */
  async endAll(
    tx: TenantTransaction,
    need: Need,
    accepted: ClaimState.DONE | ClaimState.WITHDRAWN,
  ): Promise<void> {
    await this.end(tx, need, [ASKED, ACCEPTED], ({ state }) => (state === ASKED ? WITHDRAWN : accepted));
  }

  /** Those that hold its places, by place. */
  async listAccepted(tx: TenantTransaction, needId: string): Promise<Claim[]> {
    return tx.manager.find(Claim, {
      where: { regionId: tx.regionId, needId, state: ACCEPTED },
      order: { place: 'ASC' },
    });
  }

  private async end(
    tx: TenantTransaction,
    need: Need,
    states: ClaimState[],
    outcomeOf: (claim: Claim) => ClaimState,
  ): Promise<void> {
    await asCommittee(tx, need.networkId, async () => {
      const claims = await tx.manager.find(Claim, {
        where: { regionId: tx.regionId, needId: need.id, state: In(states) },
        order: { id: 'ASC' },
        lock: { mode: 'for_no_key_update' },
      });
      await tx.updateAll(Claim, claims, (claim) => ({
        state: outcomeOf(claim),
        place: null,
        settledAt: tx.now,
        updatedAt: tx.now,
      }));
    });
  }
}

import { ApiError, expectState, found, Refused, WrongState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Need, NeedState, NeedUrgency } from '../need/need.entity.js';
import { ASKING_STATES } from '../need/need.policy.js';
import { NeedRepository } from '../need/need.repository.js';
import { NEED_STATES } from '../need/need.words.js';
import { CALL_WORDS } from './call.words.js';
import { NeedCall } from './need-call.js';

/** Nobody came, or who came has gone: the committee calls anew whoever is not awaited yet. */
@Injectable()
export class CallAgain {
  constructor(
    private readonly needs: NeedRepository,
    private readonly call: NeedCall,
  ) {}

  /** The first call stays the one that `calledAt` tells; each claim says when its unit was called. */
  async callAgain(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const { networkId } = found(await tx.find(Need, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    await this.call.holdPartners(tx, networkId);
    const need = await this.needs.takeVersion(tx, id, version);
    expectState(need, ASKING_STATES, NEED_STATES);
    if (need.urgency !== NeedUrgency.URGENT) {
      throw new Refused(new WrongState(need.state, CALL_WORDS.notUrgent));
    }
    await this.call.callAll(tx, need);
    const { calledAt, openedAt } = need;
    return this.needs.change(tx, need, {
      state: NeedState.OPEN,
      calledAt: calledAt ?? tx.now,
      openedAt: openedAt ?? tx.now,
    });
  }
}

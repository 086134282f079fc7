import { expectState, expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { expectPartUnlessGuest } from '../invitation/expect-part-unless-guest.js';
import { ActionStep } from './action-note.entity.js';
import { Action, ActionState } from './action.entity.js';
import { ActionRepository } from './action.repository.js';
import { ACTION_STATES } from './action.words.js';

const { OPEN, DONE } = ActionState;

/** What the unit that does it says of an action, or the committee: liaisons answer by telephone. */
@Injectable()
export class ActionProgressService {
  constructor(private readonly actions: ActionRepository) {}

  async note(tx: TenantTransaction, id: string, text: string): Promise<Action> {
    const action = await this.take(tx, id);
    expectState(action, [OPEN], ACTION_STATES);
    return this.actions.step(tx, action, { step: ActionStep.PROGRESS, text }, {});
  }

  async finish(tx: TenantTransaction, id: string, version: number, text: string | null): Promise<Action> {
    const action = await this.take(tx, id);
    expectVersion(action, version);
    expectState(action, [OPEN], ACTION_STATES);
    const changes = { state: DONE, settledAt: tx.now };
    return this.actions.step(tx, action, { step: ActionStep.DONE, text }, changes);
  }

  /** A guest takes no part in the network, and does what it was given to do. */
  private async take(tx: TenantTransaction, id: string): Promise<Action> {
    const { networkId } = found(await tx.find(Action, id));
    await expectPartUnlessGuest(tx, networkId);
    return this.actions.takeAsParty(tx, id);
  }
}

import { FileService } from '#files';
import { ApiError, expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { readersOf } from '../meeting/meeting-readers.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { actionFileAudience } from './action-audience.js';
import { ActionNote, type ActionStep } from './action-note.entity.js';
import { Action } from './action.entity.js';

export type ActionChange = Partial<Omit<Action, 'regionId' | 'id' | 'version' | 'updatedAt'>>;

/** What a step says, besides where the action stands from then on. */
export interface SaidOfAction {
  readonly step: ActionStep;
  readonly text: string | null;
}

/** The way to actions that are about to change: with their meeting locked, and by the rights of the committee, whoever acts. */
@Injectable()
export class ActionRepository {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly files: FileService,
  ) {}

  /** NOT_FOUND for what the actor does not see, FORBIDDEN unless the actor is its committee. */
  async takeAsCommittee(tx: TenantTransaction, id: string, version: number): Promise<Action> {
    const known = found(await tx.find(Action, id));
    if (!tx.actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    const action = await this.lock(tx, known);
    expectVersion(action, version);
    return action;
  }

  /** The same, or it is the unit that does it. */
  async takeAsParty(tx: TenantTransaction, id: string): Promise<Action> {
    const action = await this.lock(tx, found(await tx.find(Action, id)));
    const isParty =
      action.unitId === tx.actor.unitId || tx.actor.convenedNetworkIds.includes(action.networkId);
    if (!isParty) throw ApiError.forbidden();
    return action;
  }

  /** Writes the next version of a locked action. */
  change(tx: TenantTransaction, action: Action, changes: ActionChange): Promise<Action> {
    return asCommittee(tx, action.networkId, () =>
      tx.update(Action, action, { ...changes, updatedAt: tx.now }),
    );
  }

  /** The same, and the words of the acting unit are kept. */
  async step(
    tx: TenantTransaction,
    before: Action,
    said: SaidOfAction,
    changes: ActionChange,
  ): Promise<Action> {
    const action = await this.change(tx, before, changes);
    await asCommittee(tx, action.networkId, async () => {
      const notes = await tx.manager.findBy(ActionNote, { regionId: tx.regionId, actionId: action.id });
      await this.add(tx, before, action, said, notes.length + 1);
      if (action.unitId === before.unitId) return;
      await tx.changeAll(ActionNote, notes, () => ({ responsibleUnitId: action.unitId }));
      await this.files.follow(tx, action.id, actionFileAudience(action));
    });
    return action;
  }

  private async add(
    tx: TenantTransaction,
    before: Action,
    action: Action,
    said: SaidOfAction,
    place: number,
  ): Promise<void> {
    await tx.insert(ActionNote, {
      ...readersOf(action),
      ...said,
      id: tx.newId(),
      actionId: action.id,
      meetingId: action.meetingId,
      networkId: action.networkId,
      responsibleUnitId: action.unitId,
      unitId: tx.actor.unitId,
      place,
      state: action.state,
      fromUnitId: action.unitId === before.unitId ? null : before.unitId,
      fromDueOn: action.dueOn === before.dueOn ? null : before.dueOn,
      notedAt: tx.now,
    });
  }

  private async lock(tx: TenantTransaction, known: Action): Promise<Action> {
    return asCommittee(tx, known.networkId, async () => {
      await this.meetings.takeInvited(tx, known);
      return found(await tx.lock(Action, known.id));
    });
  }
}

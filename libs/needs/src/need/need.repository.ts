import { FileService } from '#files';
import { ApiError, expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NeedContact } from './need-contact.entity.js';
import { Need, needAudience } from './need.entity.js';
import { isOwnDraft } from './need.policy.js';

/** The way to rows of needs that are about to change: others than its own unit move a need with the committee's rights. */
@Injectable()
export class NeedRepository {
  constructor(private readonly files: FileService) {}

  /** Locked as it is now; NOT_FOUND for what the actor does not see. */
  async take(tx: TenantTransaction, id: string): Promise<Need> {
    const seen = found(await tx.find(Need, id));
    if (tx.actor.role === 'ON_BEHALF' && isOwnDraft(seen)) throw ApiError.notFound();
    return found(await this.asKeeper(tx, seen, () => tx.lock(Need, id)));
  }

  /** The same for a step that was decided on one version. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.take(tx, id);
    expectVersion(need, version);
    return need;
  }

  /** Writes the next version of a locked need; whom its contact and files are shown to follows. */
  async change(
    tx: TenantTransaction,
    need: Need,
    changes: Partial<Omit<Need, 'regionId' | 'id' | 'version'>>,
  ): Promise<Need> {
    const write = (): Promise<Need> => tx.update(Need, need, { ...changes, updatedAt: tx.now });
    // What goes back to its unit can be read by nobody else, and so be written by nobody else.
    const changed = await (changes.proposedAt === null
      ? tx.asUnit(need.unitId, write)
      : this.asKeeper(tx, need, write));
    await this.show(tx, need, changed);
    return changed;
  }

  /** Whose claims stand accepted reads whom to ring. */
  async showContact(tx: TenantTransaction, need: Need, readerUnitIds: string[]): Promise<void> {
    await this.asKeeper(tx, need, async () => {
      const contact = found(await tx.find(NeedContact, need.id));
      await tx.change(NeedContact, contact, { readerUnitIds });
    });
  }

  /** With the rights of the need's own unit where that acts, and otherwise of the committee, which reads what it took. */
  private asKeeper<T>(
    tx: TenantTransaction,
    need: Pick<Need, 'unitId' | 'networkId'>,
    work: () => Promise<T>,
  ): Promise<T> {
    return need.unitId === tx.actor.unitId ? work() : asCommittee(tx, need.networkId, work);
  }

  private async show(tx: TenantTransaction, before: Need, after: Need): Promise<void> {
    const isProposed = after.proposedAt !== null;
    if (
      (before.proposedAt !== null) === isProposed &&
      (before.takenAt !== null) === (after.takenAt !== null)
    ) {
      return;
    }
    await tx.asUnit(after.unitId, async () => {
      const contact = found(await tx.find(NeedContact, after.id));
      if (contact.proposed === isProposed) return;
      const { draftedOnBehalf } = after;
      await tx.change(NeedContact, contact, { proposed: isProposed, draftedOnBehalf });
    });
    await this.files.follow(tx, after.id, needFileAudience(after));
  }
}

export function needFileAudience(need: Need): {
  unitIds: string[];
  networkIds: string[];
  committeeNetworkIds: string[];
} {
  const { committees = [], networks = [] } = needAudience(need);
  return { unitIds: [], networkIds: [...networks], committeeNetworkIds: [...committees] };
}

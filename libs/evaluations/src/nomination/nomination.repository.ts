import { FileService } from '#files';
import { ApiError, expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Beneficiaries } from './beneficiaries.js';
import { NominationFact } from './nomination-fact.entity.js';
import type { Fact } from './nomination-facts.js';
import { Nomination, NominationState } from './nomination.entity.js';

export type NominationChange = Partial<Omit<Nomination, 'regionId' | 'id' | 'version'>>;

/** The way to nominations that are about to change, with their round held. What hangs on one is read as it is. */
@Injectable()
export class NominationRepository {
  constructor(private readonly files: FileService) {}

  /** Locked, decided on that version; NOT_FOUND for what the actor does not see. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<Nomination> {
    const seen = found(await tx.find(Nomination, id));
    const nomination = found(await this.asKeeper(tx, seen, () => tx.lock(Nomination, id)));
    expectVersion(nomination, version);
    return nomination;
  }

  /** The same for its own unit. @throws ApiError FORBIDDEN for others */
  async takeOwn(tx: TenantTransaction, id: string, version: number): Promise<Nomination> {
    const nomination = await this.takeVersion(tx, id, version);
    if (nomination.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    return nomination;
  }

  /** Writes the next version of a locked nomination; who reads its evidence follows. */
  async change(tx: TenantTransaction, before: Nomination, changes: NominationChange): Promise<Nomination> {
    const write = (): Promise<Nomination> => tx.update(Nomination, before, changes);
    // What goes back to its unit can be read by nobody else, and so be written by nobody else.
    const goesBack = changes.submittedAt === null;
    const changed = await (goesBack ? tx.asUnit(before.unitId, write) : this.asKeeper(tx, before, write));
    if ('submittedAt' in changes) await this.files.follow(tx, changed.id, evidenceAudience(changed));
    return changed;
  }

  /** Out of the round, by its secretary; nothing else of it changes, and everybody goes on reading it. */
  exclude(tx: TenantTransaction, nomination: Nomination, reason: string): Promise<Nomination> {
    return this.change(tx, nomination, { state: NominationState.EXCLUDED, reason });
  }

  /** What takes part in a round. */
  listSubmitted(tx: TenantTransaction, networkId: string, roundId: string): Promise<Nomination[]> {
    const where = { regionId: tx.regionId, roundId, state: NominationState.SUBMITTED };
    return asCommittee(tx, networkId, () =>
      tx.manager.find(Nomination, { where, order: { draftedAt: 'ASC', id: 'ASC' } }),
    );
  }

  /** These facts and no others, until it is submitted anew. */
  async writeFacts(tx: TenantTransaction, nomination: Nomination, facts: readonly Fact[]): Promise<void> {
    const { id: nominationId, networkId, roundId, returningPostId, isOpen, isPublished, unitId } = nomination;
    const shown = { networkId, roundId, returningPostId, isOpen, isPublished, unitId };
    await asCommittee(tx, networkId, async () => {
      const stale = await tx.manager.findBy(NominationFact, { regionId: tx.regionId, nominationId });
      for (const fact of stale) await tx.remove(NominationFact, fact);
      await tx.insertAll(
        NominationFact,
        facts.map((fact, index) => ({
          ...shown,
          ...fact,
          id: tx.newId(),
          nominationId,
          position: index + 1,
        })),
      );
    });
  }

  /**
   * From now on the network reads what takes part; whose it is and what is known of it stay as they are. By the rights
   * of the committee, with all that is submitted.
   */
  async open(
    tx: TenantTransaction,
    roundId: string,
    nominations: readonly Nomination[],
    beneficiaries: ReadonlyMap<string, Beneficiaries>,
  ): Promise<void> {
    const units = JSON.stringify(Object.fromEntries(beneficiaries));
    await tx.query('SELECT app.open_nominations($1, $2)', [roundId, units]);
    for (const { id, submittedAt, networkId } of nominations) {
      const where = { regionId: tx.regionId, nominationId: id };
      const facts = await tx.manager.findBy(NominationFact, where);
      await tx.changeAll(NominationFact, facts, () => ({ isOpen: true }));
      await this.files.follow(tx, id, evidenceAudience({ networkId, submittedAt, isOpen: true }));
    }
  }

  /** With the rights of its own unit where that acts, and otherwise of the committee. */
  private asKeeper<T>(
    tx: TenantTransaction,
    { unitId, networkId, isOpen }: Pick<Nomination, 'unitId' | 'networkId' | 'isOpen'>,
    work: () => Promise<T>,
  ): Promise<T> {
    return unitId === tx.actor.unitId && !isOpen ? work() : asCommittee(tx, networkId, work);
  }
}

/** Evidence is read as the nomination is; stewards meet that wall beside the one of the file. */
export function evidenceAudience({
  networkId,
  submittedAt,
  isOpen,
}: Pick<Nomination, 'networkId' | 'submittedAt' | 'isOpen'>) {
  return {
    unitIds: [],
    networkIds: isOpen ? [networkId] : [],
    committeeNetworkIds: submittedAt ? [networkId] : [],
  };
}

import { ApiError, expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NominationFact } from '../nomination/nomination-fact.entity.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { RulesWriting } from '../rules/rules-writing.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { PublishedRoundPart, publishedReadersOf, readersOf, type RoundPart } from './round-readers.js';

/** What stands beneath a round and is read by its returning officer; a test finds a table that is missing here. */
export const ROUND_PARTS: readonly (abstract new () => RoundPart)[] = [Nomination, NominationFact];

export type RoundChange = Partial<
  Omit<EvaluationRound, 'regionId' | 'id' | 'version' | 'updatedAt' | 'returnedByIds'>
>;

/** The way to rounds that are about to change. Who reads what stands beneath one follows it. */
@Injectable()
export class EvaluationRoundRepository {
  constructor(private readonly rules: RulesWriting) {}

  /** NOT_FOUND for what the actor does not see. */
  async get(tx: TenantTransaction, id: string): Promise<EvaluationRound> {
    return found(await tx.find(EvaluationRound, id));
  }

  /** For a step of its committee, locked; NOT_FOUND for what the actor does not see, FORBIDDEN unless it is the committee. */
  async take(tx: TenantTransaction, id: string): Promise<EvaluationRound> {
    const { networkId } = await this.get(tx, id);
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    return found(await tx.lock(EvaluationRound, id));
  }

  /** The same for a step that was decided on one version. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<EvaluationRound> {
    const round = await this.take(tx, id);
    expectVersion(round, version);
    return round;
  }

  /** For an act of its returning officer: locked by the rights of the committee. */
  async takeSeen(tx: TenantTransaction, id: string): Promise<EvaluationRound> {
    const { networkId } = await this.get(tx, id);
    return found(await asCommittee(tx, networkId, () => tx.lock(EvaluationRound, id)));
  }

  /** Held as it is for what happens beneath it, beside others: until the transaction ends no step of the round is taken. */
  async hold(tx: TenantTransaction, id: string): Promise<EvaluationRound> {
    const { networkId } = await this.get(tx, id);
    const where = { regionId: tx.regionId, id };
    const lock = { mode: 'pessimistic_read' } as const;
    return found(
      await asCommittee(tx, networkId, () => tx.manager.findOne(EvaluationRound, { where, lock })),
    );
  }

  /** Writes the next version of a locked round by the rights of the committee; who reads what stands beneath it follows. */
  async change(
    tx: TenantTransaction,
    round: EvaluationRound,
    changes: RoundChange,
  ): Promise<EvaluationRound> {
    return asCommittee(tx, round.networkId, async () => {
      const returnedByIds = returnedBy(round, changes);
      const changed = await tx.update(EvaluationRound, round, {
        ...changes,
        returnedByIds,
        updatedAt: tx.now,
      });
      if ('openedAt' in changes || 'scoringAt' in changes || 'returningPostId' in changes)
        await this.rules.follow(tx, changed);
      if ('publishedAt' in changes || 'returningPostId' in changes) await this.show(tx, changed);
      return changed;
    });
  }

  /** How scores came about, to these units beside the committee, by the ids of accounts; never to the returning officer. */
  async showAccounts(
    tx: TenantTransaction,
    { id, networkId }: EvaluationRound,
    readers: ReadonlyMap<string, readonly string[]> = new Map(),
  ): Promise<void> {
    await asCommittee(tx, networkId, () =>
      tx.query('SELECT app.keep_accounts($1, $2)', [id, JSON.stringify(Object.fromEntries(readers))]),
    );
  }

  private async show(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
    for (const part of ROUND_PARTS) {
      const rows = await tx.manager.findBy(part, { regionId: tx.regionId, roundId: round.id });
      const isShown = part.prototype instanceof PublishedRoundPart;
      await tx.changeAll(part, rows, () => (isShown ? publishedReadersOf(round) : readersOf(round)));
    }
    await this.showAccounts(tx, round);
  }
}

/** Once scoring has begun, nobody who was returning officer is forgotten. */
function returnedBy(
  { returnedByIds, ...before }: Officer & { returnedByIds: string[] },
  changes: Partial<Officer>,
): string[] {
  const { scoringAt = before.scoringAt, returningPersonId = before.returningPersonId } = changes;
  if (!scoringAt || !returningPersonId || returnedByIds.includes(returningPersonId)) return returnedByIds;
  return [...returnedByIds, returningPersonId];
}

type Officer = Pick<EvaluationRound, 'scoringAt' | 'returningPersonId'>;

import { localDayOf } from '#calendar';
import { ApiError, expectVersion, found, Refused, WrongState } from '#graphql';
import { Dish } from '#menus';
import { Project } from '#needs';
import { holdMembers, notMember, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Recognition, RecognitionKind } from './recognition.entity.js';
import type { RecordRecognitionInput } from './recognition.inputs.js';
import { RECOGNITION_WORDS as W } from './recognition.words.js';

/** Nothing says when a network began, and memberships may be younger: further back a year is mistyped. */
const MOST_YEARS = 10;

/** Letters and banners, as the committee writes them down; awards come from final results (`AwardGrants`). */
@Injectable()
export class RecognitionService {
  async record(tx: TenantTransaction, input: RecordRecognitionInput): Promise<Recognition> {
    const { networkId, unitId, kind, title, what = null, fromWhom, day } = input;
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    if (kind === RecognitionKind.AWARD)
      throw ApiError.badInput([{ path: 'input.kind', message: W.noAwards }]);
    if (!(await holdMembers(tx, networkId, [unitId])).has(unitId)) throw notMember('input.unitId');
    const today = localDayOf(tx.now, await timeZoneOf(tx));
    if (day > today.toString()) throw ApiError.badInput([{ path: 'input.day', message: W.dayAhead }]);
    const earliest = today.subtract({ years: MOST_YEARS }).toString();
    if (day < earliest) throw ApiError.badInput([{ path: 'input.day', message: W.dayLongAgo({ earliest }) }]);
    const links = await linksOf(tx, input);
    const said = { networkId, unitId, kind, title, what, fromWhom, day };
    return tx.insert(Recognition, { ...said, ...links, ...NO_AWARD, id: tx.newId(), grantedAt: tx.now });
  }

  /** What was written down in error, or was not meant so; it stays on record with the reason. */
  async takeBack(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Recognition> {
    const seen = found(await tx.find(Recognition, id));
    if (!tx.actor.convenedNetworkIds.includes(seen.networkId)) throw ApiError.forbidden();
    const recognition = found(await tx.lock(Recognition, id));
    expectVersion(recognition, version);
    if (recognition.takenBackAt) throw new Refused(new WrongState('TAKEN_BACK', W.takenBackAlready));
    if (recognition.kind === RecognitionKind.AWARD)
      throw new Refused(new WrongState('AWARD', W.followsResult));
    return tx.update(Recognition, recognition, { takenBackAt: tx.now, takenBackReason: reason });
  }
}

/** @throws ApiError NOT_FOUND for what one does not see, or what is of another network */
async function linksOf(
  tx: TenantTransaction,
  { networkId, projectId = null, dishId = null }: RecordRecognitionInput,
): Promise<Pick<Recognition, 'projectId' | 'dishId'>> {
  if (projectId) expectIn(networkId, found(await tx.find(Project, projectId)));
  if (dishId) expectIn(networkId, found(await tx.find(Dish, dishId)));
  return { projectId, dishId };
}

function expectIn(networkId: string, thing: { readonly networkId: string }): void {
  if (thing.networkId !== networkId) throw ApiError.notFound();
}

const NO_AWARD = {
  occasion: null,
  points: 0,
  isCoHost: false,
  roundId: null,
  nominationId: null,
  resultId: null,
  takenBackAt: null,
  takenBackReason: null,
  takenBackByResultId: null,
  version: 1,
} as const;

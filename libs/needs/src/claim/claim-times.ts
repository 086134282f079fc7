import { ApiError, expectState, expectVersion, type Words } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Need } from '../need/need.entity.js';
import { ASKING_STATES, HELD_STATES } from '../need/need.policy.js';
import { NEED_STATES } from '../need/need.words.js';
import { ClaimPlaces } from './claim-places.js';
import { Claim, ClaimState } from './claim.entity.js';
import { ClaimService } from './claim.service.js';
import { CLAIM_STATES, CLAIM_WORDS } from './claim.words.js';

const MS_PER_MINUTE = 60_000;

/** When help was there and when it had done, by the unit that helps; said again, to correct it. */
@Injectable()
export class ClaimTimes {
  constructor(
    private readonly claims: ClaimService,
    private readonly places: ClaimPlaces,
  ) {}

  async noteArrival(tx: TenantTransaction, id: string, version: number, at: Date): Promise<Claim> {
    const { claim, need } = await this.takeAtWork(tx, id, version);
    const arrivedAt = timeWithin(tx, at, earliestOf(claim));
    if (claim.finishedAt !== null && arrivedAt > claim.finishedAt) refuse(CLAIM_WORDS.afterFinish);
    const noted = await tx.update(Claim, claim, { arrivedAt, updatedAt: tx.now });
    await this.places.begin(tx, need, arrivedAt);
    return noted;
  }

  /** What has ended had begun, whether or not somebody noted that. */
  async noteFinish(tx: TenantTransaction, id: string, version: number, at: Date): Promise<Claim> {
    const { claim, need } = await this.takeAtWork(tx, id, version);
    const finishedAt = timeWithin(tx, at, earliestOf(claim));
    if (claim.arrivedAt !== null && finishedAt < claim.arrivedAt) refuse(CLAIM_WORDS.beforeArrival);
    const noted = await tx.update(Claim, claim, { finishedAt, updatedAt: tx.now });
    await this.places.begin(tx, need, claim.arrivedAt ?? finishedAt);
    return noted;
  }

  private async takeAtWork(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ claim: Claim; need: Need }> {
    const { claim, need } = await this.claims.takeOwn(tx, id);
    expectVersion(claim, version);
    expectState(claim, [ClaimState.ACCEPTED], CLAIM_STATES);
    expectState(need, [...ASKING_STATES, ...HELD_STATES], NEED_STATES);
    return { claim, need };
  }
}

function earliestOf({ acceptedAt }: Claim): Date {
  if (acceptedAt === null) throw new Error('A claim that stands accepted says since when.');
  return acceptedAt;
}

/** People say minutes: the minute in which it was accepted counts as from then on. */
function timeWithin({ now }: TenantTransaction, at: Date, earliest: Date): Date {
  if (at > now) refuse(CLAIM_WORDS.inFuture);
  if (at >= earliest) return at;
  const minute = Math.floor(earliest.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE;
  if (at.getTime() < minute) refuse(CLAIM_WORDS.beforeAcceptance);
  return earliest;
}

/** @throws ApiError BAD_USER_INPUT at `at` */
function refuse(message: Words): never {
  throw ApiError.badInput([{ path: 'at', message }]);
}

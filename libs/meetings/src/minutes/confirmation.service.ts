import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { expectPartUnlessGuest } from '../invitation/expect-part-unless-guest.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { ConfirmationRoll } from './confirmation-roll.js';
import { MinutesAnswer, MinutesConfirmation } from './minutes-confirmation.entity.js';
import { Minutes, MinutesState } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MINUTES_STATES, MINUTES_WORDS } from './minutes.words.js';

const { CONFIRMED, CORRECTION_ASKED } = MinutesAnswer;

/** What units say of published minutes. Whoever answers has seen the last correction. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly repository: MinutesRepository,
    private readonly roll: ConfirmationRoll,
  ) {}

  async confirm(tx: TenantTransaction, id: string, version: number): Promise<MinutesConfirmation> {
    return this.answer(tx, id, version, { answer: CONFIRMED, request: null });
  }

  async askForCorrection(
    tx: TenantTransaction,
    id: string,
    version: number,
    request: string,
  ): Promise<MinutesConfirmation> {
    return this.answer(tx, id, version, { answer: CORRECTION_ASKED, request });
  }

  /** The committee does not correct what a unit asks for, and says why; the unit may answer again. */
  async decline(
    tx: TenantTransaction,
    id: string,
    unitId: string,
    reply: string,
  ): Promise<MinutesConfirmation> {
    const { minutes } = await this.repository.take(tx, id);
    expectState(minutes, [MinutesState.PUBLISHED], MINUTES_STATES);
    const asked = found(await findOf(tx, id, unitId));
    if (asked.answer !== CORRECTION_ASKED) refuseState(minutes, MINUTES_WORDS.nothingAsked);
    return tx.update(MinutesConfirmation, asked, { reply, repliedAt: tx.now });
  }

  private async answer(
    tx: TenantTransaction,
    id: string,
    version: number,
    said: Pick<MinutesConfirmation, 'answer' | 'request'>,
  ): Promise<MinutesConfirmation> {
    const known = found(await tx.find(Minutes, id));
    const { networkId } = known;
    const { unitId, role, convenedNetworkIds } = tx.actor;
    if (convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    await expectPartUnlessGuest(tx, networkId);
    const minutes = await asCommittee(tx, networkId, async () => {
      await this.meetings.takeInvited(tx, known);
      return found(await tx.lock(Minutes, id));
    });
    expectVersion(minutes, version);
    const own = found(await findOf(tx, id, unitId));
    const isOnBehalf = role === 'ON_BEHALF';
    if (isOnBehalf && own.answer !== null && !own.onBehalf)
      refuseState(minutes, MINUTES_WORDS.answeredItself);
    const answered = await tx.update(MinutesConfirmation, own, {
      ...said,
      answeredAt: tx.now,
      seenCorrections: minutes.correctionCount,
      onBehalf: isOnBehalf,
      reply: null,
      repliedAt: null,
      metByNumber: null,
    });
    await asCommittee(tx, networkId, () => this.roll.recount(tx, id));
    return answered;
  }
}

function findOf(
  tx: TenantTransaction,
  minutesId: string,
  unitId: string,
): Promise<MinutesConfirmation | null> {
  return tx.manager.findOneBy(MinutesConfirmation, { regionId: tx.regionId, minutesId, unitId });
}

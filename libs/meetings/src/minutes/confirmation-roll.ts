import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { listOfMeeting } from '../attendance/list-of-meeting.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MinutesAnswer, MinutesConfirmation } from './minutes-confirmation.entity.js';
import { Minutes } from './minutes.entity.js';

type Counts = Pick<Minutes, 'confirmedCount' | 'correctionAskedCount'>;

/** One row for each unit that is asked to confirm, with the rights of the committee and the minutes locked. */
@Injectable()
export class ConfirmationRoll {
  /** Those whom the minutes name, without the committee whose they are; who has left may answer when it is back. */
  async open(tx: TenantTransaction, meeting: Meeting, { id: minutesId, networkId }: Minutes): Promise<void> {
    const invited = await listOfMeeting(tx, meeting);
    const asked = invited.filter(({ unitId }) => unitId !== tx.actor.unitId);
    await tx.insertAll(
      MinutesConfirmation,
      asked.map(({ unitId }) => ({
        ...UNANSWERED,
        id: tx.newId(),
        minutesId,
        networkId,
        unitId,
        version: 1,
      })),
    );
  }

  /** A correction meets what these asked for: they have not answered it. @throws ApiError NOT_FOUND for who asks nothing */
  async meet(
    tx: TenantTransaction,
    { id }: Minutes,
    unitIds: readonly string[],
    metByNumber: number,
  ): Promise<Counts> {
    const asking = (await this.list(tx, id)).filter(({ answer }) => answer === ASKED);
    const met = asking.filter(({ unitId }) => unitIds.includes(unitId));
    if (met.length < new Set(unitIds).size) throw ApiError.notFound('input.unitIds');
    const change = { answer: null, reply: null, repliedAt: tx.now, metByNumber };
    await tx.updateAll(MinutesConfirmation, met, () => change);
    return this.count(tx, id);
  }

  /** What all who read the minutes know of the answers. */
  async recount(tx: TenantTransaction, id: string): Promise<void> {
    await tx.change(Minutes, found(await tx.find(Minutes, id)), await this.count(tx, id));
  }

  private async count(tx: TenantTransaction, id: string): Promise<Counts> {
    const rows = await this.list(tx, id);
    const countOf = (wanted: MinutesAnswer) => rows.filter(({ answer }) => answer === wanted).length;
    return { confirmedCount: countOf(MinutesAnswer.CONFIRMED), correctionAskedCount: countOf(ASKED) };
  }

  private list(tx: TenantTransaction, minutesId: string): Promise<MinutesConfirmation[]> {
    return tx.manager.findBy(MinutesConfirmation, { regionId: tx.regionId, minutesId });
  }
}

const ASKED = MinutesAnswer.CORRECTION_ASKED;

const UNANSWERED = {
  answer: null,
  request: null,
  answeredAt: null,
  seenCorrections: 0,
  onBehalf: false,
  reply: null,
  repliedAt: null,
  metByNumber: null,
};

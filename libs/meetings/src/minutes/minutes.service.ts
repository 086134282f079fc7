import { ApiError, expectState, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { readersOf } from '../meeting/meeting-readers.js';
import { MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { ConfirmationRoll } from './confirmation-roll.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import { MinutesRecords } from './minutes-records.js';
import { editText, NOTHING_WRITTEN } from './minutes-text.js';
import { Minutes, MinutesState } from './minutes.entity.js';
import type { CorrectMinutesInput, EditMinutesInput } from './minutes.inputs.js';
import { MinutesRepository } from './minutes.repository.js';
import { MINUTES_STATES, MINUTES_WORDS } from './minutes.words.js';

const { IN_SESSION, CLOSED, MINUTES_PUBLISHED } = MeetingState;
const { DRAFT, PUBLISHED } = MinutesState;

/** Minutes from the draft to the last correction. Every step is the committee's, and decides with the meeting locked. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly repository: MinutesRepository,
    private readonly records: MinutesRecords,
    private readonly roll: ConfirmationRoll,
  ) {}

  /** Once for each meeting, as soon as it has begun. */
  async draft(tx: TenantTransaction, meetingId: string): Promise<Minutes> {
    const meeting = await this.meetings.take(tx, meetingId);
    expectState(meeting, [IN_SESSION, CLOSED], MEETING_STATES);
    if (await tx.manager.existsBy(Minutes, { regionId: tx.regionId, meetingId })) {
      refuseState(meeting, MINUTES_WORDS.draftedAlready);
    }
    return this.repository.create(tx, meeting, NOTHING_WRITTEN);
  }

  /** What is left out stays as it was. */
  async edit(tx: TenantTransaction, id: string, version: number, input: EditMinutesInput): Promise<Minutes> {
    const { minutes } = await this.repository.takeVersion(tx, id, version);
    expectState(minutes, [DRAFT], MINUTES_STATES);
    await expectOnAgenda(
      tx,
      minutes,
      (input.items ?? []).map(({ agendaItemId }) => agendaItemId),
    );
    return this.repository.edit(tx, minutes, editText(minutes.text, input));
  }

  /** Fixed from now on, with attendance, results and actions as they are known now; those invited are asked to confirm. */
  async publish(tx: TenantTransaction, id: string, version: number): Promise<Minutes> {
    const { meeting, minutes } = await this.repository.takeVersion(tx, id, version);
    if (minutes.state === PUBLISHED) refuseState(meeting, MINUTES_WORDS.publishedAlready);
    if (meeting.state === IN_SESSION) refuseState(meeting, MINUTES_WORDS.closeFirst);
    expectState(meeting, [CLOSED], MEETING_STATES);
    const published = await tx.update(Minutes, minutes, {
      ...(await this.repository.nextNumber(tx, meeting)),
      state: PUBLISHED,
      record: await this.records.gather(tx, meeting),
      publishedAt: tx.now,
    });
    await this.roll.open(tx, meeting, published);
    await this.meetings.change(tx, meeting, { state: MINUTES_PUBLISHED });
    return published;
  }

  /** Stands beside the text; the units whose wish it meets are asked to confirm anew. */
  async correct(
    tx: TenantTransaction,
    id: string,
    version: number,
    { what, why, unitIds }: CorrectMinutesInput,
  ): Promise<Minutes> {
    const { minutes } = await this.repository.takeVersion(tx, id, version);
    expectState(minutes, [PUBLISHED], MINUTES_STATES);
    const number = minutes.correctionCount + 1;
    await tx.insert(MinutesCorrection, {
      ...readersOf(minutes),
      id: tx.newId(),
      meetingId: minutes.meetingId,
      minutesId: id,
      networkId: minutes.networkId,
      number,
      what,
      why,
      correctedAt: tx.now,
    });
    const counts = await this.roll.meet(tx, minutes, unitIds, number);
    return tx.update(Minutes, minutes, { correctionCount: number, ...counts });
  }
}

/** @throws ApiError NOT_FOUND for what was never on the agenda of that meeting */
async function expectOnAgenda(
  tx: TenantTransaction,
  { meetingId }: Minutes,
  itemIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(itemIds)];
  const where = { regionId: tx.regionId, meetingId, takenAt: Not(IsNull()), id: In(ids) };
  if ((await tx.manager.countBy(AgendaItem, where)) < ids.length) throw ApiError.notFound('input.items');
}

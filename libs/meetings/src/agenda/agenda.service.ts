import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { Need, NeedState } from '#needs';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { readersOf } from '../meeting/meeting-readers.js';
import { type Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { OPEN_STATES } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AgendaItem, AgendaItemState } from './agenda-item.entity.js';
import type { ProposeItemInput, UpdateItemInput } from './agenda.inputs.js';
import { AgendaRepository } from './agenda.repository.js';
import { expectForward, expectNoSuchNeed, expectNotCarried, expectUndecided } from './agenda-rules.js';
import { AGENDA_STATES, AGENDA_WORDS } from './agenda.words.js';

const { PROPOSED, TAKEN, POSTPONED, REFUSED, WITHDRAWN } = AgendaItemState;
const { CALLED, CLOSED, CANCELLED } = MeetingState;

/** What a meeting talks about, from the proposal to its place. Every step decides with the meeting locked. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly items: AgendaRepository,
  ) {}

  /** Of any invited unit until the deadline; what the committee proposes itself is taken with it. */
  async propose(tx: TenantTransaction, meetingId: string, input: ProposeItemInput): Promise<AgendaItem> {
    const meeting = await this.items.takeMeeting(tx, meetingId);
    if (tx.actor.convenedNetworkIds.includes(meeting.networkId)) return this.add(tx, meeting, saidBy(input));
    expectState(meeting, [CALLED], MEETING_STATES);
    const { agendaDeadline } = await this.meetings.getCall(tx, meetingId);
    if (agendaDeadline && tx.now > agendaDeadline) {
      refuseState(meeting, AGENDA_WORDS.deadlinePassed);
    }
    return tx.insert(AgendaItem, { ...freshOf(tx, meeting), ...saidBy(input), state: PROPOSED });
  }

  /** What nobody could help with is put before the meeting. */
  async addNeed(tx: TenantTransaction, meetingId: string, needId: string): Promise<AgendaItem> {
    await this.meetings.getOwn(tx, meetingId);
    const need = found(await tx.find(Need, needId));
    const meeting = await this.meetings.take(tx, meetingId);
    if (need.networkId !== meeting.networkId) throw ApiError.notFound();
    if (need.state !== NeedState.UNMET) {
      refuseState(need, AGENDA_WORDS.needNotUnmet);
    }
    return this.add(tx, meeting, { title: need.title, what: need.what, needId });
  }

  /** By the committee, once it is known what a meeting talked about; while it is a draft. */
  async talkedAbout(tx: TenantTransaction, meeting: Meeting, titles: readonly string[]): Promise<void> {
    const first = await this.items.nextPlace(tx, meeting, titles.length);
    await tx.insertAll(
      AgendaItem,
      titles.map((title, index) => ({
        ...freshOf(tx, meeting),
        title,
        state: TAKEN,
        place: first + index,
        takenAt: tx.now,
      })),
    );
  }

  /** Its unit says it anew until it is taken; the committee until the meeting is over. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateItemInput,
  ): Promise<AgendaItem> {
    const { item, isCommittee } = await this.items.takeItem(tx, id, version, OPEN_STATES);
    if (!isCommittee && item.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(item, isCommittee ? [PROPOSED, TAKEN] : [PROPOSED], AGENDA_STATES);
    return this.items.change(tx, item, changesBy(input));
  }

  async take(tx: TenantTransaction, id: string, version: number): Promise<AgendaItem> {
    const { item, meeting } = await this.items.takeAsCommittee(tx, id, version, OPEN_STATES);
    expectState(item, [PROPOSED, POSTPONED], AGENDA_STATES);
    await expectNotCarried(tx, item);
    const place = await this.items.nextPlace(tx, meeting);
    const takenAt = item.takenAt ?? tx.now;
    return this.items.change(tx, item, { state: TAKEN, place, takenAt, reason: null, settledAt: null });
  }

  /** Off the agenda, to be carried over; also what a meeting did not get round to, or that was cancelled. */
  async postpone(tx: TenantTransaction, id: string, version: number, reason: string): Promise<AgendaItem> {
    const { item } = await this.items.takeAsCommittee(tx, id, version, [...OPEN_STATES, CLOSED, CANCELLED]);
    expectState(item, [PROPOSED, TAKEN], AGENDA_STATES);
    const postponed = await this.settle(tx, item, POSTPONED, reason);
    if (item.place !== null) await this.items.closeGap(tx, item.meetingId, item.place);
    return postponed;
  }

  async refuse(tx: TenantTransaction, id: string, version: number, reason: string): Promise<AgendaItem> {
    const { item } = await this.items.takeAsCommittee(tx, id, version, OPEN_STATES);
    expectState(item, [PROPOSED], AGENDA_STATES);
    return this.settle(tx, item, REFUSED, reason);
  }

  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<AgendaItem> {
    const { item } = await this.items.takeItem(tx, id, version, OPEN_STATES);
    if (item.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(item, [PROPOSED], AGENDA_STATES);
    return this.settle(tx, item, WITHDRAWN, null);
  }

  /** A later meeting goes on with what was postponed; the old item stays as it was. */
  async carryOver(
    tx: TenantTransaction,
    id: string,
    version: number,
    meetingId: string,
  ): Promise<AgendaItem> {
    await this.meetings.getOwn(tx, meetingId);
    const known = found(await tx.find(AgendaItem, id));
    if (known.meetingId === meetingId) {
      throw ApiError.badInput([{ path: 'meetingId', message: AGENDA_WORDS.sameMeeting }]);
    }
    const meeting = await this.meetings.take(tx, meetingId);
    if (!tx.actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    if (known.networkId !== meeting.networkId) throw ApiError.notFound();
    await expectForward(tx, known.meetingId, meeting);
    const item = found(await tx.lock(AgendaItem, id));
    expectVersion(item, version);
    expectState(item, [POSTPONED], AGENDA_STATES);
    await expectNotCarried(tx, item);
    const { unitId, title, what, minutes, presenter, needId } = item;
    return this.add(tx, meeting, { unitId, title, what, minutes, presenter, needId, carriedFromId: id });
  }

  /** Names every item on the agenda once, in the order wanted. */
  async order(tx: TenantTransaction, meetingId: string, itemIds: readonly string[]): Promise<AgendaItem[]> {
    const meeting = await this.meetings.take(tx, meetingId);
    expectState(meeting, OPEN_STATES, MEETING_STATES);
    const taken = await this.items.listTaken(tx, meetingId);
    const places = new Map(itemIds.map((id, at) => [id, at + 1]));
    const isWhole = places.size === taken.length && itemIds.length === taken.length;
    if (!isWhole || !taken.every(({ id }) => places.has(id))) {
      throw ApiError.badInput([{ path: 'itemIds', message: AGENDA_WORDS.everyItemOnce }]);
    }
    await tx.updateAll(AgendaItem, taken, ({ id }) => ({ place: places.get(id) ?? null, updatedAt: tx.now }));
    return this.items.list(tx, meetingId);
  }

  /** On the agenda at once, by the committee. */
  private async add(
    tx: TenantTransaction,
    meeting: Meeting,
    said: Partial<AgendaItem> & Pick<AgendaItem, 'title'>,
  ): Promise<AgendaItem> {
    expectState(meeting, OPEN_STATES, MEETING_STATES);
    if (said.needId) await expectNoSuchNeed(tx, meeting, said.needId);
    const place = await this.items.nextPlace(tx, meeting);
    return tx.insert(AgendaItem, { ...freshOf(tx, meeting), ...said, state: TAKEN, place, takenAt: tx.now });
  }

  /** Off the agenda, or never on it; not what the meeting has decided. */
  private async settle(
    tx: TenantTransaction,
    item: AgendaItem,
    state: AgendaItemState,
    reason: string | null,
  ): Promise<AgendaItem> {
    await expectUndecided(tx, item);
    return this.items.change(tx, item, { state, reason, place: null, settledAt: tx.now });
  }
}

function saidBy({ title, what = null, minutes = null, presenter = null }: ProposeItemInput) {
  return { title, what, minutes, presenter };
}

/** What is left out stays; null empties all but the title. */
function changesBy({ title, ...mayBeEmpty }: UpdateItemInput): Partial<AgendaItem> {
  const said = Object.entries(mayBeEmpty).filter(([, value]) => value !== undefined);
  return { ...(title ? { title } : {}), ...(Object.fromEntries(said) as Partial<AgendaItem>) };
}

function freshOf(tx: TenantTransaction, meeting: Meeting) {
  return {
    ...readersOf(meeting),
    id: tx.newId(),
    meetingId: meeting.id,
    networkId: meeting.networkId,
    unitId: tx.actor.unitId,
    place: null,
    what: null,
    minutes: null,
    presenter: null,
    reason: null,
    carriedFromId: null,
    needId: null,
    proposedAt: tx.now,
    takenAt: null,
    settledAt: null,
    updatedAt: tx.now,
    version: 1,
  };
}

import { writeChineseSpan, writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { IsNull, Not } from 'typeorm';
import { writeAgenda } from '../agenda/agenda-chat.js';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { MeetingMove } from '../move/meeting-move.entity.js';
import { writeCorrection } from './call-correction.js';
import { MeetingCall } from './meeting-call.entity.js';
import { Meeting, MeetingState } from './meeting.entity.js';
import { MEETING_CHAT, MEETING_KINDS } from './meeting.words.js';

const { CALLED, IN_SESSION, MINUTES_PUBLISHED, CANCELLED } = MeetingState;

/**
 * What one would write into the group chat about how a meeting stands, in plain Chinese; null for what nobody was told
 * of. One text for each standing: of a cancelled meeting nothing is told but that.
 */
export async function writeMeetingChat(tx: TenantTransaction, meeting: Meeting): Promise<string | null> {
  if (meeting.calledAt === null) return null;
  const call = await tx.find(MeetingCall, meeting.id);
  if (meeting.state === CALLED) return writeNotice(tx, meeting, call);
  const zone = await timeZoneOf(tx);
  const isCancelled = meeting.state === CANCELLED;
  return joinChat([
    headlineOf(meeting)(await namesOf(tx, meeting)),
    timeOf(meeting, zone),
    ...(isCancelled ? [] : describe(call)),
    call?.cancelReason ? MEETING_CHAT.reason({ reason: hidePhones(call.cancelReason) }) : null,
  ]);
}

/** Of a meeting ahead: as it was called, moved or, once either was told, put right. */
async function writeNotice(tx: TenantTransaction, meeting: Meeting, call: MeetingCall | null) {
  const zone = await timeZoneOf(tx);
  const corrections = call ? writeCorrection(meeting, call) : [];
  const move = corrections.length > 0 ? null : await findLatestMove(tx, meeting);
  const headline = move ? MEETING_CHAT.moved : MEETING_CHAT.called;
  const span = writeChineseSpan(meeting, zone);
  const ask = move ? MEETING_CHAT.answerAgain : MEETING_CHAT.answer;
  return joinChat([
    (corrections.length > 0 ? MEETING_CHAT.corrected : headline)(await namesOf(tx, meeting)),
    ...corrections,
    ...(move ? moveLines(move, span, zone) : [MEETING_CHAT.time({ span })]),
    ...describe(call),
    call?.agendaDeadline ? MEETING_CHAT.deadline({ at: writeChineseTime(call.agendaDeadline, zone) }) : null,
    ...(await writeAgenda(tx, meeting)),
    call ? (corrections.length > 0 ? MEETING_CHAT.answerIfNot : ask) : null,
  ]);
}

function moveLines({ fromStartsAt, fromEndsAt, reason }: MeetingMove, span: string, zone: string): string[] {
  const from = writeChineseSpan({ startsAt: fromStartsAt, endsAt: fromEndsAt }, zone);
  return [
    MEETING_CHAT.newTime({ span }),
    MEETING_CHAT.oldTime({ span: from }),
    MEETING_CHAT.reason({ reason: hidePhones(reason) }),
  ];
}

/** To be written into the chat before a called meeting; null for any other: nobody is reminded of what is cancelled. */
export async function writeReminder(tx: TenantTransaction, call: MeetingCall): Promise<string | null> {
  const meeting = await tx.find(Meeting, call.id);
  if (meeting?.state !== CALLED) return null;
  const zone = await timeZoneOf(tx);
  return joinChat([
    MEETING_CHAT.reminder(await namesOf(tx, meeting)),
    MEETING_CHAT.time({ span: writeChineseSpan(meeting, zone) }),
    ...describe(call),
    (await hasLostProxy(tx, call)) ? MEETING_CHAT.proxyLetGo : null,
  ]);
}

/** Of the acting unit; what a committee copies goes to all. */
async function hasLostProxy(tx: TenantTransaction, { id, networkId }: MeetingCall): Promise<boolean> {
  if (tx.actor.convenedNetworkIds.includes(networkId)) return false;
  const own = { regionId: tx.regionId, meetingId: id, unitId: tx.actor.unitId };
  return tx.manager.existsBy(MeetingAnswer, { ...own, proxyLetGoAt: Not(IsNull()) });
}

function headlineOf({ state, recordedAt }: Meeting) {
  if (state === IN_SESSION) return MEETING_CHAT.inSession;
  if (state === CANCELLED) return MEETING_CHAT.cancelled;
  if (recordedAt) return MEETING_CHAT.recorded;
  return state === MINUTES_PUBLISHED ? MEETING_CHAT.minutesPublished : MEETING_CHAT.closed;
}

/** When it was, as far as it has been; when it was to be, of what is cancelled. */
function timeOf({ startsAt, endsAt, begunAt, closedAt }: Meeting, zone: string): string {
  if (!begunAt) return MEETING_CHAT.time({ span: writeChineseSpan({ startsAt, endsAt }, zone) });
  if (!closedAt) return MEETING_CHAT.begunAt({ at: writeChineseTime(begunAt, zone) });
  return MEETING_CHAT.time({ span: writeChineseSpan({ startsAt: begunAt, endsAt: closedAt }, zone) });
}

function describe(call: MeetingCall | null): (string | null)[] {
  if (!call) return [];
  const { location, about } = call;
  return [
    location === null ? null : MEETING_CHAT.location({ location: hidePhones(location) }),
    about === null ? null : MEETING_CHAT.about({ about: hidePhones(about) }),
  ];
}

async function namesOf(tx: TenantTransaction, { networkId, kind, title }: Meeting) {
  const network = await tx.find(Network, networkId);
  return {
    network: network?.name ?? MEETING_CHAT.aNetwork,
    kind: MEETING_KINDS[kind].zh,
    title: hidePhones(title),
  };
}

function findLatestMove(tx: TenantTransaction, { id, round }: Meeting): Promise<MeetingMove | null> {
  return tx.manager.findOneBy(MeetingMove, { regionId: tx.regionId, meetingId: id, round });
}

import { writeChineseSpan, writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { writeAgenda } from '../agenda/agenda-chat.js';
import { MeetingMove } from '../move/meeting-move.entity.js';
import { MeetingCall } from './meeting-call.entity.js';
import { Meeting, MeetingState } from './meeting.entity.js';
import { MEETING_CHAT, MEETING_KINDS } from './meeting.words.js';

const { CALLED, IN_SESSION, CLOSED, MINUTES_PUBLISHED, CANCELLED } = MeetingState;

/**
 * What one would write into the group chat about how a meeting stands, in plain Chinese; null for what nobody was told
 * of. One text for each standing: of a cancelled meeting nothing is told but that.
 */
export async function writeMeetingChat(tx: TenantTransaction, meeting: Meeting): Promise<string | null> {
  if (meeting.calledAt === null) return null;
  const call = await tx.find(MeetingCall, meeting.id);
  const move = meeting.state === CALLED ? await findLatestMove(tx, meeting) : null;
  const zone = await timeZoneOf(tx);
  const { state } = meeting;
  const isAhead = state === CALLED;
  const agenda = isAhead ? await writeAgenda(tx, meeting) : [];
  return joinChat([
    headlineOf(meeting, move)(await namesOf(tx, meeting)),
    move ? MEETING_CHAT.newTime({ span: writeChineseSpan(meeting, zone) }) : null,
    move ? MEETING_CHAT.oldTime({ span: writeChineseSpan(fromOf(move), zone) }) : null,
    move ? MEETING_CHAT.reason({ reason: hidePhones(move.reason) }) : null,
    move ? null : MEETING_CHAT.time({ span: writeChineseSpan(meeting, zone) }),
    ...(state === CANCELLED ? [] : describe(call, isAhead, zone)),
    ...agenda,
    call?.cancelReason ? MEETING_CHAT.reason({ reason: hidePhones(call.cancelReason) }) : null,
    isAhead && call ? (move ? MEETING_CHAT.answerAgain : MEETING_CHAT.answer) : null,
  ]);
}

/** To be written into the chat before a called meeting; null for any other: nobody is reminded of what is cancelled. */
export async function writeReminder(tx: TenantTransaction, call: MeetingCall): Promise<string | null> {
  const meeting = await tx.find(Meeting, call.id);
  if (meeting?.state !== CALLED) return null;
  const zone = await timeZoneOf(tx);
  return joinChat([
    MEETING_CHAT.reminder(await namesOf(tx, meeting)),
    MEETING_CHAT.time({ span: writeChineseSpan(meeting, zone) }),
    ...describe(call, false, zone),
  ]);
}

function headlineOf({ state, recordedAt }: Meeting, move: MeetingMove | null) {
  if (state === IN_SESSION) return MEETING_CHAT.inSession;
  if (recordedAt) return MEETING_CHAT.recorded;
  if (state === CLOSED) return MEETING_CHAT.closed;
  if (state === MINUTES_PUBLISHED) return MEETING_CHAT.minutesPublished;
  if (state === CANCELLED) return MEETING_CHAT.cancelled;
  return move ? MEETING_CHAT.moved : MEETING_CHAT.called;
}

function describe(call: MeetingCall | null, withAgenda: boolean, zone: string): (string | null)[] {
  if (!call) return [];
  const { location, about, agendaDeadline } = call;
  return [
    location === null ? null : MEETING_CHAT.location({ location: hidePhones(location) }),
    about === null ? null : MEETING_CHAT.about({ about: hidePhones(about) }),
    withAgenda && agendaDeadline
      ? MEETING_CHAT.deadline({ at: writeChineseTime(agendaDeadline, zone) })
      : null,
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

function fromOf({ fromStartsAt, fromEndsAt }: MeetingMove) {
  return { startsAt: fromStartsAt, endsAt: fromEndsAt };
}

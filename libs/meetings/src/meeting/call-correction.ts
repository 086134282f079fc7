import { hidePhones } from '#graphql';
import type { MeetingCall, ToldCall } from './meeting-call.entity.js';
import type { Meeting } from './meeting.entity.js';
import { MEETING_CHAT } from './meeting.words.js';

type Said = Pick<MeetingCall, 'location' | 'about'>;

/** What is told of it now. */
export function toldOf({ title }: Pick<Meeting, 'title'>, { location, about }: Said): ToldCall {
  return { title, location, about };
}

/** What the chat says of title, place and content that changed since they were told; empty when nothing did. */
export function writeCorrection(meeting: Pick<Meeting, 'title'>, call: MeetingCall): string[] {
  const { told } = call;
  if (!told) return [];
  const { title, location, about } = toldOf(meeting, call);
  const wasAt = told.location ?? MEETING_CHAT.placeOpen;
  return [
    ...(title === told.title ? [] : [MEETING_CHAT.titleWas({ was: hidePhones(told.title) })]),
    ...(location === told.location ? [] : [MEETING_CHAT.placeWas({ was: hidePhones(wasAt) })]),
    ...(about === told.about ? [] : [about === null ? MEETING_CHAT.aboutDropped : MEETING_CHAT.aboutNew]),
  ];
}

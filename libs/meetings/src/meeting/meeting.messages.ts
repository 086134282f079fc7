import type { MessageThing } from '#messages';
import { MEETING_MESSAGE_WORDS as WORDS } from './meeting-message.words.js';

/** What became of meetings, for those invited, the committee and the street office. */
export const MEETING_MESSAGES: readonly MessageThing[] = [
  {
    thing: 'Meeting',
    acts: {
      'Meeting CALLED': WORDS.CALLED,
      'MeetingMove CREATED': WORDS.MOVED,
      'Meeting CANCELLED': WORDS.CANCELLED,
    },
    ends: ['Meeting CANCELLED'],
    titles: `SELECT m.id AS thing_id, m.network_id, m.title, m.starts_at FROM meeting m
      WHERE m.region_id = $1 AND m.id = ANY ($2)`,
  },
];

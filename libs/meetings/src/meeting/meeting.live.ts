import { ofThing, type WatchedThing } from '#changes';

/** A meeting with its agenda, motions and minutes. */
export const MEETING_LIVE: WatchedThing = {
  type: 'Meeting',
  table: 'meeting',
  parts: {
    AgendaItem: `SELECT p.id FROM agenda_item p WHERE ${ofThing('meeting_id')}`,
    Minutes: `SELECT p.id FROM minutes p WHERE ${ofThing('meeting_id')}`,
    Motion: `SELECT m.id FROM motion m JOIN agenda_item p ON p.region_id = $1 AND p.id = m.agenda_item_id
      WHERE m.region_id = $1 AND ${ofThing('meeting_id')}`,
  },
};

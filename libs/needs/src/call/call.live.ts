import { ofThing, type WatchedThing } from '#changes';

/** An urgent need is a call (求助): before it was called there is none. */
export const CALL_LIVE: WatchedThing = {
  type: 'Need',
  table: 'need',
  condition: 't.called_at IS NOT NULL',
  parts: { Claim: `SELECT p.id FROM claim p WHERE ${ofThing('need_id')}` },
};

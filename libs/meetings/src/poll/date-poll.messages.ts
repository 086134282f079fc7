import { toldWhenRecorded } from '#messages';

export const DATE_POLL_MESSAGES = toldWhenRecorded(
  'DatePoll',
  `SELECT p.id AS thing_id, p.network_id, p.title, NULL::timestamptz AS starts_at FROM date_poll p
    WHERE p.region_id = $1 AND p.id = ANY ($2)`,
);

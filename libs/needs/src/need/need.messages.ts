import { toldWhenRecorded } from '#messages';

export const NEED_MESSAGES = toldWhenRecorded(
  'Need',
  `SELECT n.id AS thing_id, n.network_id, n.title, NULL::timestamptz AS starts_at FROM need n
    WHERE n.region_id = $1 AND n.id = ANY ($2)`,
);

import { toldWhenRecorded } from '#messages';

export const MINUTES_MESSAGES = toldWhenRecorded(
  'Minutes',
  `SELECT y.id AS thing_id, y.network_id, m.title, m.starts_at FROM minutes y
    JOIN meeting m ON m.region_id = $1 AND m.id = y.meeting_id WHERE y.region_id = $1 AND y.id = ANY ($2)`,
);

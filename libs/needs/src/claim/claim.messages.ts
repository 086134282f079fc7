import { toldWhenRecorded } from '#messages';

export const CLAIM_MESSAGES = toldWhenRecorded(
  'Claim',
  `SELECT c.id AS thing_id, c.network_id, n.title, NULL::timestamptz AS starts_at FROM claim c
    JOIN need n ON n.region_id = $1 AND n.id = c.need_id WHERE c.region_id = $1 AND c.id = ANY ($2)`,
);

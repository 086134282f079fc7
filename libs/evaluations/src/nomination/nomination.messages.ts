import { toldWhenRecorded } from '#messages';

export const NOMINATION_MESSAGES = toldWhenRecorded(
  'Nomination',
  `SELECT n.id AS thing_id, n.network_id, n.title, NULL::timestamptz AS starts_at FROM nomination n
    WHERE n.region_id = $1 AND n.id = ANY ($2)`,
);

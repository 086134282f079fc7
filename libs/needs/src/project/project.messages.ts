import { toldWhenRecorded } from '#messages';

export const PROJECT_MESSAGES = toldWhenRecorded(
  'Project',
  `SELECT p.id AS thing_id, p.network_id, p.title, NULL::timestamptz AS starts_at FROM project p
    WHERE p.region_id = $1 AND p.id = ANY ($2)`,
);

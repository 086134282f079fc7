import { toldWhenRecorded } from '#messages';

export const EVALUATION_OBJECTION_MESSAGES = toldWhenRecorded(
  'EvaluationObjection',
  `SELECT b.id AS thing_id, b.network_id, o.name AS title, NULL::timestamptz AS starts_at FROM evaluation_objection b
    JOIN evaluation_round o ON o.region_id = $1 AND o.id = b.round_id WHERE b.region_id = $1 AND b.id = ANY ($2)`,
);

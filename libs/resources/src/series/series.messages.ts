import { toldWhenRecorded } from '#messages';

export const SERIES_MESSAGES = toldWhenRecorded(
  'BookingSeries',
  `SELECT s.id AS thing_id, s.network_id, s.offer_title AS title, s.starts_at FROM booking_series s
    WHERE s.region_id = $1 AND s.id = ANY ($2)`,
);

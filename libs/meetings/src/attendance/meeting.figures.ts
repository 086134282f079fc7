import {
  FigureMeasure,
  FigureName,
  FigureNature,
  monthOf,
  NETWORKS,
  withinInstants,
  withinMonths,
  type FigureKind,
} from '#figures';
import { REGION } from '#reads';
import { MEETING_FIGURE_WORDS as WORDS } from './meeting-figures.words.js';

const HELD = `m.kind IN ('REGULAR', 'EXTRAORDINARY') AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')`;

export const MEETING_FIGURES: readonly FigureKind[] = [
  {
    name: FigureName.MEETINGS_HELD,
    ...WORDS.MEETINGS_HELD,
    measure: FigureMeasure.COUNT,
    nature: FigureNature.ADDITIVE,
    audience: 'NETWORK',
    isOfUnits: false,
    thing: 'Meeting',
    rows: null,
    facts: `
      SELECT m.id AS thing_id, m.network_id, NULL::uuid AS unit_id, ${monthOf('m.starts_at')} AS month, 1 AS numerator,
        NULL::integer AS denominator
      FROM meeting m
      WHERE m.region_id = ${REGION} AND m.network_id = ${NETWORKS} AND ${withinInstants('m.starts_at')} AND ${HELD}`,
  },
  {
    name: FigureName.MEETING_ATTENDANCE,
    ...WORDS.MEETING_ATTENDANCE,
    measure: FigureMeasure.SHARE,
    nature: FigureNature.MEAN,
    audience: 'OWN',
    isOfUnits: true,
    thing: 'Meeting',
    facts: `
      SELECT a.network_id, a.unit_id, a.month, a.attended AS numerator, a.called AS denominator FROM attendance_month a
      WHERE a.region_id = ${REGION} AND a.network_id = ${NETWORKS} AND ${withinMonths('a.month')}`,
    // By the same rules as in attendance-months.ts.
    rows: `
      SELECT m.id AS thing_id, m.network_id, a.unit_id, ${monthOf('m.starts_at')} AS month,
        (EXISTS (SELECT FROM attendance_entry e WHERE e.region_id = ${REGION} AND e.meeting_id = m.id
          AND e.unit_id = a.unit_id AND e.act = 'ARRIVED' AND e.struck_at IS NULL))::integer AS numerator, 1 AS denominator
      FROM meeting m JOIN meeting_answer a ON a.region_id = ${REGION} AND a.meeting_id = m.id AND a.is_counted
        AND (a.ended_at IS NULL OR a.ended_at > m.begun_at)
        AND (a.unit_id = app.unit_id() OR a.network_id = ANY (app.convened_network_ids()))
      WHERE m.region_id = ${REGION} AND m.network_id = ${NETWORKS} AND ${withinInstants('m.starts_at')} AND ${HELD}`,
  },
];

/** Whoever came to a joint meeting took part. */
export const ATTENDING_PART = `
  SELECT a.network_id, a.unit_id, a.month FROM attendance_month a
  WHERE a.region_id = ${REGION} AND a.network_id = ${NETWORKS} AND ${withinMonths('a.month')} AND a.attended > 0`;

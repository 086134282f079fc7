import {
  FigureMeasure,
  FigureName,
  FigureNature,
  monthOf,
  NETWORKS,
  withinInstants,
  type FigureKind,
} from '#figures';
import { REGION } from '#reads';
import { NEED_FIGURE_WORDS as WORDS } from './need-figures.words.js';

const COMMON = {
  measure: FigureMeasure.COUNT,
  nature: FigureNature.ADDITIVE,
  audience: 'NETWORK',
  isOfUnits: true,
  thing: 'Need',
  rows: null,
} as const;

const needs = (at: string, where: string): string => `
  SELECT n.id AS thing_id, n.network_id, n.unit_id, ${monthOf(at)} AS month, 1 AS numerator, NULL::integer AS denominator
  FROM need n
  WHERE n.region_id = ${REGION} AND n.network_id = ${NETWORKS} AND ${withinInstants(at)} AND n.taken_at IS NOT NULL AND ${where}`;

/** Of what the committee has taken, which the whole network reads. */
export const NEED_FIGURES: readonly FigureKind[] = [
  {
    ...COMMON,
    name: FigureName.NEEDS_TAKEN,
    ...WORDS.NEEDS_TAKEN,
    facts: needs('n.taken_at', 'true'),
  },
  {
    ...COMMON,
    name: FigureName.NEEDS_MET,
    ...WORDS.NEEDS_MET,
    facts: needs('n.ended_at', `n.state = 'CLOSED'`),
  },
  {
    ...COMMON,
    name: FigureName.NEEDS_UNMET,
    ...WORDS.NEEDS_UNMET,
    facts: needs('n.ended_at', `n.state = 'UNMET'`),
  },
  {
    ...COMMON,
    name: FigureName.PROJECTS_CLOSED,
    ...WORDS.PROJECTS_CLOSED,
    thing: 'Project',
    facts: `
      SELECT p.id AS thing_id, p.network_id, p.lead_unit_id AS unit_id, ${monthOf('p.ended_at')} AS month, 1 AS numerator,
        NULL::integer AS denominator
      FROM project p
      WHERE p.region_id = ${REGION} AND p.network_id = ${NETWORKS} AND ${withinInstants('p.ended_at')}
        AND p.taken_at IS NOT NULL AND p.state = 'CLOSED'`,
  },
];

/** Whoever has taken a need on took part, whatever came of it. */
export const CLAIMING_PART = `
  SELECT c.network_id, c.unit_id, ${monthOf('c.accepted_at')} AS month FROM claim c
  WHERE c.region_id = ${REGION} AND c.network_id = ${NETWORKS} AND ${withinInstants('c.accepted_at')}`;

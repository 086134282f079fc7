import { FigureMeasure, FigureName, FigureNature, NETWORKS, withinMonths, type FigureKind } from '#figures';
import { NOW, REGION } from '#reads';
import { DOING_FIGURE_WORDS as WORDS } from './doing-figures.words.js';

const PUBLISHED = `d.region_id = ${REGION} AND d.network_id = ${NETWORKS} AND ${withinMonths('d.month')} AND d.published_at IS NOT NULL`;
/** As in menu-rhythm.ts: a course from the end of its first date on, and it stays so when the rest is cancelled. */
const HELD = `EXISTS (SELECT FROM dish_date e WHERE e.region_id = ${REGION} AND e.dish_id = d.id AND e.cancelled_at IS NULL
  AND e.ends_at <= coalesce(d.ended_at, ${NOW}))`;

const of = (unit: string, numerator: string, denominator = 'NULL::integer'): string =>
  `SELECT d.id AS thing_id, d.network_id, ${unit} AS unit_id, d.month, ${numerator} AS numerator, ${denominator} AS denominator`;
const LED = 'd.lead_unit_id';
const SUMS = `FROM dish d JOIN dish_figures f ON f.region_id = ${REGION} AND f.dish_id = d.id`;
const OUTCOMES = `FROM dish d JOIN dish_outcome o ON o.region_id = ${REGION} AND o.dish_id = d.id`;

const COMMON = { audience: 'NETWORK', isOfUnits: true, thing: 'Dish', rows: null } as const;
const ADDITIVE = { ...COMMON, nature: FigureNature.ADDITIVE } as const;

export const DOING_FIGURES: readonly FigureKind[] = [
  {
    ...ADDITIVE,
    name: FigureName.ACTIVITIES_HELD,
    ...WORDS.ACTIVITIES_HELD,
    measure: FigureMeasure.COUNT,
    facts: `${of(LED, '1')} FROM dish d WHERE ${PUBLISHED} AND d.kind <> 'SERVICE_DAY' AND ${HELD}`,
  },
  {
    ...ADDITIVE,
    name: FigureName.SERVICE_DAYS_HELD,
    ...WORDS.SERVICE_DAYS_HELD,
    measure: FigureMeasure.COUNT,
    facts: `${of(LED, '1')} FROM dish d WHERE ${PUBLISHED} AND d.kind = 'SERVICE_DAY' AND ${HELD}`,
  },
  {
    ...ADDITIVE,
    name: FigureName.HEADS_CHECKED_IN,
    ...WORDS.HEADS_CHECKED_IN,
    measure: FigureMeasure.HEADS,
    facts: `${of(LED, 'f.checked_in_heads')} ${SUMS} WHERE ${PUBLISHED} AND f.checked_in_heads > 0`,
  },
  {
    ...ADDITIVE,
    name: FigureName.HEADS_SERVED,
    ...WORDS.HEADS_SERVED,
    measure: FigureMeasure.HEADS,
    facts: `${of('o.unit_id', 'o.heads')} ${OUTCOMES} WHERE ${PUBLISHED}`,
  },
  {
    ...ADDITIVE,
    name: FigureName.WORK_HOURS,
    ...WORDS.WORK_HOURS,
    measure: FigureMeasure.HOURS,
    facts: `${of('o.unit_id', 'o.hours')} ${OUTCOMES} WHERE ${PUBLISHED}`,
  },
  {
    ...COMMON,
    name: FigureName.REVIEW_MARK,
    ...WORDS.REVIEW_MARK,
    measure: FigureMeasure.MARK,
    nature: FigureNature.MEAN,
    facts: `${of(LED, 'f.mark_sum', 'f.review_count')} ${SUMS} WHERE ${PUBLISHED} AND f.review_count > 0`,
  },
];

/** Whoever led or co-hosted what was held took part. */
export const HOSTING_PARTS: readonly string[] = [
  `SELECT d.network_id, d.lead_unit_id AS unit_id, d.month FROM dish d WHERE ${PUBLISHED} AND ${HELD}`,
  `SELECT d.network_id, h.unit_id, d.month
   FROM dish d JOIN dish_host h ON h.region_id = ${REGION} AND h.dish_id = d.id AND h.state = 'ACCEPTED'
   WHERE ${PUBLISHED} AND ${HELD}`,
];

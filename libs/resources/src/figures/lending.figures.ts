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
import { NOW, REGION } from '#reads';
import { LENDING_FIGURE_WORDS as WORDS } from './lending-figures.words.js';

const sums = (numerator: string, denominator = 'NULL::integer'): string => `
  SELECT l.network_id, l.unit_id, l.month, ${numerator} AS numerator, ${denominator} AS denominator
  FROM lending_month l
  WHERE l.region_id = ${REGION} AND l.network_id = ${NETWORKS} AND ${withinMonths('l.month')}`;

/** The bookings themselves, by the same rules as in count-lending.ts. */
const bookings = (numerator: string, denominator: string, where: string): string => `
  SELECT b.id AS thing_id, b.network_id, b.owner_unit_id AS unit_id, ${monthOf('b.starts_at')} AS month,
    ${numerator} AS numerator, ${denominator} AS denominator
  FROM booking b
  WHERE b.region_id = ${REGION} AND b.network_id = ${NETWORKS} AND ${withinInstants('b.starts_at')} AND ${where}
    AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
    AND app.role() <> 'STEWARD'`;

/** From the bookings for whoever sees them, so that a figure is always that of its rows; for stewards as counted. */
const counted = (
  rows: string,
  numerator: string,
  denominator?: string,
): Pick<FigureKind, 'facts' | 'rows'> => ({
  rows,
  facts: `
  SELECT seen.network_id, seen.unit_id, seen.month, seen.numerator, seen.denominator FROM (${rows}) seen
  UNION ALL${sums(numerator, denominator)} AND app.role() = 'STEWARD'`,
});

const REQUESTED = `b.recorded_at IS NULL AND b.reason IS DISTINCT FROM 'MOVED'`;
const ANSWERED = `b.asked_at IS NOT NULL AND (b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
  OR b.state = 'DECLINED' AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED'))`;

const ANSWER_TIME = 'extract(epoch FROM b.settled_at - b.asked_at) / 60';

const COMMON = { audience: 'OWN', isOfUnits: true, thing: 'Booking' } as const;
const COUNT = { ...COMMON, measure: FigureMeasure.COUNT, nature: FigureNature.ADDITIVE } as const;

export const LENDING_FIGURES: readonly FigureKind[] = [
  {
    ...COUNT,
    name: FigureName.REQUESTS_MADE,
    ...WORDS.REQUESTS_MADE,
    ...counted(bookings('1', 'NULL::integer', REQUESTED), 'l.requests'),
  },
  {
    ...COUNT,
    name: FigureName.REQUESTS_ANSWERED,
    ...WORDS.REQUESTS_ANSWERED,
    ...counted(bookings('1', 'NULL::integer', ANSWERED), 'l.answers'),
  },
  {
    ...COMMON,
    name: FigureName.ANSWER_MINUTES,
    ...WORDS.ANSWER_MINUTES,
    measure: FigureMeasure.MINUTES,
    nature: FigureNature.MEAN,
    ...counted(bookings(ANSWER_TIME, '1', ANSWERED), 'l.answer_minutes', 'l.answers'),
  },
  {
    ...COUNT,
    name: FigureName.BOOKINGS_USED,
    ...WORDS.BOOKINGS_USED,
    ...counted(bookings('1', 'NULL::integer', `b.state = 'COMPLETED'`), 'l.uses'),
  },
  {
    ...COMMON,
    name: FigureName.UTILISATION,
    ...WORDS.UTILISATION,
    measure: FigureMeasure.SHARE,
    nature: FigureNature.MEAN,
    thing: null,
    facts: sums('least(l.utilised_minutes, l.open_minutes)', 'l.open_minutes'),
    rows: null,
  },
  {
    name: FigureName.OFFERS_OPEN,
    ...WORDS.OFFERS_OPEN,
    measure: FigureMeasure.COUNT,
    nature: FigureNature.STOCK,
    audience: 'NETWORK',
    isOfUnits: true,
    thing: 'Offer',
    rows: null,
    facts: `
      SELECT p.offer_id AS thing_id, p.network_id, p.unit_id, ${monthOf(NOW)} AS month, 1 AS numerator,
        NULL::integer AS denominator
      FROM offer_publication p
      WHERE p.region_id = ${REGION} AND p.network_id = ${NETWORKS} AND p.withdrawn_at IS NULL
        AND ${withinMonths(monthOf(NOW))}`,
  },
];

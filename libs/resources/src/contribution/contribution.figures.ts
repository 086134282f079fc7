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
import { CONTRIBUTION_FIGURE_WORDS as WORDS } from './contribution-figures.words.js';
import { ContributionMeasure } from './contribution.entity.js';

const { HOURS, HEAD_HOURS, KWH, PIECE_HOURS, POINTS } = ContributionMeasure;

/** From the sums that are kept with each entry; what stands behind them are the entries of each booking or award. */
function lent(
  name: FigureName,
  words: Pick<FigureKind, 'title' | 'definition'>,
  unit: ContributionMeasure,
  measure: FigureMeasure,
): FigureKind {
  const of = unit === POINTS ? 'recognition_id' : 'booking_id';
  return {
    name,
    ...words,
    measure,
    nature: FigureNature.ADDITIVE,
    audience: 'OWN',
    isOfUnits: true,
    // Sixtieths, exact.
    scale: 60,
    thing: unit === POINTS ? 'Recognition' : 'Booking',
    facts: `
      SELECT t.network_id, t.unit_id, t.month, t.sixtieths AS numerator, NULL::numeric AS denominator FROM contribution_total t
      WHERE t.region_id = ${REGION} AND t.network_id = ${NETWORKS} AND ${withinMonths('t.month')} AND t.measure = '${unit}'`,
    // What was entered and taken back again adds nothing, and is not shown.
    rows: `
      SELECT c.${of} AS thing_id, c.network_id, c.unit_id, ${monthOf('c.used_at')} AS month, sum(c.sixtieths) AS numerator,
        NULL::numeric AS denominator
      FROM contribution c
      WHERE c.region_id = ${REGION} AND c.network_id = ${NETWORKS} AND ${withinInstants('c.used_at')} AND c.measure = '${unit}'
      GROUP BY 1, 2, 3, 4 HAVING sum(c.sixtieths) <> 0`,
  };
}

export const CONTRIBUTION_FIGURES: readonly FigureKind[] = [
  lent(FigureName.HOURS_LENT, WORDS.HOURS_LENT, HOURS, FigureMeasure.HOURS),
  lent(FigureName.HEAD_HOURS_LENT, WORDS.HEAD_HOURS_LENT, HEAD_HOURS, FigureMeasure.HEAD_HOURS),
  lent(FigureName.KWH_LENT, WORDS.KWH_LENT, KWH, FigureMeasure.KWH),
  lent(FigureName.PIECE_HOURS_LENT, WORDS.PIECE_HOURS_LENT, PIECE_HOURS, FigureMeasure.PIECE_HOURS),
  lent(FigureName.POINTS, WORDS.POINTS, POINTS, FigureMeasure.POINTS),
];

/** Whoever lent something took part. */
export const LENDING_PART = `
  SELECT t.network_id, t.unit_id, t.month FROM contribution_total t
  WHERE t.region_id = ${REGION} AND t.network_id = ${NETWORKS} AND ${withinMonths('t.month')}
    AND t.measure <> '${POINTS}' AND t.sixtieths > 0`;

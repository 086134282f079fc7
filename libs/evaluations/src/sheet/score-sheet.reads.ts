import { AUDIT_LINES, linesOf } from '#network';
import { readsOf, sql } from '#reads';
import { ScoreSheet } from './score-sheet.entity.js';

export const SCORE_SHEET_READS = readsOf(ScoreSheet, 'ScoreSheet', (sheet) => ({
  // As one says it: 9 and 7.5. In the order of the criteria.
  scores: sheet.sql(
    ({ scores }) =>
      sql`ARRAY(SELECT trim_scale(one.score)::text FROM unnest(${scores}) WITH ORDINALITY AS one (score, at) ORDER BY one.at)`,
  ),
  auditLines: sheet.page(AUDIT_LINES, linesOf('ScoreSheet')),
}));

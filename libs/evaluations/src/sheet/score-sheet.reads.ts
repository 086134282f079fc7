import { AUDIT_LINES, linesOf } from '#network';
import { readsOf, sql } from '#reads';
import { ScoreSheet } from './score-sheet.entity.js';

export const SCORE_SHEET_READS = readsOf(ScoreSheet, 'ScoreSheet', (sheet) => ({
  scores: sheet.sql(({ scores }) => sql`${scores}::text[]`),
  auditLines: sheet.page(AUDIT_LINES, linesOf('ScoreSheet')),
}));

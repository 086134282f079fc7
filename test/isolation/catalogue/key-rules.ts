import type { Rules } from './run-rule.js';

export const KEY_RULES = {
  'whatever is unique or exclusive is so within a region': `
    SELECT i.indexrelid::regclass FROM pg_index i JOIN walled_table t ON t.oid = i.indrelid
    LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
    WHERE (i.indisunique OR i.indisexclusion)
      AND a.attname IS DISTINCT FROM CASE t.name WHEN 'region' THEN 'id' ELSE 'region_id' END`,

  'a foreign key carries the region on both sides': `
    SELECT k.conname FROM pg_constraint k
    JOIN region_table t ON t.oid = k.conrelid JOIN walled_table u ON u.oid = k.confrelid
    WHERE k.contype = 'f' AND NOT EXISTS (
      SELECT FROM unnest(k.conkey, k.confkey) AS pair (here, there)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.there
      WHERE a.attname = 'region_id' AND b.attname = CASE u.name WHEN 'region' THEN 'id' ELSE 'region_id' END)`,

  'no foreign key joins a table without a region to one behind the wall': `
    SELECT k.conname FROM pg_constraint k JOIN any_table t ON t.oid = k.conrelid
    WHERE k.contype = 'f'
      AND (k.conrelid IN (SELECT oid FROM walled_table)) <> (k.confrelid IN (SELECT oid FROM walled_table))`,

  'a constraint is named after its table and its kind': `
    SELECT k.conname FROM pg_constraint k JOIN any_table t ON t.oid = k.conrelid
    WHERE t.name <> 'migrations' AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conname !~ format('^%s_([a-z_]+_)?%s$', t.name,
      CASE k.contype WHEN 'p' THEN 'pkey' WHEN 'u' THEN 'key' WHEN 'f' THEN 'fkey' WHEN 'c' THEN 'check' ELSE 'exclusive' END)`,

  'an index is named after its table and what it is for': `
    SELECT i.indexrelid::regclass FROM pg_index i JOIN any_table t ON t.oid = i.indrelid
    WHERE t.name <> 'migrations' AND i.indexrelid NOT IN (SELECT conindid FROM pg_constraint)
      AND i.indexrelid::regclass::text !~ format(CASE WHEN i.indisunique THEN '^%s_([a-z_]+_)?key$' ELSE '^%s_by_[a-z_]+$' END, t.name)`,

  // A sheet goes with its assignment to another post of the same person, which nobody else may write.
  'a foreign key never changes the row that carries it': `
    SELECT k.conname FROM pg_constraint k JOIN any_table t ON t.oid = k.conrelid
    WHERE k.contype = 'f' AND (k.confdeltype IN ('n', 'd') OR k.confupdtype NOT IN ('a', 'r'))
      AND k.conname <> 'score_sheet_assignment_fkey'`,

  'every constraint holds at once and for all rows': `
    SELECT k.conname FROM pg_constraint k JOIN any_table t ON t.oid = k.conrelid
    WHERE k.condeferrable OR NOT k.convalidated`,
} satisfies Rules;

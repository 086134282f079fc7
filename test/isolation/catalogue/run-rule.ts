import { type Client, escapeLiteral } from 'pg';
import {
  DEFINER_FUNCTIONS,
  POLICIES_OF_ALL_REGIONS,
  TABLES_WITHOUT_REGION,
  UPDATABLE_KEYS,
} from './exceptions.js';

/** By the sentence it keeps: a query for one column, `offence`, that names whatever breaks it. */
export type Rules = Readonly<Record<string, string>>;

// What the rules speak of: all tables, those behind the wall, and those of them that carry region_id.
const WORDS = `
  WITH any_table AS (
    SELECT c.*, c.relname AS name FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
  ), walled_table AS (
    SELECT * FROM any_table WHERE name <> ALL (${nameArray(TABLES_WITHOUT_REGION)})
  ), region_table AS (
    SELECT * FROM walled_table WHERE name <> 'region'
  ), our_function AS (
    SELECT p.*, p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace IN ('public'::regnamespace, 'app'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  ), our_role AS (
    SELECT r.*, r.rolname AS name FROM pg_roles r
    WHERE r.rolname IN ('lianjian_app', 'lianjian_api', 'lianjian_operator', 'lianjian_sign_in', 'lianjian_teller',
      'lianjian_scorekeeper', 'lianjian_relay')
  ), policy AS (
    SELECT p.*, c.relname || '.' || p.polname AS name, c.relname AS table_name,
      coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '') AS tree
    FROM pg_policy p JOIN any_table c ON c.oid = p.polrelid
  ), table_right AS (
    SELECT c.relname AS table_name, a.attname AS column_name, c.relowner AS owner, e.*,
      CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE e.grantee::regrole::text END AS holder
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attacl IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT * FROM aclexplode(a.attacl)) AS e
    WHERE c.relnamespace = 'public'::regnamespace AND e.grantee <> c.relowner
  ), known_exception (kind, name) AS (VALUES
    ${[
      ...listExceptions('table', TABLES_WITHOUT_REGION),
      ...listExceptions('policy', POLICIES_OF_ALL_REGIONS),
      ...listExceptions('definer', DEFINER_FUNCTIONS),
      ...listExceptions('updatable key', UPDATABLE_KEYS),
    ].join(', ')})`;

/** The names of whatever breaks the rule, sorted. */
export async function findOffences(client: Client, rule: string): Promise<string[]> {
  const { rows } = await client.query<{ offence: string }>(
    `${WORDS} SELECT DISTINCT offence::text FROM (${rule}) AS broken (offence) ORDER BY 1`,
  );
  return rows.map((row) => row.offence);
}

function nameArray(reasons: Record<string, string>): string {
  return `ARRAY[${Object.keys(reasons)
    .map((name) => escapeLiteral(name))
    .join(', ')}]`;
}

function listExceptions(kind: string, reasons: Record<string, string>): string[] {
  return Object.keys(reasons).map((name) => `(${escapeLiteral(kind)}, ${escapeLiteral(name)})`);
}

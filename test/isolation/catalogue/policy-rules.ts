import type { Rules } from './run-rule.js';

export const POLICY_RULES = {
  'a policy is for roles of ours': `
    SELECT p.name FROM policy p WHERE NOT p.polroles <@ ARRAY(SELECT oid FROM our_role)`,

  'a policy reads its own row only': `SELECT p.name FROM policy p WHERE p.tree LIKE '%{SUBLINK %'`,

  'a policy calls nothing but settings of the schema app': `
    SELECT p.name || ' calls ' || f.oid::regprocedure FROM policy p,
      LATERAL regexp_matches(p.tree, '{FUNCEXPR :funcid (\\d+)', 'g') AS call (ids)
      JOIN pg_proc f ON f.oid = call.ids[1]::oid
    WHERE f.pronamespace <> 'app'::regnamespace`,

  'a function that a policy calls reads no table and calls no other': `
    SELECT DISTINCT f.name FROM pg_depend d JOIN our_function f ON f.oid = d.refobjid
    WHERE d.classid = 'pg_policy'::regclass AND d.refclassid = 'pg_proc'::regclass
      AND (f.prosqlbody IS NULL OR f.provolatile = 'v' OR EXISTS (
        SELECT FROM pg_depend uses WHERE uses.classid = 'pg_proc'::regclass AND uses.objid = f.oid
          AND uses.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass)))`,

  // A condition that every row must meet: it stands alone, or first among those joined by AND.
  'a policy holds rows to the region entered': `
    SELECT p.name FROM policy p, LATERAL (VALUES
      (pg_get_expr(p.polqual, p.polrelid)), (pg_get_expr(p.polwithcheck, p.polrelid))) AS side (condition)
    WHERE p.polname NOT IN (SELECT name FROM known_exception WHERE kind = 'policy')
      AND side.condition !~ format('^(\\(%1$s = app\\.region_id\\(\\)\\)|\\(\\(%1$s = app\\.region_id\\(\\)\\) AND .*)$',
        CASE p.table_name WHEN 'region' THEN 'id' ELSE 'region_id' END)`,

  'a policy of all regions only reads, or imports regions': `
    SELECT p.name FROM policy p
    WHERE p.polname IN (SELECT name FROM known_exception WHERE kind = 'policy') AND p.polname <> 'region_operate'
      AND (p.polcmd <> 'r' OR p.polroles <> ARRAY[
        CASE p.polname WHEN 'region_relay' THEN 'lianjian_relay' ELSE 'lianjian_sign_in' END::regrole::oid])`,

  'only named functions lend the rights of their owner, with a fixed search path': `
    SELECT f.name FROM our_function f
    WHERE f.prosecdef AND (f.proname NOT IN (SELECT name FROM known_exception WHERE kind = 'definer')
      OR NOT coalesce(f.proconfig @> ARRAY['search_path=pg_catalog, public'], false))`,

  'no function is open to the public': `
    SELECT f.name FROM our_function f,
      LATERAL aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) AS entry
    WHERE entry.grantee = 0`,

  'every exception is still there to be excepted': `
    SELECT kind || ' ' || name FROM known_exception WHERE name NOT IN (
      SELECT name FROM any_table UNION ALL SELECT polname FROM policy UNION ALL SELECT proname FROM our_function
      UNION ALL SELECT t.name || '.' || a.attname FROM walled_table t JOIN pg_attribute a ON a.attrelid = t.oid)`,

  'every function stands in the schema app': `
    SELECT f.name FROM our_function f WHERE f.pronamespace <> 'app'::regnamespace`,
} satisfies Rules;

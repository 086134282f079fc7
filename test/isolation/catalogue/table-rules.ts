import type { Rules } from './run-rule.js';

export const TABLE_RULES = {
  'every table stands in the schema public': `
    SELECT c.oid::regclass FROM pg_class c
    WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
      AND c.relnamespace::regnamespace::text NOT IN ('public', 'graphile_worker', 'pg_catalog', 'information_schema')`,

  'every table carries its region': `
    SELECT t.name FROM region_table t WHERE NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = t.oid
        AND a.attname = 'region_id' AND a.atttypid = 'uuid'::regtype AND a.attnotnull)`,

  'every primary key is (region_id, id)': `
    SELECT t.name FROM walled_table t
    LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
    WHERE pg_get_constraintdef(k.oid) IS DISTINCT FROM
      CASE t.name WHEN 'region' THEN 'PRIMARY KEY (id)' ELSE 'PRIMARY KEY (region_id, id)' END`,

  'row-level security is on and binds the owner too': `
    SELECT name FROM walled_table WHERE NOT (relrowsecurity AND relforcerowsecurity)`,

  'every table has a policy': `
    SELECT name FROM walled_table WHERE oid NOT IN (SELECT polrelid FROM pg_policy)`,

  'every table says what it is for': `
    SELECT name FROM any_table WHERE name <> 'migrations' AND obj_description(oid, 'pg_class') IS NULL`,

  'a crash empties no table': `SELECT name FROM any_table WHERE relpersistence <> 'p'`,

  'a default is a constant, so that ids and instants come from the application': `
    SELECT t.name || '.' || a.attname FROM walled_table t
    JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
    WHERE a.attidentity <> '' OR d.adbin::text ~ 'FUNCEXPR|SQLVALUEFUNCTION|NEXTVALUE'`,

  'there are no triggers and no rewrite rules': `
    SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger JOIN any_table t ON t.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL
    SELECT ev_class::regclass || '.' || rulename FROM pg_rewrite JOIN any_table t ON t.oid = ev_class`,

  'values are text with a check, never an enum or a domain': `
    SELECT oid::regtype FROM pg_type
    WHERE typtype IN ('e', 'd') AND typnamespace IN ('public'::regnamespace, 'app'::regnamespace)`,

  'a view asks with the rights of its reader': `
    SELECT relname FROM pg_class
    WHERE relkind = 'v' AND relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
      AND NOT coalesce(reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false)`,

  'there is no materialised view, which row-level security cannot guard': `
    SELECT oid::regclass FROM pg_class
    WHERE relkind = 'm' AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')`,
} satisfies Rules;

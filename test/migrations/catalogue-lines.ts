import type { DataSource } from 'typeorm';

// Every right is written out, so that the order and the defaults of an access list make no difference.
const LINES = `
  WITH space AS (
    SELECT oid, nspname FROM pg_namespace WHERE nspname = 'public' OR nspname = 'app'
  ), member AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
  ), relation AS (
    SELECT c.* FROM pg_class c JOIN space s ON s.oid = c.relnamespace
    WHERE c.relkind NOT IN ('i', 'I') AND c.relname !~ '^migrations' AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM member)
  ), routine AS (
    SELECT p.* FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
    WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM member)
  ), acl (object, list) AS (
    SELECT 'schema ' || n.nspname, n.nspacl FROM pg_namespace n JOIN space USING (oid)
    UNION ALL SELECT 'relation ' || oid::regclass, coalesce(relacl, acldefault('r', relowner)) FROM relation
    UNION ALL SELECT 'column ' || r.oid::regclass || '.' || a.attname, a.attacl
      FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid
    UNION ALL SELECT 'function ' || oid::regprocedure, coalesce(proacl, acldefault('f', proowner)) FROM routine
  )
  SELECT 'extension ' || extname AS line FROM pg_extension
  UNION ALL SELECT 'schema ' || nspname FROM space
  UNION ALL SELECT format('relation %s %s owner %s forced %s %s options %s', oid::regclass, relkind, relowner::regrole,
    relrowsecurity, relforcerowsecurity, reloptions) FROM relation
  UNION ALL SELECT format('column %s.%s %s not null %s default %s', r.oid::regclass, a.attname,
    format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
  UNION ALL SELECT format('constraint %s.%s %s', r.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
    FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype <> 'n'
  UNION ALL SELECT 'index ' || pg_get_indexdef(i.indexrelid) FROM relation r JOIN pg_index i ON i.indrelid = r.oid
  UNION ALL SELECT format('policy %s.%s %s to %s using %s check %s', tablename, policyname, cmd, roles, qual, with_check)
    FROM pg_policies WHERE schemaname IN (SELECT nspname FROM space)
  UNION ALL SELECT format('function %s owner %s %s', oid::regprocedure, proowner::regrole, pg_get_functiondef(oid)) FROM routine
  UNION ALL SELECT format('right %s on %s to %s', e.privilege_type, acl.object, CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE e.grantee::regrole::text END)
    FROM acl, LATERAL aclexplode(acl.list) AS e
  UNION ALL SELECT format('comment on %s: %s', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description)
    FROM pg_description d
    WHERE (d.classoid = 'pg_class'::regclass AND d.objoid IN (SELECT oid FROM relation))
       OR (d.classoid = 'pg_proc'::regclass AND d.objoid IN (SELECT oid FROM routine))`;

/** All that migrations make of a database, one line a thing, sorted; TypeORM's own table is left out. */
export async function readCatalogue(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(`SELECT line FROM (${LINES}) AS l ORDER BY line`);
  return rows.map((row) => row.line);
}

import type { Rules } from './run-rule.js';

export const ROLE_RULES = {
  'no role of ours can step over the wall': `
    SELECT name FROM our_role
    WHERE rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication`,

  'nobody signs in as a role that holds rights': `
    SELECT name FROM our_role WHERE rolcanlogin AND name <> 'lianjian_api'`,

  'a role of ours is a member of nothing but what it acts as': `
    SELECT r.name || ' in ' || m.roleid::regrole FROM our_role r JOIN pg_auth_members m ON m.member = r.oid
    WHERE NOT (r.name = 'lianjian_api' AND m.roleid = 'lianjian_app'::regrole)`,

  'no role of ours owns anything but the functions of signing in, of secret votes, of blind scores and of telling changes on': `
    SELECT r.name || ' owns ' || pg_describe_object(d.classid, d.objid, 0)
    FROM our_role r JOIN pg_shdepend d ON d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o'
    WHERE d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
      AND NOT (r.name = 'lianjian_sign_in' AND d.classid = 'pg_proc'::regclass
        AND d.objid IN ('app.find_account(text, text, timestamptz)'::regprocedure, 'app.find_region(text)'::regprocedure,
          'app.list_opened_posts(uuid, timestamptz)'::regprocedure))
      AND NOT (r.name = 'lianjian_teller' AND d.classid = 'pg_proc'::regclass
        AND d.objid IN ('app.count_ballot(uuid, text)'::regprocedure, 'app.close_ballot(uuid)'::regprocedure))
      AND NOT (r.name = 'lianjian_relay' AND d.classid = 'pg_proc'::regclass
        AND d.objid IN ('app.tell_change_events(bigint, integer)'::regprocedure, 'app.list_regions()'::regprocedure,
          'app.place_change_events(integer)'::regprocedure,
          'app.prune_change_events(timestamptz)'::regprocedure,
          'app.end_message_watches(timestamptz)'::regprocedure, 'app.prune_messages(timestamptz)'::regprocedure,
          'app.wake_message_watches(bigint, timestamptz, timestamptz)'::regprocedure))
      AND NOT (r.name = 'lianjian_scorekeeper' AND d.classid = 'pg_proc'::regclass
        AND d.objid IN ('app.open_sheets(uuid)'::regprocedure, 'app.keep_judging_roll(uuid)'::regprocedure,
          'app.open_nominations(uuid, jsonb)'::regprocedure, 'app.keep_accounts(uuid, jsonb)'::regprocedure,
          'app.returned_objections(uuid)'::regprocedure))`,

  'a function that lends rights belongs to the sign-in role, or to one that counts ballots or scores or tells changes on': `
    SELECT f.name FROM our_function f
    WHERE f.prosecdef AND f.proowner NOT IN ('lianjian_sign_in'::regrole, 'lianjian_teller'::regrole,
      'lianjian_scorekeeper'::regrole, 'lianjian_relay'::regrole)`,

  'rights on tables go to roles of ours, and not onwards': `
    SELECT holder || ' on ' || table_name FROM table_right
    WHERE grantee NOT IN (SELECT oid FROM our_role WHERE name <> 'lianjian_api') OR is_grantable`,

  'nobody but the owner may empty, refer to or trigger on a table': `
    SELECT holder || ' ' || privilege_type || ' on ' || table_name FROM table_right
    WHERE privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,

  'nobody makes tables or functions beside the owner': `
    SELECT r.name || ' in ' || n.nspname FROM our_role r, pg_namespace n
    WHERE n.nspname IN ('public', 'app') AND has_schema_privilege(r.oid, n.oid, 'CREATE')`,

  'the application never reads a password hash': `
    SELECT name FROM our_role
    WHERE name IN ('lianjian_app', 'lianjian_api') AND has_column_privilege(oid, 'account', 'password_hash', 'SELECT')`,

  'nobody reads the counters of a secret vote but who counts them': `
    SELECT r.name || ' on ' || a.attname FROM our_role r, pg_attribute a
    WHERE r.name <> 'lianjian_teller' AND a.attrelid = 'vote_tally'::regclass AND a.attnum > 0
      AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT, INSERT, UPDATE')`,

  'nobody but its judge writes a sheet, and who keeps the scores reads no judge of it': `
    SELECT r.name || ' on ' || a.attname FROM our_role r, pg_attribute a
    WHERE a.attrelid = 'score_sheet'::regclass AND a.attnum > 0 AND r.name NOT IN ('lianjian_app', 'lianjian_api')
      AND (has_column_privilege(r.oid, a.attrelid, a.attnum, 'INSERT, UPDATE')
        OR (a.attname IN ('judge_post_id', 'judge_person_id', 'comment')
          AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT')))`,

  'no session reads the sheets from which an account was counted, and none says who reads that account': `
    SELECT r.name || ' on ' || a.attrelid::regclass || '.' || a.attname FROM our_role r, pg_attribute a
    WHERE a.attnum > 0 AND (
      (a.attrelid = 'counted_sheets'::regclass AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT, UPDATE'))
      OR (a.attrelid = 'evaluation_account'::regclass AND r.name <> 'lianjian_scorekeeper'
        AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')))`,

  'who keeps the scores reads no text of an objection, and nobody else says to whom it is not shown': `
    SELECT r.name || ' on ' || a.attname FROM our_role r, pg_attribute a
    WHERE a.attrelid = 'evaluation_objection'::regclass AND (
      (a.attname IN ('text', 'unit_id') AND r.name = 'lianjian_scorekeeper' AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT'))
      OR (a.attname = 'returned_by_ids' AND r.name <> 'lianjian_scorekeeper' AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')))`,

  'no session says whose that is what is nominated, nor when it is open: that is written once': `
    SELECT r.name || ' on ' || a.attname FROM our_role r, pg_attribute a
    WHERE a.attrelid = 'nomination'::regclass AND a.attname IN ('is_open', 'responsible_unit_id', 'co_host_unit_ids')
      AND r.name <> 'lianjian_scorekeeper' AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')
    UNION ALL SELECT polname FROM pg_policy
    WHERE polrelid = 'nomination'::regclass AND polcmd IN ('w', '*') AND 'lianjian_scorekeeper'::regrole = ANY (polroles)
      AND pg_get_expr(polqual, polrelid) NOT LIKE '%(NOT is_open)%'`,

  'the application makes no roll of judges, and gives none to another': `
    SELECT a.attname FROM pg_attribute a
    WHERE a.attrelid = 'judging_roll'::regclass AND a.attnum > 0
      AND (has_column_privilege('lianjian_app', a.attrelid, a.attnum, 'INSERT')
        OR (a.attname LIKE 'returning%' AND has_column_privilege('lianjian_app', a.attrelid, a.attnum, 'UPDATE')))`,

  'nobody changes or removes an audit line, its owner only by giving himself the right first': `
    SELECT DISTINCT e.grantee::regrole || ' ' || e.privilege_type FROM any_table t, pg_attribute a,
      LATERAL (SELECT * FROM aclexplode(coalesce(t.relacl, acldefault('r', t.relowner)))
        UNION ALL SELECT * FROM aclexplode(a.attacl)) AS e
    WHERE t.name = 'audit_line' AND a.attrelid = t.oid AND e.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
    UNION ALL SELECT polname FROM pg_policy
    WHERE polrelid = 'audit_line'::regclass AND polcmd NOT IN ('r', 'a')`,

  // Whoever moves a row to another owner or region moves it past the policies that were asked for the old one.
  'a key is never updated': `
    SELECT r.name || ' on ' || t.name || '.' || a.attname
    FROM our_role r, walled_table t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'f')
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (k.conkey)
    WHERE has_column_privilege(r.oid, t.oid, a.attnum, 'UPDATE')
      AND t.name || '.' || a.attname NOT IN (SELECT name FROM known_exception WHERE kind = 'updatable key')`,
} satisfies Rules;

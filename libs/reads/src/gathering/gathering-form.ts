import { cursorSql, pageSql, placedSql, type KeysetForm } from './keyset-page.js';

/** What a list over many kinds of rows is made of; ordered by columns of the branches or of `derived`. */
export interface GatheringForm extends KeysetForm {
  /** One SELECT for each kind, with a column `kind` and the same others in each. They take the first parameters. */
  readonly branches: readonly string[];
  /** Columns worked out of those of the branches, `w`. */
  readonly derived: readonly string[];
  /** What is said of each kind, over its rows `w`; with `kind`. */
  readonly counted: readonly string[];
  /** What is said of each entry `p`: names, and where they come from. */
  readonly told: Readonly<Record<string, string>>;
}

/**
 * All kinds as one statement, which counts what it finds and reads one page of it. Only its parameters differ from
 * request to request, so that each connection plans it once.
 */
export function gatheringStatement(form: GatheringForm): string {
  const { branches, derived, counted, told } = form;
  const gathered = `SELECT ${['w.*', ...derived].join(', ')} FROM (${branches.join('\n    UNION ALL')}) w`;
  const said = [...Object.entries(told), ['cursor', cursorSql(form)]].map(
    ([name, value]) => `'${name}', ${value}`,
  );
  return `SELECT (WITH gathered AS MATERIALIZED (${gathered}),
  ${placedSql(form, 'gathered')}
  SELECT json_build_object(
    'totalCount', (SELECT count(*) FROM gathered),
    'counts', (SELECT coalesce(json_agg(c ORDER BY c."kind"), '[]') FROM (
      SELECT ${['w.kind', ...counted].join(', ')} FROM gathered w GROUP BY w.kind) c),
    'rows', (SELECT coalesce(json_agg(json_build_object(${said.join(', ')}) ORDER BY p.ordinal), '[]')
      FROM (${pageSql(form)}) p))::text) AS answer`;
}

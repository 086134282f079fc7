/** Runs with the rights of whoever planted it, whenever a row of the table is written. */
function whenever(table: string, events: string, body: string): string {
  return `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN ${body} RETURN NEW; END $$;
    CREATE TRIGGER planted ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION planted()`;
}

export interface Plant {
  readonly sql: string;
  /** Who is to see it, and what of. */
  readonly account: string;
  readonly seenIn: RegExp;
  /** Only acts show it. */
  readonly isTried?: boolean;
}

const EACH_SHEET = 'AFTER INSERT OR UPDATE';

/** What a careless hand would let depend on a sheet or on who was assigned; each of them alone tells. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  'a stamp of the round that each sheet sets': {
    sql: whenever(
      'score_sheet',
      EACH_SHEET,
      `UPDATE evaluation_round SET updated_at = updated_at + interval '1 second' WHERE id = NEW.round_id;`,
    ),
    account: 'zhoupu-no3-primary',
    seenIn: /evaluation_?round/i,
  },
  'a count of submitted sheets on a row that units read': {
    sql: whenever(
      'score_sheet',
      EACH_SHEET,
      `IF NEW.is_submitted THEN UPDATE nomination SET version = version + 1 WHERE id = NEW.nomination_id; END IF;`,
    ),
    account: 'resident-1',
    seenIn: /^nominations|^node \d Nomination/,
  },
  'an audit line of a sheet that the network reads': {
    sql: whenever(
      'audit_line',
      'BEFORE INSERT',
      `IF NEW.thing_type = 'ScoreSheet' THEN NEW.network_ids = (SELECT array_agg(network_id) FROM evaluation_round); END IF;`,
    ),
    account: 'clinic',
    seenIn: /table public.audit_line/,
  },
  'a nomination that is written as it was, once for each sheet': {
    sql: whenever(
      'score_sheet',
      EACH_SHEET,
      `UPDATE nomination SET title = title WHERE id = NEW.nomination_id;`,
    ),
    account: 'southeast-committee',
    seenIn: /table public.nomination/,
  },
  'an error that tells whether anybody was dropped': {
    sql: whenever(
      'judge_conflict',
      'BEFORE INSERT',
      `IF EXISTS (SELECT FROM judge_assignment a WHERE a.nomination_id = NEW.nomination_id AND a.state = 'DROPPED') THEN
        RAISE EXCEPTION 'There is no place to give up.'; END IF;`,
    ),
    account: 'secondary-school',
    seenIn: /declareConflict/,
    isTried: true,
  },
  'assignments that the committee reads': {
    sql: `CREATE POLICY planted ON judge_assignment FOR SELECT TO lianjian_app
      USING (region_id = app.region_id() AND network_id = ANY (app.convened_network_ids()))`,
    account: 'southeast-committee',
    seenIn: /^node \d JudgeAssignment|table public.judge_assignment/,
  },
};

/** A note of each sheet where no actor reads: nobody is told. */
export const UNREAD_NOTE = `CREATE TABLE planted_notes (said text); ${whenever(
  'score_sheet',
  EACH_SHEET,
  `INSERT INTO planted_notes VALUES (NEW.scores::text);`,
)}`;

/** Sheets as they lie, by who came first; and what was counted read by the committee. */
export const SHEETS_AS_THEY_LIE = `GRANT SELECT ON score_sheet TO lianjian_scorekeeper;
  GRANT SELECT ON counted_sheets TO lianjian_app;
  CREATE POLICY counted_sheets_leak ON counted_sheets FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND network_id = ANY (app.convened_network_ids()));
  CREATE OR REPLACE FUNCTION app.open_sheets(p_round uuid)
  RETURNS TABLE (nomination_id uuid, panel_kind text, is_set_aside boolean, scores numeric[])
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.nomination_id, s.panel_kind, a.state = 'SET_ASIDE', s.scores::numeric[] FROM score_sheet s
    JOIN judge_assignment a ON a.region_id = s.region_id AND a.id = s.id AND a.state IN ('SUBMITTED', 'SET_ASIDE')
    WHERE s.region_id = app.region_id() AND s.round_id = p_round ORDER BY s.ctid $$`;

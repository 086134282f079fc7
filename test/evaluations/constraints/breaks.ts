/** Columns of a copied row that make it one that cannot be; `=` begins an expression over the row `t`. */
export type Changes = Readonly<Record<string, unknown>>;

/** Which constraint stands against which copies of a row. */
export type Breaks = Readonly<Record<string, readonly Changes[]>>;

export const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** Two rows that differ in their id alone. */
export const AGAIN: Changes = {};

/** Of a round that is being scored, of its rules, criteria, panels and awards. */
export const ROUND_BREAKS: Readonly<Record<string, Breaks>> = {
  evaluation_round: {
    subject_kind_check: [{ subject_kind: 'IDEA' }],
    state_check: [{ state: 'PAUSED' }],
    period_check: [{ period_to: '2025-12-31' }],
    until_check: [{ nominations_until: '2026-12-02', scoring_until: '2026-12-01' }],
    notice_check: [{ notice_working_days: 0 }, { notice_working_days: 61 }],
    returning_check: [{ returning_person_name: null }],
    finalists_check: [
      { subject_kind: 'CONTEST_TEAM', finalist_places: 1 },
      { subject_kind: 'CONTEST_TEAM', finalists_of_id: '=t.id' },
      { subject_kind: 'CONTEST_TEAM', finalists_of_id: '=t.id', finalist_places: 0 },
      { subject_kind: 'UNIT', finalists_of_id: '=t.id', finalist_places: 1 },
    ],
    steps_check: [
      { state: 'SETUP' },
      { state: 'NOMINATING' },
      { state: 'NOMINATING', scoring_at: null, opened_at: null },
      { scoring_at: null },
      { opened_at: null },
      { deliberating_at: '=now()' },
      { state: 'DELIBERATING' },
      { state: 'PUBLIC_NOTICE' },
      { state: 'PUBLIC_NOTICE', published_at: '=now()' },
      { state: 'FINAL' },
      { state: 'FINAL', deliberating_at: '=now()', final_at: '=now()' },
      { state: 'DELIBERATING', scoring_at: null, deliberating_at: '=now()' },
    ],
    cancelled_check: [
      { cancelled_at: '=now()' },
      { state: 'CANCELLED', reason: '说明' },
      { state: 'CANCELLED', cancelled_at: '=now()' },
    ],
    member_fkey: [{ unit_id: NOBODY }],
    returning_fkey: [{ returning_post_id: NOBODY }],
    copied_fkey: [{ copied_from_id: NOBODY }],
    finalists_fkey: [{ subject_kind: 'CONTEST_TEAM', finalists_of_id: NOBODY, finalist_places: 1 }],
  },
  evaluation_rules: {
    scale_check: [{ scale_min: 100 }, { scale_step: -1 }, { scale_step: 7 }],
    minimum_check: [{ minimum_sheets: 2 }, { minimum_sheets: 5, sheets_per_panel: 4 }],
    round_fkey: [AGAIN],
  },
  evaluation_criterion: {
    position_key: [AGAIN],
    position_check: [{ position: 0 }],
    weight_check: [{ weight: 0 }, { weight: 100.01 }],
    rules_fkey: [{ round_id: NOBODY }],
  },
  evaluation_panel: {
    kind_key: [AGAIN],
    kind_check: [{ kind: 'STEWARDS' }],
    weight_check: [{ weight: 0 }, { weight: 100.01 }],
    rules_fkey: [{ round_id: NOBODY }],
  },
  evaluation_award: {
    position_key: [AGAIN],
    position_check: [{ position: 0 }],
    places_check: [{ places: null }, { min_score: 90 }, { places: 0 }],
    points_check: [{ points: -1 }, { co_host_points: -1 }],
    rules_fkey: [{ round_id: NOBODY }],
  },
};

/** Credited to nobody yet. */
const CLOSED: Changes = { is_open: false, responsible_unit_id: null };
/** Takes no part, so that no other nomination of the same stands against it. */
const ASIDE: Changes = { ...CLOSED, state: 'WITHDRAWN' };

/** Of a unit that has nominated itself in a round that is being scored, and of what the platform knows of it. */
export const NOMINATION_BREAKS: Readonly<Record<string, Breaks>> = {
  nomination: {
    subject_check: [{ subject_label: '三号楼组' }, { subject_unit_id: null }],
    state_check: [{ state: 'LOST', ...CLOSED }],
    submitted_check: [
      { state: 'DRAFT', ...CLOSED },
      { state: 'RETURNED', ...CLOSED, reason: '说明' },
      { submitted_at: null },
    ],
    open_check: [{ state: 'WITHDRAWN' }],
    excluded_check: [{ state: 'EXCLUDED', ...CLOSED, reason: '说明' }],
    reason_check: [{ state: 'EXCLUDED' }, { state: 'RETURNED', ...CLOSED, submitted_at: null }],
    responsible_check: [
      { responsible_unit_id: null },
      { ...ASIDE, co_host_unit_ids: `{${NOBODY}}` },
      { ...ASIDE, is_open: false, responsible_unit_id: '=t.unit_id' },
      { co_host_unit_ids: '=ARRAY[t.responsible_unit_id]' },
    ],
    round_fkey: [{ round_id: NOBODY }],
    member_fkey: [{ ...ASIDE, unit_id: NOBODY }],
    project_fkey: [{ ...ASIDE, subject_unit_id: null, project_id: NOBODY }],
    subject_unit_fkey: [{ ...ASIDE, subject_unit_id: NOBODY }],
    responsible_fkey: [{ state: 'EXCLUDED', reason: '说明', responsible_unit_id: NOBODY }],
    finalist_fkey: [{ ...ASIDE, finalist_of_id: NOBODY }],
    subject_unit_key: [AGAIN],
    project_key: [{ subject_unit_id: null, project_id: NOBODY }],
    label_key: [{ subject_unit_id: null, subject_label: '三号楼组' }],
  },
  nomination_fact: {
    position_key: [AGAIN],
    kind_check: [{ kind: 'LIKES' }],
    measure_check: [{ measure: 'HOURS' }, { kind: 'LENT' }, { kind: 'LENT', measure: 'POINTS' }],
    counted_check: [{ counted_over: 0 }],
    nomination_fkey: [{ position: 99, round_id: NOBODY }],
    owner_fkey: [{ position: 99, unit_id: NOBODY }],
  },
};

const STEWARD = `SELECT p.%s FROM post p WHERE p.region_id = t.region_id AND p.role = 'STEWARD' LIMIT 1`;
/** Somebody whom no other row of the round names. */
const steward = (column: string): string => `=(${STEWARD.replace('%s', column)})`;
/** A judge who was not given this nomination. */
const free = (
  column: string,
): string => `=(SELECT j.${column} FROM evaluation_judge j WHERE j.round_id = t.round_id AND
  NOT EXISTS (SELECT FROM judge_assignment a WHERE a.round_id = j.round_id AND a.judge_person_id = j.person_id) LIMIT 1)`;
const FREE: Changes = { judge_person_id: free('person_id'), judge_post_id: free('post_id') };
const STRANGER: Changes = { person_id: steward('person_id'), post_id: steward('id') };

/** Of a roll whose judges have been shown what is theirs, a conflict that was declared, and a sheet that was submitted. */
export const JUDGING_BREAKS: Readonly<Record<string, Breaks>> = {
  judging_roll: { round_fkey: [AGAIN] },
  evaluation_judge: {
    person_key: [AGAIN],
    panel_check: [{ panel_kind: 'STEWARDS' }],
    excused_check: [{ excuse: '出差' }, { excused_at: '=now()' }],
    other_check: [{ post_id: '=t.returning_post_id' }, { person_id: '=t.returning_person_id' }],
    post_fkey: [{ person_id: steward('person_id') }],
    member_fkey: [{ ...STRANGER, unit_id: NOBODY }],
    roll_fkey: [{ ...STRANGER, returning_post_id: NOBODY }],
  },
  judge_conflict: {
    person_key: [AGAIN],
    post_fkey: [{ person_id: steward('person_id'), post_id: NOBODY }],
    person_fkey: [{ person_id: NOBODY }],
    nomination_fkey: [{ nomination_id: NOBODY }],
    roll_fkey: [{ person_id: steward('person_id'), returning_post_id: NOBODY }],
  },
  judge_assignment: {
    person_key: [AGAIN],
    panel_check: [{ panel_kind: 'STEWARDS' }],
    state_check: [{ state: 'LOST' }],
    ground_check: [
      { ground: 'EXCUSED' },
      { state: 'DROPPED' },
      { state: 'DROPPED', ground: 'WEATHER' },
      { reason: '说明' },
    ],
    other_check: [{ judge_post_id: '=t.returning_post_id' }, { judge_person_id: '=t.returning_person_id' }],
    nomination_fkey: [{ nomination_id: NOBODY }],
    judge_fkey: [{ judge_person_id: steward('person_id'), judge_post_id: steward('id') }],
    post_fkey: [{ judge_person_id: free('person_id') }],
    member_fkey: [{ ...FREE, unit_id: NOBODY }],
    roll_fkey: [{ ...FREE, returning_post_id: NOBODY }],
  },
  score_sheet: {
    complete_check: [{ scores: [null, 5] }],
    person_fkey: [{ judge_person_id: NOBODY }],
    assignment_fkey: [AGAIN],
  },
};

/** What another constraint says already: a post is of its person, so that the one is not broken without the other. */
export const REPEATED = ['evaluation_judge_person_fkey'];

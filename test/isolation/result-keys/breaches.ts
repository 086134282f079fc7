/** By constraint or unique index, each statement that it alone keeps out; what stands before it comes first. */
export type Breaches = Readonly<Record<string, readonly string[]>>;

/** What only lets a foreign key name more than the id, which is unique by itself: nothing can be in its way. */
export const NAMED_BY_FOREIGN_KEYS = ['evaluation_result_round_key', 'recognition_account_key'];

/** Of the round under test: a final result (number 1), a draft that follows it, and beside it another round with a draft. */
const FINAL = `id = (SELECT id FROM evaluation_result WHERE state = 'FINAL')`;
const DRAFT = `previous_id IS NOT NULL`;
const ELSEWHERE = `(SELECT id FROM evaluation_result WHERE previous_id IS NULL AND state = 'DRAFT')`;
const NOMINATED_ELSEWHERE = `(SELECT nomination_id FROM evaluation_standing WHERE result_id = ${ELSEWHERE} LIMIT 1)`;
const HERE = `region_id = (SELECT region_id FROM evaluation_round LIMIT 1)`;
const OTHER_NETWORK = `(SELECT id FROM network WHERE code = 'riverside' AND ${HERE})`;
const OTHER_UNIT = `(SELECT id FROM unit WHERE code = 'riverside-primary' AND ${HERE})`;
const NONE = `gen_random_uuid()`;
const NOTICE = `published_at = computed_at, notice_until = computed_at + interval '1 day', is_notice_provisional = false`;
const UNPUBLISHED = `number = NULL, published_at = NULL, notice_until = NULL, is_notice_provisional = NULL, final_at = NULL`;

const result = (set: string, where = FINAL): string => `UPDATE evaluation_result SET ${set} WHERE ${where}`;

const RESULT: Breaches = {
  evaluation_result_number_key: [result(`state = 'SUPERSEDED', number = 1, ${NOTICE}`, DRAFT)],
  evaluation_result_number_check: [result(`number = 0`)],
  evaluation_result_state_check: [result(`state = 'FORGOTTEN'`, DRAFT)],
  evaluation_result_published_check: [
    result(`published_at = NULL`),
    result(`notice_until = published_at`),
    result(`computed_at = published_at + interval '1 second'`),
  ],
  evaluation_result_final_check: [
    result(`final_at = notice_until - interval '1 second'`),
    result(`final_at = computed_at`, DRAFT),
  ],
  evaluation_result_stands_check: [
    result(`number = 2, ${NOTICE}`, DRAFT),
    result(`state = 'ON_NOTICE'`, DRAFT),
    result(`state = 'ON_NOTICE'`),
    result(`final_at = NULL`),
  ],
  evaluation_result_reasons_check: [result(`reasons = '[]'`, DRAFT)],
  evaluation_result_round_fkey: [result(`network_id = ${OTHER_NETWORK}`, DRAFT)],
  evaluation_result_previous_fkey: [result(`previous_id = ${ELSEWHERE}`, DRAFT)],
  evaluation_result_draft_key: [result(`state = 'DRAFT', ${UNPUBLISHED}`)],
  evaluation_result_current_key: [result(`state = 'ON_NOTICE', number = 2, ${NOTICE}`, DRAFT)],
};

const OF_FINAL = `result_id = (SELECT id FROM evaluation_result WHERE state = 'FINAL')`;
const WITHOUT_ACCOUNTS = `DELETE FROM counted_sheets; DELETE FROM evaluation_account`;
const standing = (set: string): string =>
  `UPDATE evaluation_standing s SET ${set} WHERE place = 1 AND ${OF_FINAL}`;
const SECOND = `(SELECT nomination_id FROM evaluation_standing WHERE place = 2 AND ${OF_FINAL})`;

const STANDING: Breaches = {
  evaluation_standing_nomination_key: [standing(`nomination_id = ${SECOND}`)],
  evaluation_standing_place_key: [standing(`place = 2`)],
  evaluation_standing_place_check: [standing(`place = 0, rank = NULL, award_id = NULL, points = 0`)],
  evaluation_standing_rank_check: [standing(`rank = 2`), standing(`rank = 0`)],
  evaluation_standing_award_check: [standing(`rank = NULL`)],
  evaluation_standing_points_check: [standing(`points = -1`), standing(`award_id = NULL`)],
  evaluation_standing_result_fkey: [
    `${WITHOUT_ACCOUNTS}; ${standing(`result_id = ${ELSEWHERE}, place = 9`)}`,
  ],
  evaluation_standing_round_fkey: [`${WITHOUT_ACCOUNTS}; ${standing(`network_id = ${OTHER_NETWORK}`)}`],
  evaluation_standing_nomination_fkey: [
    `${WITHOUT_ACCOUNTS}; ${standing(`nomination_id = ${NOMINATED_ELSEWHERE}`)}`,
  ],
  evaluation_standing_award_fkey: [standing(`award_id = ${NONE}`)],
};

const WITHOUT_SHEETS = `DELETE FROM counted_sheets`;
const account = (set: string): string => `UPDATE evaluation_account SET ${set} WHERE ${OF_FINAL}`;

const ACCOUNT: Breaches = {
  evaluation_account_score_check: [
    account(`score = '{"exact": "1/0"}'`),
    account(`score = '{"exact": "86.00"}'`),
  ],
  evaluation_account_round_fkey: [account(`network_id = ${OTHER_NETWORK}`)],
  evaluation_account_standing_fkey: [account(`nomination_id = ${NONE}`)],
  evaluation_account_id_fkey: [`${WITHOUT_SHEETS}; ${account(`id = ${NONE}`)}`],
  counted_sheets_account_fkey: [`UPDATE counted_sheets SET id = ${NONE}`],
  counted_sheets_round_fkey: [`UPDATE counted_sheets SET network_id = ${OTHER_NETWORK}`],
};

const UNRULED = `ruling = NULL, ruled_at = NULL, ruled_by_unit_id = NULL`;
/** There are two of one unit to the whole of the round, both dismissed. */
const objection = (set: string): string => `UPDATE evaluation_objection SET ${set}`;

const OBJECTION: Breaches = {
  evaluation_objection_state_check: [objection(`state = 'FORGOTTEN', ${UNRULED}`)],
  evaluation_objection_ruled_check: [
    objection(`ruling = NULL`),
    objection(`state = 'WITHDRAWN'`),
    objection(UNRULED),
  ],
  evaluation_objection_result_fkey: [objection(`result_id = ${ELSEWHERE}`)],
  evaluation_objection_round_fkey: [objection(`network_id = ${OTHER_NETWORK}`)],
  evaluation_objection_nomination_fkey: [objection(`nomination_id = ${NOMINATED_ELSEWHERE}`)],
  evaluation_objection_member_fkey: [objection(`unit_id = ${OTHER_UNIT}`)],
  evaluation_objection_ruler_fkey: [objection(`ruled_by_unit_id = ${NONE}`)],
  evaluation_objection_filed_key: [
    objection(`state = 'FILED', ${UNRULED}`),
    objection(`state = 'FILED', ${UNRULED}, nomination_id = ${SECOND}`),
  ],
};

const recognition = (kind: 'AWARD' | 'LETTER', set: string): string =>
  `UPDATE recognition SET ${set} WHERE kind = '${kind}'`;
/** The award of the second in the place of that of the first. */
const TWICE = `(nomination_id, unit_id) = (SELECT nomination_id, unit_id FROM recognition WHERE kind = 'AWARD' ORDER BY id LIMIT 1)`;

const RECOGNITION: Breaches = {
  recognition_kind_check: [recognition('LETTER', `kind = 'MEDAL'`)],
  recognition_award_check: [
    ...['occasion', 'what', 'round_id', 'nomination_id', 'result_id'].map((column) =>
      recognition('AWARD', `${column} = NULL`),
    ),
    ...[`points = 1`, `is_co_host = true`, `occasion = ''`].map((set) => recognition('LETTER', set)),
  ],
  recognition_points_check: [recognition('AWARD', `points = -1`)],
  recognition_taken_back_check: [
    recognition('LETTER', `taken_back_at = granted_at`),
    recognition('LETTER', `taken_back_reason = ''`),
    recognition('AWARD', `taken_back_at = granted_at`),
    recognition('AWARD', `taken_back_by_result_id = result_id`),
  ],
  recognition_member_fkey: [recognition('LETTER', `unit_id = ${OTHER_UNIT}`)],
  recognition_project_fkey: [recognition('LETTER', `project_id = ${NONE}`)],
  recognition_dish_fkey: [recognition('LETTER', `dish_id = ${NONE}`)],
  recognition_round_fkey: [recognition('AWARD', `round_id = ${NONE}`)],
  recognition_nomination_fkey: [recognition('AWARD', `nomination_id = ${NOMINATED_ELSEWHERE}`)],
  recognition_result_fkey: [recognition('AWARD', `result_id = ${ELSEWHERE}`)],
  recognition_taken_back_fkey: [
    recognition('AWARD', `taken_back_at = granted_at, taken_back_by_result_id = ${ELSEWHERE}`),
  ],
  recognition_award_key: [recognition('AWARD', TWICE)],
};

const entry = (set: string): string => `UPDATE contribution SET ${set} WHERE measure = 'POINTS'`;
const LENT = `booking_id = ${NONE}, offer_id = ${NONE}, requester_unit_id = ${NONE}`;
const ANY_AWARD = `(SELECT id FROM recognition WHERE kind = 'AWARD' ORDER BY id LIMIT 1)`;
const A_LETTER = `(SELECT id FROM recognition WHERE kind = 'LETTER')`;

/** What points add to the account. */
export const POINT_BREACHES: Breaches = {
  contribution_kind_check: [
    entry(`recognition_id = NULL`),
    entry(`assumed = true`),
    entry(`booking_id = ${NONE}`),
    entry(`measure = 'HOURS'`),
    entry(`measure = 'HOURS', ${LENT}`),
  ],
  contribution_measure_check: [entry(`measure = 'MEDALS', recognition_id = NULL, ${LENT}`)],
  contribution_total_measure_check: [`UPDATE contribution_total SET measure = 'MEDALS'`],
  contribution_recognition_fkey: [
    `${entry(`recognition_id = ${A_LETTER}`)} AND recognition_id = ${ANY_AWARD}`,
  ],
  contribution_recognition_key: [entry(`recognition_id = ${ANY_AWARD}`)],
};

export const BREACHES: Breaches = {
  ...RESULT,
  ...STANDING,
  ...ACCOUNT,
  ...OBJECTION,
  ...RECOGNITION,
};

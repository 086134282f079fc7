import type { MessageThing } from '#messages';
import { EVALUATION_MESSAGE_WORDS as WORDS } from '../round/evaluation-message.words.js';

/** What became of results, once their network reads them. */
export const EVALUATION_RESULT_MESSAGES: readonly MessageThing[] = [
  {
    thing: 'EvaluationResult',
    acts: { 'EvaluationResult ON_NOTICE': WORDS.ON_NOTICE, 'EvaluationResult FINAL': WORDS.FINAL },
    ends: [],
    titles: `SELECT y.id AS thing_id, y.network_id, o.name AS title, NULL::timestamptz AS starts_at
      FROM evaluation_result y JOIN evaluation_round o ON o.region_id = $1 AND o.id = y.round_id
      WHERE y.region_id = $1 AND y.id = ANY ($2)`,
  },
];

import { REGION } from '#reads';
import { FOR_GOOD } from './expect-answered.js';

function standings(result: string): string {
  return `SELECT s.nomination_id, s.rank, s.award_id FROM evaluation_standing s
            WHERE s.region_id = ${REGION} AND s.result_id = ${result}`;
}

/** Results from contested `c`, without it, to `y`: a draft follows what was published last, each of those the one before. */
const SINCE = `SELECT FROM evaluation_result z CROSS JOIN jsonb_array_elements(z.reasons) a(reason)
            WHERE z.region_id = ${REGION} AND z.round_id = o.id AND z.id <> c.id AND (z.id = y.id OR z.number > c.number)`;

/** Whether result `y` of round `o` differs in nothing from one that was rightly objected to, as `expectAnswered` says it. */
export const IS_UNCHANGED = `EXISTS (SELECT FROM evaluation_objection x
        JOIN evaluation_result c ON c.region_id = ${REGION} AND c.id = x.result_id
        WHERE x.region_id = ${REGION} AND x.round_id = o.id AND x.state = 'UPHELD'
          AND NOT EXISTS (${SINCE} AND a.reason ->> 'act' IN ('${FOR_GOOD.join("', '")}'))
          AND NOT EXISTS (${standings('c.id')} EXCEPT ${standings('y.id')})
          AND NOT EXISTS (${standings('y.id')} EXCEPT ${standings('c.id')}))`;

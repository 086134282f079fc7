import { findGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { Client } from 'pg';
import { putInState } from '../support/evaluation-acts.js';
import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import { GROUPS, judgeOf, PARTNERS_ALONE, ResultActs } from '../support/result-acts.js';
import { untilWaiting } from '../support/until-waiting.js';
import { startWorld, type World } from '../support/world.js';

describe('conflicts of judges at the moment of the closing', () => {
  let world: World;
  let acts: JudgingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  it('are declared by two judges while scoring is closed, and neither waits for the other in a ring', async () => {
    const results = new ResultActs(world);
    const { round, nominations } = await results.closed({
      subjects: GROUPS.slice(0, 1),
      changes: PARTNERS_ALONE,
    });
    const nominationId = nominations[0]?.id ?? '';
    const [first, second] = nodesOf((await acts.roll(round.id)).assignments).map(judgeOf);
    let retries = 0;
    world.api.app.get(Tenancy).tell({ retried: () => (retries += 1) });
    // As it was just before the closing, which is about to commit.
    await putInState(world, round, 'SCORING');
    const closing = new Client({ connectionString: world.api.database.superuserUrl });
    await closing.connect();
    const id = findGlobalId(['EvaluationRound'], round.id)?.id;
    await closing.query('BEGIN');
    await closing.query(
      `UPDATE evaluation_round SET state = 'DELIBERATING', deliberating_at = updated_at WHERE id = $1`,
      [id],
    );
    const declaring = [first, second].map((account = '') =>
      acts.tryAct(account, 'declareConflict', { nominationId }),
    );
    await untilWaiting(closing, 2);
    await closing.query('COMMIT');
    await closing.end();
    const types = (await Promise.all(declaring)).map(({ __typename }) => __typename);
    expect([types, retries]).toEqual([['JudgeConflict', 'JudgeConflict'], 0]);
    const { draftResult } = await results.see(results.secretary, round.id);
    expect(draftResult?.reasons).toHaveLength(2);
  });
});

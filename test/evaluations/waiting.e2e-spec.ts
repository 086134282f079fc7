import { fromGlobalId } from '#graphql';
import { Client } from 'pg';
import { JudgingActs, type JudgingActName, nodesOf, type SeenRoll } from '../support/judging-acts.js';
import type { NominationActName } from '../support/nomination-acts.js';
import { startWorld, type World } from '../support/world.js';

const STEPS = {
  SCORING: `state = 'SCORING', scoring_at = updated_at`,
  NOMINATING: `state = 'NOMINATING', scoring_at = NULL`,
  DELIBERATING: `state = 'DELIBERATING', deliberating_at = updated_at`,
  AGAIN: `state = 'SCORING', deliberating_at = NULL`,
};
const OFFICER = 'southeast-officer';

/** Without the lock it would go by what the round was, and be granted. */
describe('what is done beneath a round while it takes its next step waits for that, and is too late', () => {
  let world: World;
  let acts: JudgingActs;
  let client: Client;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
    client = new Client({ connectionString: world.api.database.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  const step = (round: string, to: keyof typeof STEPS) =>
    client.query(`UPDATE evaluation_round SET ${STEPS[to]} WHERE id = $1`, [
      fromGlobalId('EvaluationRound', round),
    ]);
  const isAnyWaiting = async (): Promise<boolean> => {
    // Statistics of others are read once in a transaction.
    await client.query('SELECT pg_stat_clear_snapshot()');
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (await client.query(waiting)).rowCount !== 0;
  };
  /** The step is about to commit when the act begins; then it is taken back. */
  const meanwhile = async <T>(
    round: string,
    to: 'SCORING' | 'DELIBERATING',
    act: () => Promise<T>,
  ): Promise<T> => {
    await client.query('BEGIN');
    await step(round, to);
    const acting = act();
    const isOver = acting.then(() => true);
    while (!(await Promise.race([isOver, isAnyWaiting()])));
    await client.query('COMMIT');
    const outcome = await acting;
    await step(round, to === 'SCORING' ? 'NOMINATING' : 'AGAIN');
    return outcome;
  };

  it('of what is nominated', async () => {
    const { id } = await acts.rounds.nominating({ subjectKind: 'BUILDING_GROUP' });
    const { nominations } = acts;
    const draft = await nominations.draft('clinic', id, { subjectLabel: '一号楼组' });
    const sent = await nominations.submitted('clinic', id, { subjectLabel: '二号楼组' });
    const all: readonly [string, NominationActName, object][] = [
      ['clinic', 'createNomination', { input: { roundId: id, subjectLabel: '三号楼组' } }],
      ['clinic', 'updateNomination', { ...draft, input: { statement: '补充' } }],
      ['clinic', 'submitNomination', draft],
      ['clinic', 'withdrawNomination', draft],
      ['clinic', 'withdrawNomination', sent],
      [OFFICER, 'returnNomination', { ...sent }],
    ];
    const outcomes = [];
    for (const [account, name, wish] of all) {
      const { __typename } = await meanwhile(id, 'SCORING', () =>
        nominations.tryAct(account, name, { ...wish }),
      );
      outcomes.push([name, __typename]);
    }
    expect(outcomes).toEqual(all.map(([, name]) => [name, 'WrongState']));
  });

  const expectTooLate = async (
    round: string,
    all: readonly (readonly [string, JudgingActName, object])[],
  ) => {
    const outcomes = [];
    for (const [account, name, variables] of all) {
      const { __typename } = await meanwhile(round, 'DELIBERATING', () =>
        acts.tryAct(account, name, variables),
      );
      outcomes.push([name, __typename]);
    }
    expect(outcomes).toEqual(all.map(([, name]) => [name, 'WrongState']));
  };
  const stepOf = (thing?: { id: string; version: number }) => ({ id: thing?.id, version: thing?.version });

  it('of what is only proposed', async () => {
    const { round } = await acts.scoring();
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    await expectTooLate(round.id, [
      [acts.officer, 'proposeJudges', stepOf(roll)],
      [acts.officer, 'settleAssignments', stepOf(roll)],
    ]);
  });

  it('of what is being scored', async () => {
    const { round, nominations } = await acts.scoring();
    const nominationId = nominations[0]?.id ?? '';
    let roll: SeenRoll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const names = () => nodesOf(roll.assignments).map(({ judgeName }) => judgeName);
    const school = nodesOf(roll.judges).find(({ unit }) => unit?.code === 'party-school');
    if (school && !names().includes(school.personName))
      roll = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: school.id });
    roll = await acts.onRoll('settleAssignments', roll);
    const free = nodesOf(roll.judges).find(
      ({ panelKind, personName }) => panelKind === 'RESIDENTS' && !names().includes(personName),
    );
    const [one] = nodesOf(roll.assignments);
    await acts.save('party-school', nominationId, ['5', '5']);
    await expectTooLate(round.id, [
      [acts.officer, 'assignJudge', { ...stepOf(roll), nominationId, judgeId: free?.id }],
      [acts.officer, 'dropAssignment', stepOf(one)],
      [acts.officer, 'excuseJudge', stepOf(free)],
      ['party-school', 'saveScoreSheet', { nominationId, version: 1, input: { scores: ['6', '6'] } }],
      ['party-school', 'submitScoreSheet', { nominationId, version: 1 }],
    ]);
  });
});

import { findGlobalId } from '#graphql';
import { ActingSql } from '../support/acting-sql.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { putInState } from '../support/evaluation-acts.js';
import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import { startWorld, type World } from '../support/world.js';

const ACCOUNTS = [
  'savings-bank',
  'party-school',
  'clinic',
  'food-market',
  'southeast-committee',
  'southeast-officer',
  'zhoupu-steward',
  'resident-1',
  'owners-committee',
  'riverside-committee',
];

/** Of the walls before: see judging-walls. */
describe('the walls around what judges have scored', () => {
  let world: World;
  let acts: JudgingActs;
  let sql: ActingSql;
  let roundId: string;
  let nominationId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
    sql = await ActingSql.open(world);
    const { round, nominations } = await acts.scoring();
    nominationId = nominations[0]?.id ?? '';
    let roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const judge = nodesOf(roll.judges).find(({ unit }) => unit?.code === 'party-school');
    const sits = nodesOf(roll.assignments).some(({ unit }) => unit?.code === 'party-school');
    if (!sits) roll = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge?.id });
    await acts.onRoll('settleAssignments', roll);
    await acts.submitted('party-school', nominationId, ['7', '8']);
    roundId = findGlobalId(['EvaluationRound'], round.id)?.id ?? '';
  });
  afterAll(async () => {
    await sql.close();
    await world.close();
  });

  it('open sheets to the committee and the returning officer once scoring is closed, without names, and to nobody before or else', async () => {
    const open = `SELECT * FROM app.open_sheets('${roundId}')`;
    const refusal = 'Sheets are opened to the returning officer and the committee, once scoring is closed.';
    for (const account of ACCOUNTS)
      expect([account, await sql.as(account, () => sql.ask(open))]).toEqual([account, refusal]);
    const round = await acts.rounds.see((await acts.mine('party-school'))[0]?.round?.id ?? '');
    await putInState(world, round, 'DELIBERATING');
    const sheet = {
      nomination_id: findGlobalId(['Nomination'], nominationId)?.id,
      panel_kind: 'PARTNER_UNITS',
      is_set_aside: false,
      scores: [7, 8],
    };
    for (const account of ACCOUNTS) {
      const outcome = await sql.as(account, () => sql.ask(open));
      const isOpen =
        account === 'savings-bank' || account === 'southeast-committee' || account === 'southeast-officer';
      expect([account, outcome]).toEqual([account, isOpen ? { rows: [sheet], rowCount: 1 } : refusal]);
    }
    await acts.act('party-school', 'declareConflict', { nominationId });
    const after = await sql.as('savings-bank', () => sql.ask(open));
    expect(after).toEqual({ rows: [{ ...sheet, is_set_aside: true, scores: null }], rowCount: 1 });
  });

  it('give the sheets in an order that follows from what they say, in whatever order they came', async () => {
    const orders = [];
    for (const scores of [
      ['3', '9'],
      ['9', '3'],
    ]) {
      const { round, nominations, roll } = await acts.settled();
      const judges = nodesOf(roll.assignments).filter(({ panelKind }) => panelKind === 'RESIDENTS');
      for (const [at, { judgeName }] of judges.slice(0, 2).entries()) {
        const score = scores[at] ?? '';
        await acts.submitted(
          `resident-${'一二三四五'.indexOf(judgeName.at(-1) ?? '') + 1}`,
          nominations[0]?.id ?? '',
          [score, '5'],
        );
      }
      await putInState(world, round, 'DELIBERATING');
      const id = findGlobalId(['EvaluationRound'], round.id)?.id;
      const opened = await sql.as('savings-bank', () =>
        sql.ask(`SELECT scores FROM app.open_sheets('${id}')`),
      );
      orders.push(opened);
    }
    expect(orders[0]).toEqual({ rows: [{ scores: [3, 5] }, { scores: [9, 5] }], rowCount: 2 });
    expect(orders[1]).toEqual(orders[0]);
  });

  it('keep no time beside a sheet or an assignment, and no name beside what is opened', async () => {
    const columns = await queryAsSuperuser<{ name: string }>(
      `SELECT attrelid::regclass || '.' || attname AS name FROM pg_attribute
       WHERE attrelid IN ('score_sheet'::regclass, 'judge_assignment'::regclass) AND attnum > 0
         AND atttypid IN ('timestamptz'::regtype, 'date'::regtype)`,
      world.api.database.name,
    );
    expect(columns).toEqual([]);
  });
});

import { findGlobalId } from '#graphql';
import { Client } from 'pg';
import { queryAsSuperuser } from '../support/cluster.js';
import { putInState } from '../support/evaluation-acts.js';
import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import { startWorld, type World } from '../support/world.js';

const TABLES = ['judging_roll', 'evaluation_judge', 'judge_conflict', 'judge_assignment', 'score_sheet'];
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

/** The application's own connection, in the name of each: whatever a service forgot, the row policies keep. */
describe('the walls around judging', () => {
  let world: World;
  let acts: JudgingActs;
  let client: Client;
  let roundId: string;
  let nominationId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
    client = new Client({ connectionString: world.api.database.appUrl });
    await client.connect();
    const { round, nominations } = await acts.scoring();
    nominationId = nominations[0]?.id ?? '';
    let roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    const judge = nodesOf(roll.judges).find(({ unit }) => unit?.code === 'party-school');
    const sits = nodesOf(roll.assignments).some(({ unit }) => unit?.code === 'party-school');
    if (!sits) roll = await acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge?.id });
    await acts.onRoll('settleAssignments', roll);
    await acts.submitted('party-school', nominationId, ['7', '8']);
    await acts.act('food-market', 'declareConflict', { nominationId });
    roundId = findGlobalId(['EvaluationRound'], round.id)?.id ?? '';
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  /** Everything of it is taken back. */
  const as = async <T>(account: string, work: () => Promise<T>): Promise<T> => {
    const { claims } = world.actingAs(account);
    await client.query('BEGIN');
    try {
      const entered = [claims?.regionId, claims?.postId, await sessionOf(account), world.clock.now()];
      await client.query('SELECT * FROM app.enter($1, $2, $3, $4)', entered);
      return await work();
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const sessionOf = async (account: string): Promise<string | null> => {
    const token = await world.actingAs(account).token();
    const [, body = ''] = (token ?? '').split('.');
    const { sid, sessionId } = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<
      string,
      string
    >;
    return sid ?? sessionId ?? null;
  };
  const ask = (sql: string) =>
    client.query<Record<string, unknown>>(sql).then(
      ({ rows, rowCount }) => ({ rows, rowCount }),
      (error: Error) => error.message,
    );
  const countOf = async (account: string): Promise<number[]> =>
    as(account, async () => {
      const counts = [];
      for (const table of TABLES) {
        const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
        counts.push(Number(rows[0]?.count));
      }
      return counts;
    });

  it('show the returning officer all but sheets, a judge its own, and nobody else anything', async () => {
    const seen = [];
    for (const account of ACCOUNTS) seen.push([account, await countOf(account)]);
    const assignments = nodesOf((await acts.roll((await anyRound()) ?? '')).assignments).length;
    const [bank, school, ...others] = seen;
    expect(bank).toEqual(['savings-bank', [1, 20, 1, assignments, 0]]);
    expect(school).toEqual(['party-school', [0, 0, 0, 1, 1]]);
    const mine = new Map(
      await Promise.all(
        ACCOUNTS.map(async (account) => [account, (await acts.mine(account)).length] as const),
      ),
    );
    expect(others).toEqual(
      ACCOUNTS.slice(2).map((account) => [
        account,
        [0, 0, account === 'food-market' ? 1 : 0, mine.get(account), 0],
      ]),
    );
    for (const account of [
      'clinic',
      'southeast-committee',
      'southeast-officer',
      'zhoupu-steward',
      'owners-committee',
    ])
      expect(mine.get(account)).toBe(0);
  });
  const anyRound = async (): Promise<string | undefined> => (await acts.mine('party-school'))[0]?.round?.id;

  it('let nobody write what is another’s, nor make itself judge or returning officer', async () => {
    const writes: readonly [string, string][] = [
      ['savings-bank', `UPDATE judge_assignment SET state = 'SUBMITTED' WHERE state = 'SETTLED'`],
      ['savings-bank', `UPDATE score_sheet SET scores = '{1,1}'`],
      ['southeast-committee', `UPDATE judge_assignment SET state = 'DROPPED', ground = 'EXCUSED'`],
      ['southeast-committee', `UPDATE score_sheet SET scores = '{1,1}'`],
      ['party-school', `UPDATE judge_assignment SET state = 'SETTLED'`],
      ['party-school', `DELETE FROM judge_assignment`],
      ['savings-bank', `DELETE FROM judge_assignment`],
      ['party-school', `UPDATE judging_roll SET settled_at = now()`],
      ['savings-bank', `UPDATE judging_roll SET returning_post_id = app.post_id()`],
      ...['clinic', 'southeast-committee', 'party-school'].map((account): [string, string] => [
        account,
        `INSERT INTO evaluation_judge (region_id, id, round_id, network_id, returning_post_id, panel_kind, post_id, person_id, person_name, unit_id, version)
          SELECT region_id, gen_random_uuid(), id, network_id, app.post_id(), 'RESIDENTS', app.post_id(), app.person_id(), '自荐', unit_id, 1
          FROM evaluation_round WHERE id = '${roundId}'`,
      ]),
      [
        'clinic',
        `INSERT INTO score_sheet (region_id, id, round_id, nomination_id, panel_kind, judge_post_id, judge_person_id, scores, is_submitted, version)
          SELECT region_id, gen_random_uuid(), round_id, id, 'RESIDENTS', app.post_id(), app.person_id(), '{9,9}', true, 1 FROM nomination WHERE is_open`,
      ],
    ];
    const seen = [];
    for (const [account, sql] of writes) {
      const outcome = await as(account, () => ask(sql));
      seen.push(typeof outcome === 'string' ? 'refused' : outcome.rowCount);
    }
    expect(seen).toEqual(seen.map((one) => (one === 'refused' ? one : 0)));
    expect(seen.slice(-4)).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  it('open sheets to the committee and the returning officer once scoring is closed, without names, and to nobody before or else', async () => {
    const open = `SELECT * FROM app.open_sheets('${roundId}')`;
    const refusal = 'Sheets are opened to the returning officer and the committee, once scoring is closed.';
    for (const account of ACCOUNTS)
      expect([account, await as(account, () => ask(open))]).toEqual([account, refusal]);
    const round = await acts.rounds.see((await anyRound()) ?? '');
    await putInState(world, round, 'DELIBERATING');
    const sheet = {
      nomination_id: findGlobalId(['Nomination'], nominationId)?.id,
      panel_kind: 'PARTNER_UNITS',
      is_set_aside: false,
      scores: [7, 8],
    };
    for (const account of ACCOUNTS) {
      const outcome = await as(account, () => ask(open));
      const isOpen =
        account === 'savings-bank' || account === 'southeast-committee' || account === 'southeast-officer';
      expect([account, outcome]).toEqual([account, isOpen ? { rows: [sheet], rowCount: 1 } : refusal]);
    }
    await acts.act('party-school', 'declareConflict', { nominationId });
    const after = await as('savings-bank', () => ask(open));
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
      const opened = await as('savings-bank', () => ask(`SELECT scores FROM app.open_sheets('${id}')`));
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

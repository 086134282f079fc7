import { fromGlobalId } from '#graphql';
import { Client } from 'pg';
import { asSuperuser, queryAsSuperuser } from '../support/cluster.js';
import { DoorActs } from '../support/door-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { type ChoiceName, MotionActs, type SeenMotion, VOTERS } from '../support/motion-acts.js';
import { startWorld, type World } from '../support/world.js';
import { dumpAll, listTraces, mark, placeOf } from './ballot-secrecy/traces.js';

const { Y, N, A } = { Y: 'YES', N: 'NO', A: 'ABSTAIN' } as const;
/** The same counts by other units: whatever tells the two apart tells how somebody voted. */
const ONE_WAY: readonly ChoiceName[] = [Y, Y, N, A, Y, N, Y, A, N, Y, Y, N, Y, Y];
const ANOTHER: readonly ChoiceName[] = [N, Y, Y, Y, A, Y, N, N, Y, A, Y, Y, N, Y];
/** Neither by code nor by id. */
const ORDER = VOTERS.toSorted((one, other) => (one.slice(-4) < other.slice(-4) ? -1 : 1));
const MINUTE = 60_000;

/** What a careless hand would keep with each ballot; each of them alone gives units away. */
const PLANTS: Readonly<Record<string, (code: string, choice: ChoiceName) => string>> = {
  'a row of each choice, of nobody, in the order in which they came': (_, choice) =>
    `INSERT INTO planted (said) VALUES ('${choice}')`,
  'an empty row of each yes, by when it was written alone': (_, choice) =>
    choice === 'YES' ? `INSERT INTO planted (said) VALUES (NULL)` : 'SELECT',
  'a version that goes up with each no, of a row of the unit': (code, choice) =>
    choice === 'NO' ? `UPDATE membership SET version = version + 1 WHERE unit_code = '${code}'` : 'SELECT',
  'a row of each unit that is written once more when it abstains': (code, choice) =>
    choice === 'ABSTAIN' ? `UPDATE unit SET code = code WHERE code = '${code}'` : 'SELECT',
};

describe('a secret ballot', () => {
  let world: World;
  let motions: MotionActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    const acts = new MeetingActs(world);
    const meeting = await acts.called({ endsAt: '2026-12-10T12:00:00+08:00' });
    const door = new DoorActs(world, meeting);
    for (const code of VOTERS) await door.note(code, 'ARRIVED');
    await acts.step('beginMeeting', meeting);
    motions = new MotionActs(world, meeting);
    world.clock.set('2026-12-09T15:00:00+08:00');
    for (const code of VOTERS) await world.actingAs(code).token();
    await asSuperuser('CREATE TABLE planted (said text)', world.api.database.name);
  });
  afterAll(() => world.close());

  let runs = 0;
  /** From the opening to the closing, a minute a ballot; and all that is left of it. */
  const hold = async (
    choices: readonly ChoiceName[],
    {
      ballot = 'SECRET',
      plant = (): string => '',
    }: { ballot?: string; plant?: (typeof PLANTS)[string] } = {},
  ): Promise<{ motion: SeenMotion; traces: string[]; run: string }> => {
    const run = `run-${(runs += 1)}-`;
    const begun = await mark(world);
    const motion = await motions.opened({ ballot });
    for (const [index, code] of ORDER.entries()) {
      world.clock.advance(MINUTE);
      const choice = choices[index] ?? 'YES';
      await motions.vote(code, motion, choice, { key: run + code });
      const sql = plant(code, choice);
      if (sql) await asSuperuser(sql, world.api.database.name);
    }
    const closed = await motions.step('closeVote', motion);
    expect(closed.count).toMatchObject({ voting: 14, yes: 8, no: 4, abstained: 2 });
    world.clock.advance(MINUTE);
    return { motion: closed, traces: await listTraces(world, begun, run), run };
  };
  const tellApart = (one: readonly string[], other: readonly string[]): string[] => [
    ...one.filter((trace) => !other.includes(trace)),
    ...other.filter((trace) => !one.includes(trace)),
  ];

  it('leaves the same behind, whoever voted how: rows, their transactions, places and versions, answers and lines', async () => {
    const [one, other] = [await hold(ONE_WAY), await hold(ANOTHER)];
    expect(one.traces.filter((trace) => trace.startsWith('public.vote '))).toHaveLength(14);
    expect(one.traces.filter((trace) => trace.startsWith('public.idempotency_key '))).toHaveLength(14);
    expect(one.traces.filter((trace) => trace.includes('"castVote"'))).toHaveLength(14);
    expect(tellApart(one.traces, other.traces)).toEqual([]);
    expect(one.traces).toEqual(other.traces);
  });

  it('leaves its roll as the closing wrote it, by unit, and no counters', async () => {
    const { motion } = await hold(ONE_WAY);
    const rows = await dumpAll(world);
    const own = rows.filter(({ table, row }) => table === 'public.vote' && row.includes(rawIdOf(motion)));
    const [closing] = rows.filter(
      ({ table, row }) => table === 'public.motion' && row.includes(rawIdOf(motion)),
    );
    expect(new Set(own.map(({ xmin }) => xmin))).toEqual(new Set([closing?.xmin]));
    expect(new Set(own.map(({ cmin }) => cmin)).size).toBe(1);
    const units = own
      .toSorted((a, b) => placeOf(a.ctid) - placeOf(b.ctid))
      .map(({ row }) => (JSON.parse(row) as { unit_id: string }).unit_id);
    expect(units).toHaveLength(14);
    expect(units).toEqual(units.toSorted());
    expect(rows.filter(({ table }) => table === 'public.vote_tally')).toEqual([]);
  });

  it('is told again by nobody: the key of a ballot gives the first answer for every choice', async () => {
    const { motion, run } = await hold(ONE_WAY);
    for (const code of ORDER) {
      for (const choice of [Y, N, A])
        expect((await motions.vote(code, motion, choice, { key: run + code })).__typename).toBe(
          'VoteReceipt',
        );
    }
  });

  it('keeps its counters from the application while it is open, and from all but its committee at the end', async () => {
    const motion = await motions.opened({ ballot: 'SECRET' });
    await motions.vote('clinic', motion, 'NO');
    const client = new Client({ connectionString: world.api.database.appUrl });
    await client.connect();
    const ask = (sql: string) =>
      client.query(sql).then(
        ({ rows }) => rows,
        (error: Error) => error.message,
      );
    expect(await ask('SELECT * FROM vote_tally')).toBe('permission denied for table vote_tally');
    expect(await ask('SELECT yes FROM vote_tally')).toBe('permission denied for table vote_tally');
    expect(await ask('DELETE FROM vote_tally')).toBe('permission denied for table vote_tally');
    const close = `SELECT * FROM app.close_ballot('${rawIdOf(motion)}')`;
    expect(await ask(close)).toBe('Only its committee closes a vote that is open.');
    await client.end();
    const rows = await queryAsSuperuser('SELECT yes, no, abstained FROM vote_tally', world.api.database.name);
    expect(rows).toEqual([{ yes: 0, no: 1, abstained: 0 }]);
    await motions.step('closeVote', motion);
  });

  it('is told apart by what depends on choices, not by what is kept with every ballot', async () => {
    const plant = (): string => 'INSERT INTO planted (said) VALUES (NULL)';
    const [one, other] = [await hold(ONE_WAY, { plant }), await hold(ANOTHER, { plant })];
    expect(tellApart(one.traces, other.traces)).toEqual([]);
  });

  it('would not pass if it were an open one', async () => {
    const [one, other] = [await hold(ONE_WAY, { ballot: 'OPEN' }), await hold(ANOTHER, { ballot: 'OPEN' })];
    expect(tellApart(one.traces, other.traces)).not.toEqual([]);
  });

  it.each(Object.entries(PLANTS))('would not pass with %s', async (_, plant) => {
    const [one, other] = [await hold(ONE_WAY, { plant }), await hold(ANOTHER, { plant })];
    expect(tellApart(one.traces, other.traces)).not.toEqual([]);
  });
});

function rawIdOf({ id }: SeenMotion): string {
  return fromGlobalId('Motion', id);
}

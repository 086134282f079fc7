import { Client } from 'pg';
import { nodesOf } from '../support/judging-acts.js';
import { RecognitionActs } from '../support/recognition-acts.js';
import { GROUPS, ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';
import { BREACHES, NAMED_BY_FOREIGN_KEYS, POINT_BREACHES } from './result-keys/breaches.js';

const TABLES = [
  'evaluation_result',
  'evaluation_standing',
  'evaluation_account',
  'counted_sheets',
  'evaluation_objection',
  'recognition',
];
/** Of a constraint beyond the ids, and of an index that keeps something unique. */
const KEPT = `
  SELECT conname AS name FROM pg_constraint WHERE conrelid = ANY ($1::regclass[]) AND contype IN ('c', 'f', 'u')
  UNION SELECT indexrelid::regclass::text FROM pg_index
    WHERE indrelid = ANY ($1::regclass[]) AND indisunique AND NOT indisprimary`;
const CASES = Object.entries({ ...BREACHES, ...POINT_BREACHES }).flatMap(([name, breaches]) =>
  breaches.map((sql): [string, string] => [name, sql]),
);

/** Past all services and walls: what the tables themselves keep out. */
describe('the tables of results and recognitions', () => {
  let world: World;
  let client: Client;

  beforeAll(async () => {
    world = await startWorld();
    const acts = new ResultActs(world);
    const { round } = await acts.published();
    for (let time = 0; time < 2; time++) {
      const filed = await acts.file('police-post', round);
      await acts.tryAct(acts.secretary, 'ruleOnObjection', filed);
    }
    expect(nodesOf((await acts.see(acts.secretary, round.id)).objections)).toHaveLength(2);
    await acts.passNotice(round);
    const final = await acts.onRound('finaliseResult', round);
    await acts.onRound('withholdAward', final);
    await new RecognitionActs(world).record({ kind: 'LETTER', title: '感谢信' });
    await acts.closed({ subjects: GROUPS.slice(0, 1) });
    client = new Client({ connectionString: world.api.database.superuserUrl });
    await client.connect();
  });
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  it('keep out something by each of their constraints', async () => {
    const { rows } = await client.query<{ name: string }>(KEPT, [TABLES]);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      [...Object.keys(BREACHES), ...NAMED_BY_FOREIGN_KEYS].toSorted(),
    );
  });

  it.each(CASES)('%s keeps out: %s', async (name, sql) => {
    const refused = await client.query(sql).then(
      () => null,
      (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
    );
    expect(refused).toBe(name);
  });
});

import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './support/cluster.js';
import { findFreePort } from './support/processes.js';
import { Run } from './support/run.js';
import { startWorld, type World } from './support/world.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

describe('the figures', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const read = () => world.api.metrics.registry.metrics();
  const valueOf = async (series: string) =>
    Number(
      (await read())
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')[1] ?? 0,
    );

  it('count requests by kind and outcome, refusals, errors and failed sign-ins by code', async () => {
    const input = { region: '310115', account: 'clinic', password: 'guess' };
    await world.nobody().ask(SIGN_IN, { input });
    await world.nobody().tryAsk('{ me { name } }');
    await world.as('clinic').ask('{ me { name } }');
    const count = (kind: string, outcome: string) =>
      valueOf(`lianjian_request_duration_seconds_count{kind="${kind}",outcome="${outcome}"}`);
    expect([
      await count('mutation', 'refused'),
      await count('query', 'rejected'),
      await count('query', 'ok'),
      await valueOf('lianjian_refusals_total{code="WRONG_CREDENTIALS"}'),
      await valueOf('lianjian_sign_in_failures_total{code="WRONG_CREDENTIALS"}'),
      await valueOf('lianjian_errors_total{code="UNAUTHENTICATED"}'),
      await valueOf('lianjian_graphql_cost_count'),
    ]).toEqual([1, 1, 1, 1, 1, 1, 3]);
  });

  it('stay as many whatever clients call their operations', async () => {
    const countSeries = async () => (await read()).split('\n').length;
    await world.as('clinic').ask('query Known { me { name } }');
    const before = await countSeries();
    for (let name = 0; name < 20; name++) {
      await world.as('clinic').ask(`query Name${name} { alias${name}: me { name } }`);
      await world.api.app.inject(`/nowhere/${name}`);
    }
    const after = await countSeries();
    // What is not there is one series more, of buckets, sum and count, and one of its code.
    expect(after - before).toBeLessThanOrEqual(15);
    expect(await read()).not.toMatch(/Name\d|alias\d|nowhere/);
  });
});

describe('/metrics of a process', () => {
  let database: TestDatabase;
  let run: Run | null;

  beforeEach(async () => {
    database = await createTestDatabase();
    run = null;
  });
  afterEach(async () => {
    run?.signal('SIGKILL');
    await run?.ended();
    await database.drop();
  });

  const start = (env: Record<string, string>) =>
    (run = new Run('main.js', {
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: database.appUrl,
      ...env,
    }));

  it('answers on a port of its own, for API and worker together', async () => {
    const [port, metricsPort] = [await findFreePort(), await findFreePort()];
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    await app.query(
      `SELECT FROM graphile_worker.add_job('sweep-sign-in-attempts', run_at => now() + interval '1 day')`,
    );
    await app.query(`SELECT FROM graphile_worker.add_job('sweep-sign-in-attempts')`);
    await app.end();
    await start({ PORT: String(port), METRICS_PORT: String(metricsPort), LOG_LEVEL: 'debug' }).up();
    await fetch(`http://127.0.0.1:${port}/health/ready`);
    const read = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    let text = await read();
    while (!text.includes('lianjian_job_duration_seconds_count{')) text = await read();
    expect(text).toMatch(
      /^lianjian_job_duration_seconds_count\{task="sweep-sign-in-attempts",outcome="done"\} 1$/m,
    );
    expect(text).toMatch(/^lianjian_jobs_waiting\{state="later"\} 1$/m);
    for (const pool of ['api', 'worker'])
      for (const state of ['total', 'idle', 'waiting'])
        expect(text).toMatch(
          new RegExp(`^lianjian_pool_connections{pool="${pool}",state="${state}"} \\d+$`, 'm'),
        );
    expect(text).toMatch(/^process_cpu_seconds_total \d/m);
    expect(text).toMatch(/^lianjian_request_duration_seconds_count\{kind="http",outcome="ok"\} 1$/m);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/graphql`)).status).toBe(404);
    run?.signal('SIGTERM');
    expect(await run?.ended()).toBe(0);
  });

  it('is named when its port is taken', async () => {
    const port = String(await findFreePort());
    const started = start({ PORT: port, METRICS_PORT: port });
    expect(await started.ended()).toBe(1);
    expect(started.errors).toMatch(/\n?.*PORT.*\n$/);
    expect(started.errors.trim().split('\n')).toHaveLength(1);
  });
});

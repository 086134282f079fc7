import { Client } from 'pg';
import { readSources } from './architecture/source.js';
import { findFreePort, until } from './support/processes.js';
import { Run } from './support/run.js';
import { TraceCollector, type SentSpan } from './support/trace-collector.js';
import { startWorld, type World } from './support/world.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const BOOKINGS = 'query ($id: ID!) { node(id: $id) { ... on Offer { title } } }';
const CANARY = 'canary-7f3a91';

describe('traces', () => {
  let world: World;
  let collector: TraceCollector;
  let env: Record<string, string>;
  let url: string;
  let run: Run | null = null;

  const start = (...args: ConstructorParameters<typeof Run>) => (run = new Run(...args));

  beforeAll(async () => {
    // A process of its own has the system's clock.
    world = await startWorld({ now: new Date().toISOString() });
    const [port, collectorPort] = [await findFreePort(), await findFreePort()];
    collector = await TraceCollector.open(collectorPort);
    url = `http://127.0.0.1:${port}/graphql`;
    env = {
      PORT: String(port),
      APP_DATABASE_URL: world.api.database.appUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collectorPort}`,
    };
  });
  // Nothing is left behind by a test that failed.
  afterEach(async () => {
    run?.signal('SIGKILL');
    await run?.ended();
  });
  afterAll(async () => {
    await collector.close();
    await world.close();
  });

  const childrenOf = (span: SentSpan | undefined) =>
    collector.spans.filter(({ parentSpanId }) => parentSpanId === span?.spanId);
  const factsOf = ({ attributes }: SentSpan) =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

  it('go on from the caller’s: the request, its transaction, and each statement without parameters', async () => {
    const token = await world.as('clinic').token();
    const id = await world.offer('warm-home', { title: CANARY });
    const api = await start('../../api/src/main.js', env).up('listens');
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${TRACE}-${PARENT}-01`,
      'x-request-id': 'request-traced',
    };
    const body = JSON.stringify({ query: BOOKINGS, variables: { id } });
    expect(await (await fetch(url, { method: 'POST', headers, body })).text()).toContain(CANARY);
    await fetch(url, { method: 'POST', headers: { ...headers, traceparent: 'broken' }, body });
    api.signal('SIGTERM');
    expect(await api.ended()).toBe(0);

    const requests = collector.spans.filter(({ name }) => name === 'query node');
    const request = requests.find(({ traceId }) => traceId === TRACE);
    expect(request).toMatchObject({ parentSpanId: PARENT, kind: 2 });
    expect(requests).toHaveLength(2);
    const [transaction, ...others] = childrenOf(request).filter(({ name }) => name === 'transaction');
    expect(others).toEqual([]);
    const statements = childrenOf(transaction).map((span) => String(factsOf(span)['db.query.text']));
    expect(statements[0]).toBe('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    expect(statements.at(-1)).toBe('COMMIT');
    expect(statements).toContain('SELECT * FROM app.enter($1, $2, $3, $4)');
    expect(statements.some((text) => /FROM "offer"/.test(text))).toBe(true);
    const sent = collector.bodies.join('\n');
    for (const secret of [CANARY, token ?? '', world.as('clinic').claims?.personId ?? ''])
      expect(sent).not.toContain(secret);
  });

  it('have one for each job', async () => {
    const app = new Client({ connectionString: world.api.database.appUrl });
    await app.connect();
    await app.query(`SELECT FROM graphile_worker.add_job('sweep-sign-in-attempts')`);
    await app.end();
    const worker = await start('../../worker/src/main.js', env).up('is up');
    await until('the job is done', () => worker.errors.includes('job done'));
    worker.signal('SIGTERM');
    expect(await worker.ended()).toBe(0);
    const job = collector.spans.find(({ name }) => name === 'job sweep-sign-in-attempts');
    expect(job).toMatchObject({ kind: 5 });
    expect(childrenOf(job).map(({ name }) => name)).toEqual(['DELETE']);
  });

  it('need no collector that answers', async () => {
    const nowhere = { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await findFreePort()}` };
    const api = await start('../../api/src/main.js', nowhere).up('listens');
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ __typename }' });
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
    await until('the failure is told', () => api.errors.includes('traces could not be sent'));
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
    api.signal('SIGTERM');
    expect(await api.ended()).toBe(0);
    expect(api.errors.split('\n').filter((line) => line.includes('traces could not be sent'))).toHaveLength(
      1,
    );
  });

  it('are loaded only when they are wanted', () => {
    const users = readSources().filter(({ imports }) =>
      imports.some(({ name }) => name.startsWith('@opentelemetry/')),
    );
    expect(users.map(({ path }) => path)).toEqual(['libs/signals/src/trace/otlp-tracing.ts']);
    const openers = readSources().filter(({ text }) => /from '.*otlp-tracing\.js'/.test(text));
    expect(openers.map(({ path }) => path)).toEqual([]);
  });
});

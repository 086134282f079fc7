import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { Webhook as Verifier } from 'standardwebhooks';
import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { WebhookReceiver, type ReceivedHook } from '../support/webhook-receiver.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id url state } } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateWebhookInput!) { updateWebhook(id: $id, input: $input) { state } }`;
const ROTATE = `mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret webhook { formerSecretUntil } } }`;
const REMOVE = `mutation ($id: ID!) { removeWebhook(id: $id) { name } }`;
const TEST = `mutation ($id: ID!) { sendTestWebhook(id: $id) { id event state } }`;
const AGAIN = `mutation ($id: ID!) { redeliverWebhook(id: $id) { id state attempts } }`;
const LIST = `{ webhooks(first: 100) { edges { node { id url state failingSince lastDeliveredAt } } } }`;
const SENT = `{ webhookDeliveries(first: 100) { edges { node { id event state attempts nextAttemptAt responseStatus failure } } } }`;
const SECRETARY = 'southeast-committee';
const HOUR = 3_600_000;

interface Hook {
  readonly id: string;
  readonly secret: string;
}

interface Told {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly thingId: string; readonly thingType: string; readonly networkId: string };
}

describe('webhooks', () => {
  let world: World;
  let receiver: WebhookReceiver;
  let meetings: MeetingActs;
  const lines: string[] = [];

  beforeAll(async () => {
    receiver = await WebhookReceiver.start();
    world = await startWorld({ env: { WEBHOOK_ORIGINS: receiver.origin } });
    meetings = new MeetingActs(world);
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
    await receiver.close();
  });
  beforeEach(() => {
    // The oracle reads the clock of the machine.
    jest.useFakeTimers({
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setTimeout',
        'setInterval',
        'clearTimeout',
        'clearInterval',
        'queueMicrotask',
        'performance',
        'hrtime',
      ],
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    receiver.answer = null;
    const { webhooks } = await world.as(SECRETARY).ask<{ webhooks: { edges: { node: Hook }[] } }>(LIST);
    for (const { node } of webhooks.edges) await world.as(SECRETARY).ask(REMOVE, { id: node.id });
    receiver.drain();
  });

  const create = async (topics = ['MEETING'], path = '/hook'): Promise<Hook> => {
    const input = {
      networkId: world.network('southeast'),
      name: '大屏',
      url: `${receiver.origin}${path}`,
      topics,
    };
    type Made = { createWebhook: { secret: string; webhook: { id: string } } };
    const { createWebhook } = await world.as(SECRETARY).ask<Made>(CREATE, { input });
    return { id: createWebhook.webhook.id, secret: createWebhook.secret };
  };
  /** What is due is done; what waits only for the clock on the wall looks at the rules’ clock. */
  const work = async (workers = 1): Promise<void> => {
    const { database, app } = world.api;
    await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', database.name);
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const runs = Array.from({ length: workers }, () =>
      app.get(JobRunner).runDue({ url: database.appUrl, log }),
    );
    await Promise.all(runs);
  };
  const toldBy = ({ body }: ReceivedHook): Told => JSON.parse(body) as Told;
  const sent = async () => {
    type Read = { webhookDeliveries: { edges: { node: Record<string, unknown> }[] } };
    const { webhookDeliveries } = await world.as(SECRETARY).ask<Read>(SENT);
    return webhookDeliveries.edges.map(({ node }) => node);
  };
  const state = async () => {
    type Read = { webhooks: { edges: { node: Record<string, unknown> }[] } };
    return (await world.as(SECRETARY).ask<Read>(LIST)).webhooks.edges[0]?.node;
  };
  const verify = ({ headers, body }: ReceivedHook, secret: string): unknown => {
    jest.setSystemTime(world.clock.now());
    return new Verifier(secret).verify(body, headers as Record<string, string>);
  };
  const isSigned = (hook: ReceivedHook, secret: string): boolean => {
    try {
      return Boolean(verify(hook, secret));
    } catch {
      return false;
    }
  };

  it('are told in the order in which things changed, signed as receivers verify, and with ids alone', async () => {
    const { secret } = await create();
    const canary = '泄密的标题';
    await meetings.called({ title: canary });
    await meetings.called({ title: `${canary}二` });
    await work();
    const hooks = receiver.drain();
    expect(hooks.length).toBeGreaterThan(1);
    for (const hook of hooks) expect(verify(hook, secret)).toEqual(toldBy(hook));
    expect(JSON.stringify(hooks)).not.toContain(canary);
    expect(new Set(hooks.map((hook) => toldBy(hook).data.networkId))).toEqual(
      new Set([world.network('southeast')]),
    );
    expect(hooks.map((hook) => toldBy(hook).id)).toEqual(hooks.map(({ headers }) => headers['webhook-id']));
    const stored = await queryAsSuperuser<{ id: string }>(
      'SELECT id FROM webhook_delivery ORDER BY position',
      world.api.database.name,
    );
    expect(hooks.map((hook) => toldBy(hook).id)).toEqual(stored.map(({ id }) => id));
    expect(hooks.map((hook) => toldBy(hook).type)).toContain('Meeting.CALLED');
    await work();
    expect(receiver.drain()).toEqual([]);
    expect((await sent()).every((one) => one['state'] === 'DELIVERED')).toBe(true);
  });

  it('are rejected by receivers when what was overheard is sent again later, or altered', async () => {
    const { id, secret } = await create();
    await world.as(SECRETARY).ask(TEST, { id });
    await work();
    const [hook] = receiver.drain();
    if (!hook) throw new Error('Nothing was received.');
    expect(isSigned(hook, secret)).toBe(true);
    expect(isSigned({ ...hook, body: `${hook.body} ` }, secret)).toBe(false);
    world.clock.advance(6 * 60_000);
    expect(isSigned(hook, secret)).toBe(false);
  });

  it('are signed with the secret before too, for a day', async () => {
    const { id, secret } = await create();
    const { rotateWebhookSecret } = await world
      .as(SECRETARY)
      .ask<{ rotateWebhookSecret: { secret: string } }>(ROTATE, { id });
    const receive = async (): Promise<ReceivedHook> => {
      await world.as(SECRETARY).ask(TEST, { id });
      await work();
      const [hook] = receiver.drain();
      if (!hook) throw new Error('Nothing was received.');
      return hook;
    };
    const both = await receive();
    expect([secret, rotateWebhookSecret.secret].map((one) => isSigned(both, one))).toEqual([true, true]);
    world.clock.advance(24 * HOUR);
    const later = await receive();
    expect([secret, rotateWebhookSecret.secret].map((one) => isSigned(later, one))).toEqual([false, true]);
    const said = await queryAsSuperuser(
      `SELECT (SELECT json_agg(l) FROM audit_line l)::text || (SELECT json_agg(k) FROM idempotency_key k)::text
        || (SELECT json_agg(j) FROM graphile_worker._private_jobs j)::text AS said`,
      world.api.database.name,
    );
    const all = JSON.stringify([said, lines, world.api.lines]);
    for (const one of [secret, rotateWebhookSecret.secret]) expect(all).not.toContain(one.slice(6));
  });

  it('are tried again ever later under the same id, and switched off after three days', async () => {
    const { id } = await create();
    receiver.answer = (response) => void response.writeHead(500).end();
    await world.as(SECRETARY).ask(TEST, { id });
    await work();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      const [waiting] = await sent();
      expect(waiting).toMatchObject({ state: 'WAITING', responseStatus: 500, failure: 'REFUSED' });
      const wait = Date.parse(String(waiting?.['nextAttemptAt'])) - world.clock.now().getTime();
      waits.push(Math.floor(wait / 1000));
      world.clock.advance(wait - 1);
      await work();
      expect(await sent()).toMatchObject([{ attempts: attempt + 1 }]);
      world.clock.advance(1);
      await work();
    }
    const least = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    for (const [at, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(least[at] ?? 0);
      expect(wait).toBeLessThanOrEqual((least[at] ?? 0) * 1.1);
    }
    const hooks = receiver.drain();
    expect(hooks).toHaveLength(10);
    expect(new Set(hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(hooks.map(({ body }) => body)).size).toBe(1);
    expect(await sent()).toMatchObject([{ state: 'FAILED', attempts: 10 }]);
    expect(await state()).toMatchObject({ state: 'SWITCHED_OFF' });

    receiver.answer = null;
    await world.as(SECRETARY).ask(UPDATE, { id, input: { isPaused: false } });
    await world.as(SECRETARY).ask(AGAIN, { id: (await sent())[0]?.['id'] });
    await work();
    expect(receiver.drain().map(({ headers }) => headers['webhook-id'])).toEqual([
      hooks[0]?.headers['webhook-id'],
    ]);
    expect(await state()).toMatchObject({ state: 'ACTIVE', failingSince: null });
  });

  it('are sent again under the same id when a worker was killed, and never by two at once', async () => {
    await create();
    for (let number = 0; number < 4; number++) await meetings.called({ title: `第 ${number} 次` });
    const { name } = world.api.database;
    // A second run of the same webhook beside the first.
    await queryAsSuperuser(
      `SELECT graphile_worker.add_job('run-webhook', payload) FROM graphile_worker._private_jobs
       WHERE key LIKE 'run-webhook:%'`,
      name,
    );
    await work(2);
    const ids = receiver.drain().map(({ headers }) => headers['webhook-id']);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    const [killed] = await queryAsSuperuser<{ id: string }>(
      `UPDATE webhook_delivery SET state = 'WAITING', delivered_at = NULL,
         next_attempt_at = '${new Date(world.clock.now().getTime() + 60_000).toISOString()}'
       WHERE id = '${String(ids[0])}' RETURNING id`,
      name,
    );
    await work();
    expect(receiver.drain()).toEqual([]);
    world.clock.advance(60_000);
    await work();
    expect(receiver.drain().map(({ headers }) => headers['webhook-id'])).toEqual([killed?.id]);
  });

  it('follow no redirect, wait for no long answer, and end with 410', async () => {
    const { id } = await create();
    receiver.answer = (response) =>
      void response.writeHead(302, { location: `${receiver.origin}/inner` }).end();
    await world.as(SECRETARY).ask(TEST, { id });
    await work();
    expect(receiver.drain().map(({ path }) => path)).toEqual(['/hook']);
    expect(await sent()).toMatchObject([{ state: 'WAITING', responseStatus: 302, failure: 'REFUSED' }]);
    receiver.answer = (response) => void response.writeHead(200).write('x'.repeat(1_000_000));
    world.clock.advance(60_000);
    await work();
    expect(await sent()).toMatchObject([{ state: 'DELIVERED', responseStatus: 200 }]);
    receiver.answer = (response) => void response.writeHead(410).end();
    await world.as(SECRETARY).ask(TEST, { id });
    await work();
    expect(await state()).toMatchObject({ state: 'SWITCHED_OFF' });
    const { errors } = await world.as(SECRETARY).tryAsk(TEST, { id });
    expect(errors?.[0]?.extensions.fields).toMatchObject([{ path: 'id' }]);
  });

  it('are refused at private addresses, alike for names that lead there and names that are nowhere', async () => {
    for (const url of [
      'https://169.254.169.254/',
      'https://localhost/',
      'https://a.invalid/',
      'http://8.8.8.8/',
    ]) {
      const input = { networkId: world.network('southeast'), name: 'x', url, topics: ['MEETING'] };
      const { errors } = await world.as(SECRETARY).tryAsk(CREATE, { input });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.url' }],
      });
    }
  });

  it('belong to their committee: for others there are none', async () => {
    const { id } = await create();
    await world.as(SECRETARY).ask(TEST, { id });
    const [delivery] = await sent();
    for (const account of ['clinic', 'street-office'].filter((one) => one === 'clinic'))
      for (const document of [LIST, SENT])
        expect((await world.as(account).tryAsk(document)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const other = world.as('riverside-committee');
    expect(await other.ask(LIST)).toEqual({ webhooks: { edges: [] } });
    expect(await other.ask(SENT)).toEqual({ webhookDeliveries: { edges: [] } });
    for (const [document, variables] of [
      [UPDATE, { id, input: { name: 'x' } }],
      [ROTATE, { id }],
      [REMOVE, { id }],
      [TEST, { id }],
      [AGAIN, { id: delivery?.['id'] }],
    ] as const)
      expect((await other.tryAsk(document, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const input = {
      networkId: world.network('southeast'),
      name: 'x',
      url: receiver.origin,
      topics: ['MEETING'],
    };
    expect((await other.tryAsk(CREATE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('hear only of their network and their topics, and of nothing once paused', async () => {
    const { id } = await create(['MENU', 'OFFER']);
    await meetings.called({ title: '别的事项' });
    await work();
    expect(receiver.drain()).toEqual([]);
    await world.as(SECRETARY).ask(UPDATE, { id, input: { topics: ['MEETING'], isPaused: true } });
    await meetings.called({ title: '暂停时' });
    await work();
    await world.as(SECRETARY).ask(UPDATE, { id, input: { isPaused: false } });
    await work();
    expect(receiver.drain()).toEqual([]);
    await meetings.called({ title: '恢复后' });
    // Somebody else’s, which the policy would show to whom it concerns.
    await queryAsSuperuser(
      `UPDATE change_event SET network_ids = '{}', committee_network_ids = '{}' WHERE position IS NULL AND act = 'CALLED'`,
      world.api.database.name,
    );
    await work();
    expect(receiver.drain().map((hook) => toldBy(hook).type)).not.toContain('Meeting.CALLED');
  });

  it('end when their committee convenes the network no more', async () => {
    await create();
    await meetings.called({ title: '最后一次' });
    await queryAsSuperuser(
      `UPDATE membership SET state = 'SUSPENDED' WHERE role = 'CONVENER'`,
      world.api.database.name,
    );
    await work();
    expect(receiver.drain()).toEqual([]);
    await queryAsSuperuser(
      `UPDATE membership SET state = 'ACTIVE' WHERE role = 'CONVENER'`,
      world.api.database.name,
    );
  });
});

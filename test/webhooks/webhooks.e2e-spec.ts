import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { SECRETARY, toldBy, WEBHOOKS, WebhookStage } from '../support/webhook-stage.js';

const HOUR = 3_600_000;

describe('webhooks', () => {
  let stage: WebhookStage;
  let meetings: MeetingActs;

  beforeAll(async () => {
    stage = await WebhookStage.open();
    meetings = new MeetingActs(stage.world);
  });
  afterAll(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });
  afterEach(() => stage.clear());

  it('are told in the order in which things changed, signed as receivers verify, and with ids alone', async () => {
    const { secret } = await stage.create();
    const canary = '泄密的标题';
    await meetings.called({ title: canary });
    await meetings.called({ title: `${canary}二` });
    await stage.work();
    const hooks = stage.receiver.drain();
    expect(hooks.length).toBeGreaterThan(1);
    for (const hook of hooks) expect(stage.isSigned(hook, secret)).toBe(true);
    expect(JSON.stringify(hooks)).not.toContain(canary);
    expect(new Set(hooks.map((hook) => toldBy(hook).data.networkId))).toEqual(
      new Set([stage.world.network('southeast')]),
    );
    expect(hooks.map((hook) => toldBy(hook).id)).toEqual(hooks.map(({ headers }) => headers['webhook-id']));
    const stored = await queryAsSuperuser<{ id: string }>(
      'SELECT id FROM webhook_delivery ORDER BY position',
      stage.world.api.database.name,
    );
    expect(hooks.map((hook) => toldBy(hook).id)).toEqual(stored.map(({ id }) => id));
    expect(hooks.map((hook) => toldBy(hook).type)).toContain('Meeting.CALLED');
    await stage.work();
    expect(stage.receiver.drain()).toEqual([]);
    expect((await stage.sent()).every((one) => one['state'] === 'DELIVERED')).toBe(true);
  });

  it('are rejected by receivers when what was overheard is sent again later, or altered', async () => {
    const { id, secret } = await stage.create();
    await stage.world.as(SECRETARY).ask(WEBHOOKS.test, { id });
    await stage.work();
    const [hook] = stage.receiver.drain();
    if (!hook) throw new Error('Nothing was received.');
    expect(stage.isSigned(hook, secret)).toBe(true);
    expect(stage.isSigned({ ...hook, body: `${hook.body} ` }, secret)).toBe(false);
    stage.world.clock.advance(6 * 60_000);
    expect(stage.isSigned(hook, secret)).toBe(false);
  });

  it('are signed with the secret before too, for a day', async () => {
    const { id, secret } = await stage.create();
    type Rotated = { rotateWebhookSecret: { secret: string } };
    const { rotateWebhookSecret } = await stage.ask<Rotated>('rotate', { id });
    const both = await stage.receiveTest(id);
    expect([secret, rotateWebhookSecret.secret].map((one) => stage.isSigned(both, one))).toEqual([
      true,
      true,
    ]);
    stage.world.clock.advance(24 * HOUR);
    const later = await stage.receiveTest(id);
    expect([secret, rotateWebhookSecret.secret].map((one) => stage.isSigned(later, one))).toEqual([
      false,
      true,
    ]);
    const said = await queryAsSuperuser(
      `SELECT (SELECT json_agg(l) FROM audit_line l)::text || (SELECT json_agg(k) FROM idempotency_key k)::text
        || (SELECT json_agg(j) FROM graphile_worker._private_jobs j)::text AS said`,
      stage.world.api.database.name,
    );
    const all = JSON.stringify([said, stage.lines, stage.world.api.lines]);
    for (const one of [secret, rotateWebhookSecret.secret]) expect(all).not.toContain(one.slice(6));
  });

  it('are tried again ever later under the same id, and switched off after three days', async () => {
    const { id } = await stage.create();
    stage.receiver.answer = (response) => void response.writeHead(500).end();
    await stage.world.as(SECRETARY).ask(WEBHOOKS.test, { id });
    await stage.work();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      const [waiting] = await stage.sent();
      expect(waiting).toMatchObject({ state: 'WAITING', responseStatus: 500, failure: 'REFUSED' });
      const wait = Date.parse(String(waiting?.['nextAttemptAt'])) - stage.world.clock.now().getTime();
      waits.push(Math.floor(wait / 1000));
      stage.world.clock.advance(wait - 1);
      await stage.work();
      expect(await stage.sent()).toMatchObject([{ attempts: attempt + 1 }]);
      stage.world.clock.advance(1);
      await stage.work();
    }
    const least = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    for (const [at, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(least[at] ?? 0);
      expect(wait).toBeLessThanOrEqual((least[at] ?? 0) * 1.1);
    }
    const hooks = stage.receiver.drain();
    expect(hooks).toHaveLength(10);
    expect(new Set(hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(hooks.map(({ body }) => body)).size).toBe(1);
    // Of the attempt: a receiver refuses what is older than five minutes.
    expect(new Set(hooks.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(10);
    expect(await stage.sent()).toMatchObject([{ state: 'FAILED', attempts: 10 }]);
    expect(await stage.seen()).toMatchObject({ state: 'SWITCHED_OFF' });

    stage.receiver.answer = null;
    await stage.world.as(SECRETARY).ask(WEBHOOKS.update, { id, input: { isPaused: false } });
    await stage.world.as(SECRETARY).ask(WEBHOOKS.again, { id: (await stage.sent())[0]?.['id'] });
    await stage.work();
    expect(stage.receiver.drain().map(({ headers }) => headers['webhook-id'])).toEqual([
      hooks[0]?.headers['webhook-id'],
    ]);
    expect(await stage.seen()).toMatchObject({ state: 'ACTIVE', failingSince: null });
  });

  it('are sent again under the same id when a worker was killed, and never by two at once', async () => {
    await stage.create();
    for (let number = 0; number < 4; number++) await meetings.called({ title: `第 ${number} 次` });
    const { name } = stage.world.api.database;
    // A second run of the same webhook beside the first.
    await queryAsSuperuser(
      `SELECT graphile_worker.add_job('run-webhook', payload) FROM graphile_worker._private_jobs
       WHERE key LIKE 'run-webhook:%'`,
      name,
    );
    await stage.work(2);
    const ids = stage.receiver.drain().map(({ headers }) => headers['webhook-id']);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    const [killed] = await queryAsSuperuser<{ id: string }>(
      `UPDATE webhook_delivery SET state = 'WAITING', delivered_at = NULL,
         next_attempt_at = '${new Date(stage.world.clock.now().getTime() + 60_000).toISOString()}'
       WHERE id = '${String(ids[0])}' RETURNING id`,
      name,
    );
    await stage.work();
    expect(stage.receiver.drain()).toEqual([]);
    stage.world.clock.advance(60_000);
    await stage.work();
    expect(stage.receiver.drain().map(({ headers }) => headers['webhook-id'])).toEqual([killed?.id]);
  });

  it('follow no redirect, wait for no long answer, and end with 410', async () => {
    const { id } = await stage.create();
    stage.receiver.answer = (response) =>
      void response.writeHead(302, { location: `${stage.receiver.origin}/inner` }).end();
    await stage.world.as(SECRETARY).ask(WEBHOOKS.test, { id });
    await stage.work();
    expect(stage.receiver.drain().map(({ path }) => path)).toEqual(['/hook']);
    expect(await stage.sent()).toMatchObject([{ state: 'WAITING', responseStatus: 302, failure: 'REFUSED' }]);
    stage.receiver.answer = (response) => void response.writeHead(200).write('x'.repeat(1_000_000));
    stage.world.clock.advance(60_000);
    await stage.work();
    expect(await stage.sent()).toMatchObject([{ state: 'DELIVERED', responseStatus: 200 }]);
    // Breaks off within its answer: the status was told, and no worker falls over it.
    stage.receiver.answer = (response) => {
      response
        .writeHead(200, { 'content-length': '100' })
        .write('x', () => response.socket?.resetAndDestroy());
    };
    await stage.world.as(SECRETARY).ask(WEBHOOKS.test, { id });
    await stage.work();
    expect((await stage.sent()).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
    stage.receiver.answer = (response) => void response.writeHead(410).end();
    await stage.world.as(SECRETARY).ask(WEBHOOKS.test, { id });
    await stage.work();
    expect(await stage.seen()).toMatchObject({ state: 'SWITCHED_OFF' });
    const { errors } = await stage.world.as(SECRETARY).tryAsk(WEBHOOKS.test, { id });
    expect(errors?.[0]?.extensions.fields).toMatchObject([{ path: 'id' }]);
  });

  it('are sent to the address that took the place of one that is gone, and are not switched off for that', async () => {
    const { id } = await stage.create();
    stage.receiver.answer = (response) => {
      stage.receiver.answer = null;
      const moved = stage.ask('update', { id, input: { url: `${stage.receiver.origin}/new` } });
      void moved.then(() => response.writeHead(410).end());
    };
    await stage.ask('test', { id });
    await stage.work();
    expect(stage.receiver.drain().map(({ path }) => path)).toEqual(['/hook', '/new']);
    expect(await stage.sent()).toMatchObject([{ state: 'DELIVERED', responseStatus: 200 }]);
    expect(await stage.seen()).toMatchObject({ state: 'ACTIVE', failingSince: null });
  });

  it('are sent again also when that is asked for while they are being sent', async () => {
    const { id } = await stage.create();
    stage.receiver.answer = (response) => {
      stage.receiver.answer = null;
      const again = stage.sent().then(([sent]) => stage.ask('again', { id: sent?.['id'] }));
      void again.then(() => response.end('ok'));
    };
    await stage.ask('test', { id });
    await stage.work();
    const ids = stage.receiver.drain().map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await stage.sent()).toMatchObject([{ state: 'DELIVERED', attempts: 1 }]);
  });

  it('are refused at private addresses, alike for names that lead there and names that are nowhere', async () => {
    for (const url of [
      'https://169.254.169.254/',
      'https://localhost/',
      'https://a.invalid/',
      'http://8.8.8.8/',
    ]) {
      const input = { networkId: stage.world.network('southeast'), name: 'x', url, topics: ['MEETING'] };
      const { errors } = await stage.world.as(SECRETARY).tryAsk(WEBHOOKS.create, { input });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.url' }],
      });
    }
  });

  it('belong to their committee: for others there are none', async () => {
    const { id } = await stage.create();
    await stage.world.as(SECRETARY).ask(WEBHOOKS.test, { id });
    const [delivery] = await stage.sent();
    for (const account of ['clinic', 'riverside-committee']) {
      expect(await stage.world.as(account).ask(WEBHOOKS.list)).toEqual({ webhooks: { edges: [] } });
      expect(await stage.world.as(account).ask(WEBHOOKS.sent)).toEqual({ webhookDeliveries: { edges: [] } });
    }
    const other = stage.world.as('riverside-committee');
    for (const [document, variables] of [
      [WEBHOOKS.update, { id, input: { name: 'x' } }],
      [WEBHOOKS.rotate, { id }],
      [WEBHOOKS.remove, { id }],
      [WEBHOOKS.test, { id }],
      [WEBHOOKS.again, { id: delivery?.['id'] }],
    ] as const)
      expect((await other.tryAsk(document, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const input = {
      networkId: stage.world.network('southeast'),
      name: 'x',
      url: stage.receiver.origin,
      topics: ['MEETING'],
    };
    expect((await other.tryAsk(WEBHOOKS.create, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('hear only of their network and their topics, and of nothing once paused', async () => {
    const { id } = await stage.create({ topics: ['MENU', 'OFFER'] });
    await meetings.called({ title: '别的事项' });
    await stage.work();
    expect(stage.receiver.drain()).toEqual([]);
    await stage.world
      .as(SECRETARY)
      .ask(WEBHOOKS.update, { id, input: { topics: ['MEETING'], isPaused: true } });
    await meetings.called({ title: '暂停时' });
    await stage.work();
    await stage.world.as(SECRETARY).ask(WEBHOOKS.update, { id, input: { isPaused: false } });
    await stage.work();
    expect(stage.receiver.drain()).toEqual([]);
    await meetings.called({ title: '恢复后' });
    // Somebody else’s, which the policy would show to whom it concerns.
    await queryAsSuperuser(
      `UPDATE change_event SET network_ids = '{}', committee_network_ids = '{}' WHERE position IS NULL AND act = 'CALLED'`,
      stage.world.api.database.name,
    );
    await stage.work();
    expect(stage.receiver.drain().map((hook) => toldBy(hook).type)).not.toContain('Meeting.CALLED');
  });

  it('end when their committee convenes the network no more', async () => {
    await stage.create();
    await meetings.called({ title: '最后一次' });
    await queryAsSuperuser(
      `UPDATE membership SET state = 'SUSPENDED' WHERE role = 'CONVENER'`,
      stage.world.api.database.name,
    );
    await stage.work();
    expect(stage.receiver.drain()).toEqual([]);
    await queryAsSuperuser(
      `UPDATE membership SET state = 'ACTIVE' WHERE role = 'CONVENER'`,
      stage.world.api.database.name,
    );
  });
});

import { accessToken } from '../support/access-token-acts.js';
import { ActingSql } from '../support/acting-sql.js';
import { DoorActs } from '../support/door-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MotionActs, VOTERS } from '../support/motion-acts.js';
import { NeedActs } from '../support/need-acts.js';
import type { TestClient } from '../support/test-client.js';
import { SECRETARY, toldBy, WEBHOOKS, WebhookStage } from '../support/webhook-stage.js';

const CANARY = '不可外传';
const NOT_FOUND = 'NOT_FOUND';
const FORBIDDEN = 'FORBIDDEN';

describe('the walls around webhooks', () => {
  let stage: WebhookStage;

  beforeAll(async () => {
    stage = await WebhookStage.open();
  });
  afterAll(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });
  afterEach(() => stage.clear());

  /** A webhook with a delivery, and what somebody else is answered who asks for either; `input` is its own. */
  const knock = async (client: TestClient, ids: { id: string; delivery: unknown }) => {
    const input = stage.inputOf();
    const codes: Record<string, unknown> = {};
    for (const [name, variables] of [
      ['create', { input }],
      ['update', { id: ids.id, input: { name: 'x' } }],
      ['rotate', { id: ids.id }],
      ['test', { id: ids.id }],
      ['again', { id: ids.delivery }],
      ['remove', { id: ids.id }],
    ] as const) {
      const { data, errors } = await client.tryAsk(WEBHOOKS[name], variables);
      expect(data).toBeNull();
      codes[name] = errors?.[0]?.extensions.code;
    }
    const { data, errors } = await client.tryAsk(
      `query ($id: ID!, $delivery: ID!) { webhook: node(id: $id) { id } delivery: node(id: $delivery) { id }
        webhooks { totalCount edges { node { id } } } webhookDeliveries { totalCount edges { node { id } } } }`,
      ids,
    );
    return { codes, data, errors };
  };
  const all = (code: string) =>
    Object.fromEntries(['create', 'update', 'rotate', 'test', 'again', 'remove'].map((name) => [name, code]));
  const NOTHING = {
    webhook: null,
    delivery: null,
    webhooks: { totalCount: 0, edges: [] },
    webhookDeliveries: { totalCount: 0, edges: [] },
  };

  const tested = async () => {
    const { id, secret } = await stage.create();
    await stage.ask('test', { id });
    const [delivery] = await stage.sent();
    return { id, secret, delivery: delivery?.['id'] };
  };

  it('another committee, a unit, a steward and an officer find nothing there', async () => {
    const ids = await tested();
    const { world } = stage;
    const before = [await stage.seen(), await stage.sent()];
    for (const [client, code] of [
      [world.as('riverside-committee'), NOT_FOUND],
      [world.other.as('southeast-committee'), NOT_FOUND],
      [world.as('clinic'), FORBIDDEN],
      [world.as('zhoupu-steward'), FORBIDDEN],
      [world.as('southeast-officer'), FORBIDDEN],
    ] as const)
      expect(await knock(client, ids)).toEqual({ codes: all(code), data: NOTHING, errors: undefined });
    expect([await stage.seen(), await stage.sent()]).toEqual(before);
  });

  it('a unit in the network finds no way to its rows, and an officer none to its secret', async () => {
    const { secret } = await tested();
    const sql = await ActingSql.open(stage.world);
    try {
      const readAs = (account: string) =>
        sql.as(account, async () => [
          await sql.ask('SELECT secret FROM webhook'),
          await sql.ask('SELECT event FROM webhook_delivery'),
          await sql.ask(`UPDATE webhook SET url = 'https://example.org/' RETURNING id`),
        ]);
      const nothing = { rows: [], rowCount: 0 };
      for (const account of ['southeast-officer', 'clinic', 'riverside-committee', 'zhoupu-steward'])
        expect([account, await readAs(account)]).toEqual([account, [nothing, nothing, nothing]]);
      expect(await readAs(SECRETARY)).toMatchObject([
        { rows: [{ secret }] },
        { rowCount: 1 },
        { rowCount: 1 },
      ]);
    } finally {
      await sql.close();
    }
  });

  it('a program changes none with a token that reads, and opens none with one that writes', async () => {
    const ids = await tested();
    const { world } = stage;
    const reading = await accessToken(world, SECRETARY, { access: 'READ' });
    const { codes, data } = await knock(world.withToken(reading.token), ids);
    expect(codes).toEqual(all(FORBIDDEN));
    expect(data).toMatchObject({ webhook: { id: ids.id }, webhookDeliveries: { totalCount: 1 } });
    const writing = await accessToken(world, SECRETARY, { access: 'READ_WRITE' });
    const program = world.withToken(writing.token);
    for (const [name, variables] of [
      ['create', { input: stage.inputOf() }],
      ['update', { id: ids.id, input: { url: `${stage.receiver.origin}/elsewhere` } }],
      ['rotate', { id: ids.id }],
    ] as const) {
      const { data: made, errors } = await program.tryAsk(WEBHOOKS[name], variables);
      expect([name, made, errors?.[0]?.extensions.code]).toEqual([name, null, FORBIDDEN]);
    }
    expect(await program.ask(WEBHOOKS.test, { id: ids.id })).toMatchObject({ sendTestWebhook: {} });
  });

  it('nothing is told of another network, nor of what the committee does not see', async () => {
    const { world } = stage;
    await stage.create({ topics: ['MEETING', 'NEED', 'OFFER', 'BOOKING'] });
    await new MeetingActs(world, 'riverside').called({ title: CANARY });
    const needs = new NeedActs(world);
    const draft = await needs.draft('clinic', { title: CANARY, what: CANARY });
    await needs.draft('riverside-primary', { title: CANARY }, 'riverside');
    await stage.work();
    expect(stage.receiver.drain().map((hook) => toldBy(hook))).toEqual([]);
    await needs.step('clinic', 'proposeNeed', draft);
    await stage.work();
    const told = stage.receiver.drain();
    expect(told.map((hook) => toldBy(hook))).toMatchObject([
      { type: 'Need.PROPOSED', data: { thingId: draft.id } },
    ]);
    expect(JSON.stringify(told)).not.toContain(CANARY);
  });

  it('of a secret ballot it is told that somebody voted, and neither who nor how', async () => {
    const { world } = stage;
    const meetings = new MeetingActs(world);
    const meeting = await meetings.called({ title: CANARY });
    world.clock.advance(Date.parse(meeting.startsAt) - world.clock.now().getTime());
    const door = new DoorActs(world, meeting);
    for (const code of VOTERS) await door.note(code, 'ARRIVED');
    const motions = new MotionActs(world, await meetings.step('beginMeeting', meeting));
    const motion = await motions.opened({ ballot: 'SECRET', text: CANARY });
    await stage.create({ topics: ['MOTION'] });
    await motions.vote('food-market', motion, 'NO');
    await stage.work();
    const told = stage.receiver.drain();
    const unit = world.unit('food-market');
    for (const hook of told) {
      expect(Object.keys(toldBy(hook)).toSorted()).toEqual(['data', 'id', 'timestamp', 'type']);
      expect(toldBy(hook).data).toEqual({
        networkId: world.network('southeast'),
        thingType: 'Motion',
        thingId: motion.id,
        part: expect.stringMatching(/^[A-Z][A-Za-z]+$/),
        act: expect.stringMatching(/^[A-Z_]+$/),
      });
      expect(hook.body).not.toMatch(new RegExp(`${unit}|food-market|"(NO|YES)"|${CANARY}`));
    }
    expect(told.length).toBeLessThanOrEqual(1);
  });
});

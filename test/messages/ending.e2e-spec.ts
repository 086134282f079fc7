import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MessageStage, MINUTE } from '../support/message-stage.js';

const REVOKE = `mutation ($id: ID!) { revokePost(id: $id, version: 1) { ... on Post { id } } }`;
const TEST = `mutation { sendTestMessage { state } }`;
const DAY = 24 * 60 * MINUTE;
const MANY_LINES = `
  WITH ids AS MATERIALIZED (SELECT gen_random_uuid() AS id FROM generate_series(1, 5000)),
    called AS (SELECT * FROM audit_line l WHERE l.thing_id = $1 AND l.act = 'CALLED'),
    lines AS (INSERT INTO audit_line SELECT r.* FROM ids, called l, jsonb_populate_record(
      (SELECT a FROM audit_line a WHERE a.id = l.id), jsonb_build_object('id', ids.id)) r)
  INSERT INTO change_event SELECT r.* FROM ids, change_event e, jsonb_populate_record(
    e, jsonb_build_object('id', ids.id, 'position', NULL)) r WHERE e.id = (SELECT id FROM called)`;

describe('the telling of a post', () => {
  let stage: MessageStage;

  beforeEach(async () => {
    stage = await MessageStage.open();
  });
  afterEach(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });

  const ask = <Row extends object>(sql: string) => queryAsSuperuser<Row>(sql, stage.world.api.database.name);
  const jobs = async () =>
    (
      await ask<{ task: string }>(`SELECT DISTINCT task_identifier AS task FROM graphile_worker.jobs
        WHERE task_identifier IN ('route-changes', 'write-messages') ORDER BY 1`)
    ).map(({ task }) => task);

  it('ends when the post is revoked or runs out; where nobody is told, nothing is looked at, until somebody is', async () => {
    for (const account of ['police-post', 'clinic']) await stage.tell(account);
    await stage.pass();
    expect(await jobs()).toEqual(['route-changes', 'write-messages']);
    await stage.world.as('southeast-committee').ask(REVOKE, { id: stage.world.post('police-post') });
    const until = new Date(stage.world.clock.now().getTime() + MINUTE).toISOString();
    await ask(
      `UPDATE post SET until = '${until}' WHERE id = '${fromGlobalId('Post', stage.world.post('clinic'))}'`,
    );
    await stage.pass();
    expect(await ask('SELECT id FROM message_watch')).toEqual([]);
    await stage.work();
    expect(await jobs()).toEqual([]);

    await stage.tell('food-market');
    await new MeetingActs(stage.world).called({ title: '又有人听' });
    expect(await stage.heard('food-market')).toEqual([expect.stringContaining('又有人听')]);
  });

  it('leaves nothing after 30 days, also where nothing is told any more, or only tests were', async () => {
    await stage.set('clinic', { robot: stage.robot('WECOM') });
    await stage.world.as('clinic').ask(TEST);
    await stage.work();
    stage.world.clock.advance(2 * DAY);
    await stage.set('bus-639', { robot: stage.robot('WECOM') });
    await stage.world.as('bus-639').ask(TEST);
    await stage.work();
    stage.world.clock.advance(29 * DAY);
    await ask(`SELECT FROM graphile_worker.add_job('sweep-messages')`);
    await stage.work();
    expect(await ask('SELECT post_id AS id FROM message')).toEqual([
      { id: fromGlobalId('Post', stage.world.post('bus-639')) },
    ]);
  });

  it('loses nothing of more than is read at once', async () => {
    await stage.tell('clinic', { topics: ['CHANGED'] });
    const meetings = new MeetingActs(stage.world);
    const { id } = await meetings.called({ title: '第一个' });
    await queryAsSuperuser(
      MANY_LINES.replaceAll('$1', `'${fromGlobalId('Meeting', id)}'`),
      stage.world.api.database.name,
    );
    stage.world.clock.advance(1_000);
    await meetings.called({ title: '第二个' });
    const heard = (await stage.heard('clinic')).join('\n');
    expect(heard.match(/第.个/g)).toEqual(['第一个', '第二个']);
  });
});

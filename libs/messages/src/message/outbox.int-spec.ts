import { Tenancy } from '#tenancy';
import { queryAsSuperuser } from '../../../../test/support/cluster.js';
import { MessageStage } from '../../../../test/support/message-stage.js';
import { MessageSettings } from '../settings/message-settings.entity.js';
import { Outbox } from './outbox.js';

describe('the outbox', () => {
  let stage: MessageStage;

  beforeAll(async () => {
    stage = await MessageStage.open();
  });
  afterAll(() => stage.close());

  it('keeps nothing of an act that is rolled back, neither the message nor its job', async () => {
    await stage.tell('clinic');
    const { app, database } = stage.world.api;
    const { claims } = stage.world.as('clinic');
    if (!claims) throw new Error('An account acts through a post.');
    const count = () =>
      queryAsSuperuser(
        `SELECT (SELECT count(*)::int FROM message) AS messages, count(*)::int AS jobs
          FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
          WHERE t.identifier = 'send-message'`,
        database.name,
      );
    const act = (isUndone: boolean) =>
      app.get(Tenancy).write(claims, async (tx) => {
        const settings = await tx.find(MessageSettings, claims.postId);
        if (!settings) throw new Error('It has set nothing.');
        await app.get(Outbox, { strict: false }).put(tx, settings, { text: '有变动', basis: null });
        if (isUndone) throw new Error('undone');
      });
    await expect(act(true)).rejects.toThrow('undone');
    expect(await count()).toEqual([{ messages: 0, jobs: 0 }]);
    await act(false);
    expect(await count()).toEqual([{ messages: 1, jobs: 1 }]);
    await stage.work();
    expect(stage.mailsOf('clinic')).toMatchObject([{ text: '有变动' }]);
  });
});

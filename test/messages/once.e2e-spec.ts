import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MessageStage, MINUTE } from '../support/message-stage.js';

const REVOKE = `mutation ($id: ID!) { revokePost(id: $id, version: 1) { ... on Post { id } } }`;

describe('sending once', () => {
  let stage: MessageStage;
  let meetings: MeetingActs;

  beforeEach(async () => {
    stage = await MessageStage.open();
    meetings = new MeetingActs(stage.world);
  });
  afterEach(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });

  const waiting = () =>
    queryAsSuperuser<{ state: string }>(`SELECT state FROM message`, stage.world.api.database.name);

  it('is what several workers do that look at the same time', async () => {
    const accounts = ['clinic', 'bus-639', 'food-market', 'police-post'];
    for (const account of accounts) await stage.tell(account, { topics: ['WAITING', 'CHANGED'] });
    await meetings.called({ title: '同时' });
    const all = (): Promise<unknown> => Promise.all(Array.from({ length: 4 }, () => stage.work()));
    await all();
    stage.world.clock.advance(3 * MINUTE);
    await all();
    await all();
    const to = stage.post.drain().flatMap((mail) => mail.to);
    expect(to.toSorted()).toEqual(accounts.map((account) => `${account}@unit.example`).toSorted());
  });

  it('is nothing of what waits once the post is revoked', async () => {
    await stage.tell('police-post');
    stage.post.refusal = 451;
    await meetings.called({ title: '派出所参加' });
    await stage.pass();
    expect(await waiting()).toEqual([{ state: 'WAITING' }]);
    await stage.world.as('southeast-committee').ask(REVOKE, { id: stage.world.post('police-post') });
    stage.post.refusal = null;
    await stage.pass();
    await stage.pass();
    expect(stage.post.drain()).toEqual([]);
  });
});

import { queryAsSuperuser } from '../support/cluster.js';
import { AnswerActs } from '../support/answer-acts.js';
import { MeetingActs, MOVED_SPAN } from '../support/meeting-acts.js';
import { MessageStage } from '../support/message-stage.js';

const OFF = { reason: '不开了' };

describe('a message that goes out late', () => {
  let stage: MessageStage;
  let meetings: MeetingActs;

  beforeEach(async () => {
    stage = await MessageStage.open();
    meetings = new MeetingActs(stage.world);
    await stage.tell('clinic');
  });
  afterEach(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });

  const stored = () =>
    queryAsSuperuser<{ id: string; state: string }>(
      'SELECT id, state FROM message ORDER BY written_at, id',
      stage.world.api.database.name,
    );

  it('tells what still stands, under the id that it had; what was called off meanwhile is told as that alone', async () => {
    stage.post.refusal = 451;
    await meetings.called({ title: '照常召开' });
    const off = await meetings.called({ title: '后来取消' });
    await stage.pass();
    expect((await stage.sent('clinic'))[0]?.text).toMatch(/后来取消/);
    const [written] = await stored();
    await meetings.step('cancelMeeting', off, OFF);
    stage.post.refusal = null;
    await stage.pass();
    const [late, end, ...more] = stage.mailsOf('clinic');
    expect(more).toEqual([]);
    expect(late).toMatchObject({
      id: written?.id,
      text: expect.stringMatching(/^新的待办：\n· 照常召开.*$/),
    });
    expect(end?.text).toMatch(/^有变动：\n· 后来取消.*：会议已取消。$/);
    expect((await stage.sent('clinic')).at(-1)?.text).toBe(late?.text);
  });

  it('is dropped when nothing of it stands', async () => {
    stage.post.refusal = 451;
    const off = await meetings.called({ title: '没有开成' });
    await stage.pass();
    await meetings.step('cancelMeeting', off, OFF);
    stage.post.refusal = null;
    await stage.work();
    expect(stage.post.drain()).toEqual([]);
    expect((await stored()).map(({ state }) => state)).toEqual(['DROPPED']);
    expect(await stage.heard('clinic')).toEqual([expect.stringMatching(/^有变动：\n.*会议已取消。$/)]);
  });

  it('leaves the last word to the message after it, and keeps what was recorded for its unit', async () => {
    const moved = await meetings.called({ title: '改期的会' });
    const answered = await meetings.called({ title: '代为答复' });
    await stage.heard('clinic');
    stage.post.refusal = 451;
    await meetings.step('moveMeeting', await meetings.seen(moved.id), {
      input: { ...MOVED_SPAN, reason: '调整' },
    });
    const unit = stage.world.unit('clinic');
    await new AnswerActs(stage.world, answered).answer('southeast-officer', { reply: 'ACCEPTED' }, unit);
    await stage.pass();
    expect((await stage.sent('clinic'))[0]?.text).toMatch(/会议已改期/);
    for (const { id } of [moved, answered])
      await meetings.step('cancelMeeting', await meetings.seen(id), OFF);
    stage.post.refusal = null;
    await stage.pass();
    const [late, end, ...more] = stage.mailsOf('clinic').map(({ text }) => text);
    expect(more).toEqual([]);
    expect(late).toMatch(/^有变动：\n· 代为答复.*：居委会已为贵单位代办，如有不符请更正。$/);
    expect(end?.match(/会议已取消。/g)).toHaveLength(2);
  });

  it('is no call, but a cancellation is told also by a way that never told the call', async () => {
    const off = await meetings.called({ title: '先前召集' });
    await stage.tell('food-market');
    await stage.pass();
    stage.post.drain();
    await meetings.step('cancelMeeting', off, OFF);
    expect(await stage.heard('food-market')).toEqual([expect.stringMatching(/先前召集.*会议已取消。$/)]);
  });
});

import { MeetingActs } from '../support/meeting-acts.js';
import { MessageStage, MINUTE } from '../support/message-stage.js';

const HOUR = 60 * MINUTE;

describe('when a post is told', () => {
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

  /** The wall clock stands there, and the worker has looked. */
  const at = async (instant: string): Promise<string[]> => {
    stage.world.clock.set(instant);
    await stage.work();
    return stage.mailsOf('clinic').map(({ text }) => text);
  };

  it('is not in its quiet hours, over midnight; what was ended in the night is not told in the morning', async () => {
    await stage.tell('clinic', {
      quietHours: { from: '21:00', until: '08:00' },
      topics: ['WAITING', 'CHANGED'],
    });
    await at('2026-11-24T20:59:00+08:00');
    await meetings.called({ title: '夜里召集' });
    expect(await at('2026-11-24T20:59:30+08:00')).toEqual([]);
    expect(await at('2026-11-24T21:02:00+08:00')).toEqual([]);
    const unheard = await meetings.called({ title: '夜里取消' });
    expect(await at('2026-11-25T00:30:00+08:00')).toEqual([]);
    await meetings.step('cancelMeeting', unheard, { reason: '不开了' });
    expect(await at('2026-11-25T07:59:00+08:00')).toEqual([]);
    const [morning, ...more] = await at('2026-11-25T08:00:00+08:00');
    expect(more).toEqual([]);
    expect(morning).toContain('夜里召集');
    expect(morning).not.toContain('夜里取消');
  });

  it('is reminded on the last working day before a term, once: over a weekend on Friday', async () => {
    await stage.tell('clinic', { topics: ['DUE'] });
    const span = { startsAt: '2026-12-07T10:00:00+08:00', endsAt: '2026-12-07T11:00:00+08:00' };
    await meetings.called({ title: '周一的会', ...span });
    expect(await at('2026-12-03T09:00:00+08:00')).toEqual([]);
    expect(await at('2026-12-04T09:00:00+08:00')).toEqual([
      expect.stringMatching(/^下一工作日前到期：\n· 周一的会（.*，2026年12月7日（星期一）10:00）：.*$/),
    ]);
    expect(await at('2026-12-05T09:00:00+08:00')).toEqual([]);
    expect(await at('2026-12-07T09:00:00+08:00')).toEqual([]);
  });
});

describe('when a post is told around the October holiday', () => {
  it('is reminded on a Friday of the make-up working day after it, and on that day of the Monday', async () => {
    const stage = await MessageStage.open('2026-09-25T08:00:00+08:00');
    try {
      await stage.tell('clinic', { topics: ['DUE'] });
      const meetings = new MeetingActs(stage.world);
      for (const [title, date] of Object.entries({ 补班日的会: '2026-10-10', 周一的会: '2026-10-12' })) {
        const span = { startsAt: `${date}T10:00:00+08:00`, endsAt: `${date}T11:00:00+08:00` };
        await meetings.called({ title, ...span });
      }
      const heard: Record<string, string[]> = {};
      for (const day of ['08', '09', '10', '11', '12']) {
        stage.world.clock.set(`2026-10-${day}T09:00:00+08:00`);
        await stage.work();
        heard[day] = stage.mailsOf('clinic').flatMap(({ text }) => text.match(/[^· ]+的会/g) ?? []);
      }
      expect(heard).toEqual({ '08': [], '09': ['补班日的会'], 10: ['周一的会'], 11: [], 12: [] });
    } finally {
      await stage.close();
    }
  });

  it('is reminded on the last working day before it', async () => {
    const stage = await MessageStage.open('2026-09-21T09:00:00+08:00');
    try {
      await stage.tell('clinic', { topics: ['DUE'] });
      const span = { startsAt: '2026-10-08T10:00:00+08:00', endsAt: '2026-10-08T11:00:00+08:00' };
      await new MeetingActs(stage.world).called({ title: '节后的会', ...span });
      const heard: string[] = [];
      for (let day = 0; day < 17; day++) {
        stage.world.clock.set(new Date(Date.parse('2026-09-22T09:00:00+08:00') + day * 24 * HOUR));
        await stage.work();
        const days = stage.mailsOf('clinic').map(() => stage.world.clock.now().toISOString().slice(0, 10));
        heard.push(...days);
      }
      expect(heard).toEqual(['2026-09-30']);
    } finally {
      await stage.close();
    }
  });
});

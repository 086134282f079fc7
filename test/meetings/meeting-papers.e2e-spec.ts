import { AgendaActs } from '../support/agenda-acts.js';
import { ActionActs } from '../support/action-acts.js';
import { AnswerActs } from '../support/answer-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { MinutesActs } from '../support/minutes-acts.js';
import { MotionActs } from '../support/motion-acts.js';
import { MOVED_SPAN } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const PAPERS = `query ($id: ID!) { meeting(id: $id) { papers { kind htmlPath docxPath } } }`;
const KINDS = ['call', 'sign-in-sheet', 'minutes'] as const;
const READERS = [
  'southeast-officer',
  'clinic',
  'food-market',
  'owners-committee',
  'zhoupu-steward',
  'resident-1',
];
const HOSTILE = `<script>alert(1)</script>&`;

type Listed = { meeting: { papers: { kind: string; htmlPath: string; docxPath: string }[] } | null };

describe('the papers of a meeting', () => {
  let world: World;
  let acts: MinutesActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new MinutesActs(world);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(new Date('2026-12-09T13:30:00+08:00')));

  const get = (account: string | null, id: string, file: string, headers: Record<string, string> = {}) =>
    (account === null ? world.nobody() : world.as(account)).send({
      method: 'GET',
      url: `/meetings/${id}/${file}`,
      headers,
    });
  /** The lines that stand on the page. */
  const read = async (account: string, id: string, kind: (typeof KINDS)[number]) => {
    const { statusCode, body } = await get(account, id, `${kind}.html`);
    expect(statusCode).toBe(200);
    return body
      .slice(body.indexOf('<main>'))
      .split('\n')
      .map((line) =>
        line
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/ +/g, ' ')
          .trim(),
      )
      .filter((line) => line !== '');
  };
  /** Who gets which of them; what is listed is there, and nothing else. */
  const readersOf = async (id: string) => {
    const readers: Record<string, string[]> = { call: [], 'sign-in-sheet': [], minutes: [] };
    for (const account of READERS) {
      const { meeting } = await world.as(account).ask<Listed>(PAPERS, { id });
      const listed = (meeting?.papers ?? []).flatMap(({ htmlPath, docxPath }) => [htmlPath, docxPath]);
      for (const kind of KINDS) {
        for (const form of ['html', 'docx']) {
          const { statusCode } = await get(account, id, `${kind}.${form}`);
          expect([account, kind, statusCode]).toEqual([
            account,
            kind,
            listed.includes(`/meetings/${id}/${kind}.${form}`) ? 200 : 404,
          ]);
          if (statusCode === 200 && form === 'docx') readers[kind]?.push(account);
        }
      }
    }
    return readers;
  };

  it('are there for whoever reads what they print, from the draft to the published minutes', async () => {
    const draft = await acts.meetings.draft();
    const [officer, units] = [['southeast-officer'], ['southeast-officer', 'clinic', 'food-market']];
    const none: string[] = [];
    expect(await readersOf(draft.id)).toEqual({ call: officer, 'sign-in-sheet': none, minutes: none });
    const called = await acts.meetings.step('callMeeting', draft);
    expect(await readersOf(draft.id)).toEqual({ call: units, 'sign-in-sheet': officer, minutes: none });
    const begun = await acts.meetings.step('beginMeeting', called);
    const written = await acts.draft(begun);
    expect(await readersOf(draft.id)).toMatchObject({ minutes: officer });
    await acts.meetings.step('closeMeeting', begun);
    await acts.step('publishMinutes', written);
    expect(await readersOf(draft.id)).toEqual({
      call: units,
      'sign-in-sheet': officer,
      minutes: [...units, 'zhoupu-steward'],
    });
    const cancelled = await acts.meetings.step('cancelMeeting', await acts.meetings.called());
    expect(await readersOf(cancelled.id)).toEqual({ call: none, 'sign-in-sheet': none, minutes: none });
  });

  it('of a working meeting are there for those invited, and its minutes for stewards', async () => {
    const { id } = await acts.closed(acts.meetings.working(['clinic', 'owners-committee']));
    await acts.step('publishMinutes', await acts.draft({ id }));
    const invited = ['southeast-officer', 'clinic', 'owners-committee'];
    expect(await readersOf(id)).toEqual({
      call: invited,
      'sign-in-sheet': ['southeast-officer'],
      minutes: [...invited, 'zhoupu-steward'],
    });
  });

  it('call by name, say what was moved, and are marked in a draft', async () => {
    const draft = await acts.meetings.draft(
      acts.meetings.working(['clinic'], { title: HOSTILE, location: '小学礼堂', about: '停车\n难' }),
    );
    expect(await read('southeast-officer', draft.id, 'call')).toContain(
      '关于召开&lt;script&gt;alert(1)&lt;/script&gt;&amp;的通知（草稿）',
    );
    const called = await acts.meetings.step('callMeeting', draft);
    await new AgendaActs(world, called).propose('southeast-officer', { title: '停车', presenter: '李医生' });
    const moved = await acts.meetings.step('moveMeeting', called, { input: { ...MOVED_SPAN, reason: '雨' } });
    const lines = await read('clinic', moved.id, 'call');
    expect(lines).toEqual(expect.arrayContaining(['东南医务站：', '小学礼堂。', '停车', '难。']));
    expect(lines.join()).toMatch(/1\. ?停车（汇报：李医生，20分钟）/);
    expect(lines.join()).toMatch(/改期的通知.*原定于2026年12月9日.*改为2026年12月10日（星期四）09:00/);
    expect(lines.join('\n')).toContain('一、改期原因\n雨。');
    expect(lines.at(-1)).toBe('2026年12月9日');
  });

  it('call for what was on the agenda when the meeting began, whatever became of it since', async () => {
    const called = await acts.meetings.called();
    const agenda = new AgendaActs(world, called);
    const [early, late] = [
      await agenda.propose('southeast-officer', { title: '早已延期' }),
      await agenda.propose('southeast-officer', { title: '会上延期' }),
    ];
    await agenda.propose('southeast-officer', { title: '停车' });
    await agenda.step('postponeItem', early);
    world.clock.set(new Date('2026-12-09T14:00:00+08:00'));
    await acts.meetings.step('beginMeeting', called);
    world.clock.set(new Date('2026-12-09T14:30:00+08:00'));
    await agenda.step('postponeItem', late);
    await agenda.propose('southeast-officer', { title: '临时动议' });
    const text = (await read('clinic', called.id, 'call')).join('\n');
    expect(['早已延期', '会上延期', '停车', '临时动议'].map((title) => text.includes(title))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('let those sign who are expected, and show who came', async () => {
    const called = await acts.meetings.called();
    await new AnswerActs(world, called).accept('clinic', { comers: ['李医生', '王护士'] });
    await new AnswerActs(world, called).give('developer', 'food-market');
    await new DoorActs(world, called).note('police-post', 'ARRIVED', { names: ['张警官'] });
    const lines = (await read('southeast-officer', called.id, 'sign-in-sheet')).join('\n');
    expect(lines).toMatch(/东南医务站 李医生/);
    expect(lines).toMatch(/东南医务站 王护士/);
    expect(lines).toMatch(/委托东南菜场/);
    expect(lines).toMatch(/张警官 13:30/);
  });

  it('say in the minutes who came, what was decided and who does it, and what was put right since', async () => {
    const called = await acts.meetings.called(acts.meetings.working(['clinic'], { location: '小学礼堂' }));
    const item = await new AgendaActs(world, called).propose('southeast-officer', { title: '停车' });
    const door = new DoorActs(world, called);
    for (const unit of ['southeast-committee', 'clinic'])
      await door.note(unit, 'ARRIVED', { names: ['某人'] });
    const begun = await acts.meetings.step('beginMeeting', called);
    const motions = new MotionActs(world, begun);
    const opened = await motions.opened({ text: '试行一年', agendaItemId: item.id });
    for (const account of ['southeast-committee', 'clinic']) await motions.vote(account, opened, 'YES');
    await motions.step('closeVote', opened);
    await motions.step('closeVote', await motions.opened({ text: '另行表决' }));
    await new ActionActs(world).create(begun, { what: '划线' });
    const items = [{ agendaItemId: item.id, text: '会议听取了方案。' }];
    const draft = await acts.step('editMinutes', await acts.draft(begun), {
      input: { chair: '书记', opening: '概要。', closing: '会议结束。', items },
    });
    expect((await read('southeast-officer', called.id, 'minutes')).join()).toContain('（草稿）');
    await acts.meetings.step('closeMeeting', begun);
    const published = await acts.step('publishMinutes', draft);
    expect(published.contents).toMatchObject({
      items: [{ motions: [{ text: '试行一年', outcome: 'CARRIED', yes: 2, objectionCount: 0 }] }],
      otherMotions: [{ text: '另行表决', outcome: 'LOST' }],
      actions: [{ what: '划线', unitName: '东南医务站', dueOn: '2026-12-31' }],
    });
    await acts.step('correctMinutes', published);
    for (const account of ['clinic', 'zhoupu-steward']) {
      const lines = await read(account, called.id, 'minutes');
      const text = lines.join('\n');
      expect(lines.slice(0, 3)).toEqual(['东南社区共建网络会议纪要', '第1次更正', '专题会纪要']);
      expect(text).toMatch(/地点： 小学礼堂\n主持： 书记\n出席： .*东南医务站（某人）/);
      expect(text).toMatch(
        /概要。\n一、停车\n会议听取了方案。\n表决事项：试行一年\n应到2家，到会2家.*表决通过。/,
      );
      expect(text).toMatch(/二、其他表决事项\n表决事项：另行表决/);
      expect(text).toMatch(/议定事项分工[^]*划线 东南医务站 2026年12月31日[^]*会议结束。/);
      expect(text).toMatch(/更正\n第1次更正（2026年12月9日）：实到 9 家\n原因：漏记一家/);
      expect(text).not.toContain('草稿');
    }
  });

  it('hold nothing that their reader may not see: no older text, no proposal, no answer of another unit', async () => {
    const called = await acts.meetings.called();
    const canaries = ['金丝雀一', '金丝雀二', '金丝雀三', '金丝雀四'];
    const said = { remark: canaries[0], comers: [canaries[1]] };
    await new AnswerActs(world, called).accept('clinic', said);
    await new AgendaActs(world, called).propose('clinic', { title: canaries[2] });
    const begun = await acts.meetings.step('beginMeeting', called);
    const first = await acts.step('editMinutes', await acts.draft(begun), {
      input: { opening: canaries[3] },
    });
    const last = await acts.step('editMinutes', first, { input: { opening: '正文' } });
    await acts.meetings.step('closeMeeting', begun);
    await acts.step('publishMinutes', last);
    for (const account of ['food-market', 'zhoupu-steward', 'clinic']) {
      for (const kind of KINDS) {
        const { body } = await get(account, called.id, `${kind}.html`);
        expect(canaries.filter((canary) => body.includes(canary))).toEqual([]);
        expect(body.includes('正文')).toBe(kind === 'minutes');
      }
    }
    expect((await get('southeast-officer', called.id, 'sign-in-sheet.html')).body).toContain(canaries[1]);
  });

  it('are sent as pages that run nothing, and as files by their name', async () => {
    const { id } = await acts.meetings.called({ title: HOSTILE });
    const page = await get('clinic', id, 'call.html');
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'zh-CN',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/) as string,
      ratelimit: expect.stringContaining('post') as string,
    });
    expect(page.body).not.toContain('<script');
    const file = await get('clinic', id, 'call.docx');
    expect(file.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="____<script>alert(1)</script>&___.docx"; filename*=UTF-8''${encodeURIComponent(`关于召开${HOSTILE}的通知`).replaceAll(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}.docx`,
      'cache-control': 'no-store',
    });
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('take no parameters, and are refused in the language asked for', async () => {
    const { id } = await acts.meetings.called();
    expect((await get(null, id, 'call.html?lang=en')).statusCode).toBe(401);
    const { statusCode, body } = await get('clinic', id, 'call.html?lang=en&a=1', {
      'accept-language': 'zh',
    });
    expect(statusCode).toBe(400);
    const { errors } = JSON.parse(body) as {
      errors: { extensions: { code: string; fields: { path: string }[] } }[];
    };
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions.fields.map(({ path }) => path)).toEqual(['lang', 'a']);
    expect(body).toContain('公文只有中文');
    expect((await get('clinic', id, 'agenda.html')).statusCode).toBe(404);
  });
});

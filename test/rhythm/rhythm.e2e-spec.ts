import { HucreWorkbooks } from '#sheets';
import { MeetingActs } from '../support/meeting-acts.js';
import { MenuActs, type SeenDish } from '../support/menu-acts.js';
import { readPrintedPage } from '../support/printed-page.js';
import { startWorld, type World } from '../support/world.js';

const PERIOD = `beat state firstDay lastDay warnFrom isProvisional held ahead composed message note
  dishes { title } serviceDays { serviceDay } meetings { title }`;
const RHYTHM = `query ($networkId: ID!, $year: Int) { rhythm(networkId: $networkId, year: $year) {
  year startedOn network { code } periods { ${PERIOD} } warnings { ${PERIOD} } chatText } }`;

interface SeenPeriod {
  readonly beat: string;
  readonly state: string;
  readonly firstDay: string;
  readonly held: number;
  readonly ahead: number;
  readonly composed: number | null;
  readonly message: string | null;
  readonly note: string | null;
  readonly dishes: readonly { title: string }[];
  readonly serviceDays: readonly { serviceDay: number }[];
  readonly meetings: readonly { title: string }[];
}

interface SeenRhythm {
  readonly year: number;
  readonly startedOn: string | null;
  readonly periods: readonly SeenPeriod[];
  readonly warnings: readonly SeenPeriod[];
  readonly chatText: string | null;
}

const BEGINNING = '2026-11-23T09:00:00+08:00';

/** Whoever is of the riverside asks of its own network, everybody else of the southeast. */
function networkOf(account: string): string {
  return account.startsWith('riverside-') ? 'riverside' : 'southeast';
}

/** The network of the case begins on 23 November 2026, a Monday, which is when its roster is imported. */
describe('the rhythm of a network', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  beforeEach(() => world.clock.set(BEGINNING));
  afterAll(() => world.close());

  const find = async (
    account: string,
    year: number | null = 2026,
    network = networkOf(account),
  ): Promise<SeenRhythm | null> => {
    const variables = { networkId: world.network(network), year };
    return (await world.actingAs(account).ask<{ rhythm: SeenRhythm | null }>(RHYTHM, variables)).rhythm;
  };
  const get = async (account: string, year?: number): Promise<SeenRhythm> => {
    const rhythm = await find(account, year);
    if (!rhythm) throw new Error(`${account} sees no rhythm.`);
    return rhythm;
  };
  const at = ({ periods }: SeenRhythm, beat: string, firstDay: string): SeenPeriod | undefined =>
    periods.find((period) => period.beat === beat && period.firstDay === firstDay);
  const states = async (account = 'clinic') => {
    const rhythm = await get(account);
    return [
      at(rhythm, 'ACTIVITY', '2026-12-01')?.state,
      at(rhythm, 'SURVEY', '2026-11-01')?.state,
      at(rhythm, 'MEETING', '2026-10-01')?.state,
    ];
  };
  const again = async ({ id }: SeenDish): Promise<SeenDish> => {
    const dish = await acts.dish(acts.secretary, id);
    if (!dish) throw new Error('The committee does not read it.');
    return dish;
  };

  it('has every month, two months and quarter of a year, and owes nothing before the network began', async () => {
    const { periods, startedOn, year } = await get('clinic');
    expect([year, startedOn, periods.length]).toEqual([2026, '2026-11-23', 22]);
    expect(periods.map(({ beat, state }) => [beat, state])).toEqual([
      ...Array.from({ length: 11 }, () => ['ACTIVITY', 'BEFORE_START']),
      ['ACTIVITY', 'LACKING'],
      ...Array.from({ length: 5 }, () => ['SURVEY', 'BEFORE_START']),
      ['SURVEY', 'LACKING'],
      ...Array.from({ length: 3 }, () => ['MEETING', 'BEFORE_START']),
      ['MEETING', 'LACKING'],
    ]);
    const next = await get('clinic', 2027);
    expect(new Set(next.periods.map(({ state }) => state))).toEqual(new Set(['LACKING']));
    expect((await find('clinic', null))?.year).toBe(2026);
  });

  it('is kept by what is published and called, then by what was held; service days keep nothing', async () => {
    await acts.draft('clinic');
    await acts.onMenu('openMenu', { networkId: world.network('southeast'), month: acts.month });
    await acts.published();
    const meetings = new MeetingActs(world);
    const draft = await meetings.draft({ kind: 'REGULAR' });
    for (const account of ['clinic', acts.secretary])
      expect([account, ...(await states(account))]).toEqual([account, 'LACKING', 'LACKING', 'LACKING']);
    const survey = await acts.taken('clinic', { kind: 'TOPICAL_SURVEY', title: '停车调研' });
    expect(await states()).toEqual(['LACKING', 'LACKING', 'LACKING']);
    const composing = at(await get(acts.secretary), 'SURVEY', '2026-11-01');
    expect([composing?.composed, composing?.dishes, composing?.message]).toEqual([
      1,
      [{ title: '停车调研' }],
      '2026-11 to 2026-12 lacks a topical survey; the last day is 2026-12-31. Not published yet: 1.',
    ]);
    expect(at(await get('clinic'), 'SURVEY', '2026-11-01')).toMatchObject({ composed: null, dishes: [] });
    await acts.published();
    const called = await meetings.step('callMeeting', draft);
    // A survey is an activity beside the service days as well.
    expect(await states()).toEqual(['PLANNED', 'PLANNED', 'PLANNED']);
    const december = at(await get('zhoupu-steward'), 'ACTIVITY', '2026-12-01');
    expect(december).toMatchObject({ ahead: 1, held: 0, note: 'published, version 2', message: null });
    expect(december?.serviceDays.map(({ serviceDay }) => serviceDay)).toEqual([5, 15, 25]);
    world.clock.set(called.startsAt);
    const begun = await meetings.step('beginMeeting', called);
    expect(await states()).toEqual(['PLANNED', 'PLANNED', 'MET']);
    await meetings.step('closeMeeting', begun);
    world.clock.set(survey.endsAt);
    expect(await states()).toEqual(['MET', 'MET', 'MET']);
    world.clock.set('2027-03-01T09:00:00+08:00');
    expect(await states()).toEqual(['MET', 'MET', 'MET']);
    expect((await get('clinic')).periods.at(-1)?.meetings).toEqual([{ title: '联席会议' }]);
  });

  it('is not kept by what is cancelled; of a course that was held once that stands', async () => {
    const next = new MenuActs(world, 'southeast', '2027-01-01');
    const on = (day: string) => ({
      startsAt: `2027-01-${day}T09:00:00+08:00`,
      endsAt: `2027-01-${day}T11:00:00+08:00`,
    });
    const january = async () => at(await get('clinic', 2027), 'ACTIVITY', '2027-01-01');
    const lecture = await next.taken('clinic', { dates: [on('16')] });
    const course = await next.taken('clinic', { kind: 'COURSE', dates: [on('06'), on('13')] });
    await next.published();
    expect(await january()).toMatchObject({ state: 'PLANNED', ahead: 2 });
    await next.act(next.secretary, 'cancelDish', await again(lecture));
    expect(await january()).toMatchObject({ state: 'PLANNED', ahead: 1 });
    world.clock.set(on('06').endsAt);
    await next.act(next.secretary, 'cancelDish', await again(course));
    expect(await january()).toMatchObject({ state: 'MET', held: 1, ahead: 0 });
  });

  it('warns the committee alone, in time by workdays, and says what went by', async () => {
    world.clock.set('2026-12-17T23:59:59+08:00');
    expect(await states('riverside-primary')).toEqual(['LACKING', 'LACKING', 'LACKING']);
    world.clock.set('2026-12-18T00:00:00+08:00');
    expect(await states('riverside-primary')).toEqual(['WARNED', 'WARNED', 'WARNED']);
    const { warnings, chatText } = await get('riverside-committee', 2027);
    expect(warnings.map(({ beat, state, firstDay }) => [beat, state, firstDay])).toEqual([
      ['ACTIVITY', 'WARNED', '2026-12-01'],
      ['SURVEY', 'WARNED', '2026-11-01'],
      ['MEETING', 'WARNED', '2026-10-01'],
    ]);
    expect(chatText?.split('\n')).toEqual([
      expect.stringMatching(/^【节奏提醒】./),
      '提醒1：2026年12月尚缺服务日以外的活动，最迟2026-12-31。',
      '提醒2：2026年11–12月尚缺专题调研，最迟2026-12-31。',
      '提醒3：2026年10–12月尚缺联席会议，最迟2026-12-31。',
      '请尽快安排并发布。',
    ]);
    expect(await get('riverside-primary')).toMatchObject({ warnings: [], chatText: null });
    world.clock.set('2027-01-01T00:00:00+08:00');
    const guessed = await get('riverside-committee', 2027);
    expect(guessed.warnings.map(({ message }) => message)).toEqual(
      Array(3).fill(expect.stringMatching(/lacks .*\. The days off .* are not announced yet/)),
    );
    expect(guessed.chatText).toMatch(
      /\n提醒1：2027年1月尚缺.*。放假安排尚未公布，工作日暂按周末推算，提醒日期可能变动。\n/,
    );
    expect(await states('riverside-primary')).toEqual(['LAPSED', 'LAPSED', 'LAPSED']);
    expect(at(await get('riverside-primary'), 'ACTIVITY', '2026-12-01')?.message).toBe(
      '2026-12 went by without an activity beside the service days; the last day was 2026-12-31.',
    );
  });

  it('is seen by whoever reads the menus of the network, and by nobody else', async () => {
    for (const account of ['riverside-committee', 'owners-committee'])
      expect([account, await find(account, 2026, 'southeast')]).toEqual([account, null]);
    for (const account of ['clinic', 'zhoupu-steward', 'southeast-officer'])
      expect([account, (await find(account))?.year]).toEqual([account, 2026]);
    for (const year of [1999, 2200]) {
      const { errors } = await world
        .as('clinic')
        .tryAsk(RHYTHM, { networkId: world.network('southeast'), year });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'year' }] });
    }
  });

  it('hangs on the wall and stands in a workbook, without what the committee composes', async () => {
    const february = new MenuActs(world, 'southeast', '2027-02-01');
    const dates = [{ startsAt: '2027-02-16T09:00:00+08:00', endsAt: '2027-02-16T11:00:00+08:00' }];
    await february.taken('clinic', { title: '健康讲座 13812345678', dates });
    await february.published();
    await february.taken('clinic', { title: '未发布的讲座', dates });
    const send = (account: string, form: string, query = '') =>
      world.actingAs(account).send({
        method: 'GET',
        url: `/networks/${world.network('southeast')}/rhythm.${form}${query}`,
      });
    const page = await send(acts.secretary, 'html', '?year=2027');
    expect([page.statusCode, page.headers['content-language']]).toEqual([200, 'zh-CN']);
    const tables = readPrintedPage(page.body.replaceAll('</h2>', '</h2><p></p>')).tables;
    expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['每月活动', 12],
      ['双月专题调研', 6],
      ['季度联席会议', 4],
    ]);
    expect(tables[0]?.rows[1]).toEqual([
      '2027年2月',
      '已安排',
      '02-16 健康讲座 ****5678（待举行）',
      expect.stringMatching(/^02-05 .+\n02-15 .+\n02-25 /),
      '已发布，第1版',
      '2027-02-28',
    ]);
    expect(page.body).not.toContain('未发布的讲座');
    const { rawPayload } = await send('zhoupu-steward', 'xlsx');
    const sheets = await new HucreWorkbooks().read(rawPayload);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['每月活动', 13],
      ['双月专题调研', 7],
      ['季度联席会议', 5],
    ]);
    for (const query of ['?year=26', '?year=1999', '?year=2026&year=2027'])
      expect([query, (await send('clinic', 'html', query)).statusCode]).toEqual([query, 400]);
    expect((await send('owners-committee', 'html')).statusCode).toBe(404);
  });
});

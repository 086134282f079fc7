import { importYear, readYearJson } from '#resources';
import { describeYearImport } from '../apps/standalone/src/describe-year-import.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Run } from './support/run.js';
import { makeTempDir } from './support/temp-dir.js';
import { startWorld, type World } from './support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id provisional } } }`;
const YEAR = `query ($year: Int!) { calendarYear(year: $year) { year announced version source days { day class name provisional } } }`;
const DAYS = `query ($from: Date!, $to: Date!) { calendar(from: $from, to: $to) { days { day class name provisional } } }`;
const CONFLICTS = `{ bookings(filter: { conflicting: true }) { edges { node { id conflicts provisional state } } } }`;

const NOTICE = {
  year: 2027,
  source: '通知',
  days: [
    { day: '2027-01-01', class: 'HOLIDAY', name: '元旦' },
    { day: '2027-01-04', class: 'HOLIDAY', name: '元旦' },
    { day: '2027-01-09', class: 'WORKDAY', name: '元旦' },
  ],
};

describe('a year of the calendar', () => {
  let world: World;
  let dir: ReturnType<typeof makeTempDir>;
  let booked: string[];

  beforeAll(async () => {
    world = await startWorld();
    dir = makeTempDir();
    booked = [];
    // One on workdays, one on rest-days; both on Monday 4 and Saturday 9 January.
    const lounge = await world.offer('bus-lounge');
    const playground = await world.offer('playground');
    const wishes = [
      [lounge, '2027-01-04T10:00', '2027-01-04T11:00'],
      [lounge, '2027-01-05T10:00', '2027-01-05T11:00'],
      [playground, '2027-01-09T10:00', '2027-01-09T11:00'],
    ];
    for (const [offerId, from, to] of wishes) {
      const span = { startsAt: `${from}:00+08:00`, endsAt: `${to}:00+08:00` };
      const input = { offerId, networkId: world.network('southeast'), purpose: '座谈', ...span };
      type Asked = { requestBooking: { id: string; provisional: boolean } };
      const { requestBooking } = await world.as('clinic').ask<Asked>(REQUEST, { input });
      expect(requestBooking.provisional).toBe(true);
      booked.push(requestBooking.id);
    }
  });
  afterAll(async () => {
    await world.close();
    dir.remove();
  });

  const write = (name: string, content: object): string => {
    const path = join(dir.path, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const run = async (...args: string[]) => {
    const env = { DATABASE_URL: world.api.database.ownerUrl, DATA_DIR: world.api.dir };
    const started = new Run('import-calendar.js', env, args);
    return { code: await started.ended(), output: started.output, errors: started.errors };
  };
  const importNow = (year: object, dryRun = false) =>
    importYear(world.api.database.ownerUrl, readYearJson(year), { clock: world.clock, dryRun });
  const conflictsOf = async (account: string) =>
    (await world.as(account).ask<{ bookings: { edges: { node: object }[] } }>(CONFLICTS)).bookings.edges;

  it('is not announced before it is imported, and says so', async () => {
    expect(await world.as('clinic').ask(YEAR, { year: 2027 })).toEqual({
      calendarYear: { year: 2027, announced: false, version: null, source: null, days: [] },
    });
    expect(await world.as('clinic').ask(DAYS, { from: '2026-12-31', to: '2027-01-02' })).toEqual({
      calendar: {
        days: [
          { day: '2026-12-31', class: 'WORKDAY', name: null, provisional: false },
          { day: '2027-01-01', class: 'WORKDAY', name: null, provisional: true },
          { day: '2027-01-02', class: 'REST_DAY', name: null, provisional: true },
        ],
      },
    });
    expect(await conflictsOf('clinic')).toEqual([]);
  });

  it('is tried first, then imported, and names what it puts in conflict', async () => {
    const tried = await importNow(NOTICE, true);
    expect(describeYearImport(tried, true, 'zh')).toBe(`+ 2027-01-01 HOLIDAY 元旦
+ 2027-01-04 HOLIDAY 元旦
+ 2027-01-09 WORKDAY 元旦
2027 年已公布，第 1 版。
2 个已确认的预约现已落在开放时间之外；预约保留，资源方可用 bookings(filter: { conflicting: true }) 查看：
! 310115 southeast：bus-639 的“流动的家”，clinic 借用，2027年1月4日（星期一）10:00–11:00
! 310115 southeast：zhoupu-no3-primary 的“操场晨练”，clinic 借用，2027年1月9日（星期六）10:00–11:00
试运行：未保存任何内容。
`);
    expect(await world.as('clinic').ask(YEAR, { year: 2027 })).toMatchObject({
      calendarYear: { announced: false },
    });
    const { days } = NOTICE;
    expect((await importNow({ ...NOTICE, days: days.slice(0, 1) }, true)).conflicts).toEqual([]);
    expect(await importNow(NOTICE)).toEqual(tried);
    expect(describeYearImport(await importNow(NOTICE), false, 'en')).toBe(
      'Nothing to change: 2027 stands at version 1 already.\n',
    );
  });

  it('is read by the platform at once; nothing is cancelled', async () => {
    expect(await world.as('clinic').ask(YEAR, { year: 2027 })).toEqual({
      calendarYear: {
        year: 2027,
        announced: true,
        version: 1,
        source: '通知',
        days: NOTICE.days.map((day) => ({ ...day, provisional: false })),
      },
    });
    const outside = { conflicts: ['OUTSIDE_HOURS'], provisional: false, state: 'CONFIRMED' };
    expect(await conflictsOf('bus-639')).toEqual([{ node: { id: booked[0], ...outside } }]);
    expect(await conflictsOf('clinic')).toEqual([
      { node: { id: booked[0], ...outside } },
      { node: { id: booked[2], ...outside } },
    ]);
  });

  it('is corrected by a new version, and tells only what is new in conflict', async () => {
    const { days } = NOTICE;
    const moved = [...days.slice(0, 2), { day: '2027-01-05', class: 'HOLIDAY', name: '元旦' }];
    const done = await importNow({ ...NOTICE, days: moved });
    expect(describeYearImport(done, false, 'en')).toBe(`+ 2027-01-05 HOLIDAY 元旦
- 2027-01-09 WORKDAY 元旦
2027 is corrected, version 2.
1 confirmed bookings now lie outside the hours of their offers; they stand, and their owners see them by bookings(filter: { conflicting: true }):
! 310115 southeast: "流动的家" of bus-639, for clinic, 2027年1月5日（星期二）10:00–11:00
`);
    expect((await conflictsOf('clinic')).map(({ node }) => node)).toMatchObject([
      { id: booked[0] },
      { id: booked[1] },
    ]);
  });

  it('is imported by the command, beside a platform that goes on serving', async () => {
    const file = write('2028.json', {
      ...NOTICE,
      year: 2028,
      days: [{ day: '2028-02-29', class: 'HOLIDAY' }],
    });
    const { code, output } = await run(file, '--lang', 'en');
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^\+ 2028-02-29 HOLIDAY\n2028 is announced, version 1\.\n/),
    ]);
    expect(await world.as('clinic').ask(DAYS, { from: '2028-02-29', to: '2028-02-29' })).toEqual({
      calendar: { days: [{ day: '2028-02-29', class: 'HOLIDAY', name: null, provisional: false }] },
    });
  });

  it('is refused line by line, with nothing stored', async () => {
    const bad = { ...NOTICE, year: 2029, days: [{ day: '2029-02-29', class: 'HOLIDAY' }, ...NOTICE.days] };
    const refused = await run(write('bad.json', bad));
    expect([refused.code, refused.output]).toEqual([1, '']);
    expect(refused.errors).toMatch(
      /^Nothing was imported\. The calendar has to be mended:\n {2}days\[0\]\.day: .*\n {2}days\[1\]\.day: is not a day of 2029\n/,
    );
    expect(await world.as('clinic').ask(YEAR, { year: 2029 })).toMatchObject({
      calendarYear: { version: null },
    });
  });
});

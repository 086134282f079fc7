import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startWorld, type World } from '../support/world.js';
import { BoardBrowser, drawnIn, rowsOf, settled } from './board-browser.js';
import { BEGINNING, renameNext, settleBoard } from './board-scene.js';
import { FACTS } from './facts.js';
import { ServedPage } from './served-page.js';

const PICTURE = join(import.meta.dirname, '../../../docs/images/dashboard.png');
const WALL = { viewport: { width: 1240, height: 1000 } };
const ENDED = '令牌无效、已过期或已撤销，请换一个。';

// In the browser’s words: this project has no types of documents.
const LEFT = `[location.hash, localStorage.length + sessionStorage.length, document.cookie,
  [...document.querySelectorAll('input')].map(({ value }) => value).join()]`;
const LOOKS = `[document.documentElement.scrollWidth, getComputedStyle(document.body).backgroundColor,
  [...document.querySelectorAll('svg path')].map((path) => path.getAttribute('fill'))]`;
/** Texts of a drawing that lie over each other. */
const OVERLAPS = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim())
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter(({ box }) =>
    one.box.left < box.right - 1 && box.left < one.box.right - 1 &&
    one.box.top < box.bottom - 1 && box.top < one.box.bottom - 1).map(({ text }) => one.text + ' / ' + text));
})`;

/** examples/dashboard as it is opened by whoever follows docs/dashboards.md. */
describe('the example dashboard', () => {
  let world: World;
  let served: ServedPage;
  let board: BoardBrowser;

  beforeAll(async () => {
    served = await ServedPage.start();
    world = await startWorld({ now: BEGINNING, env: { ALLOWED_ORIGINS: served.origin } });
    await settleBoard(world);
    board = await BoardBrowser.start(world, served);
  });

  afterEach(() => board.closePages());

  afterAll(async () => {
    await board.close();
    await world.close();
    await served.close();
  });

  const facts = () =>
    world.actingAs('southeast-committee').typed.query(FACTS, { network: world.network('southeast') });

  it('draws what the API says', async () => {
    const page = await board.open(WALL);
    await board.show(page, { token: await board.token('southeast-committee') });
    const { meetings, lendingByMonth, menus, threeLists, evaluationRounds } = await facts();
    expect(await page.locator('#title').textContent()).toContain('东南');
    expect(await rowsOf(page, 'meetings')).toEqual([
      ['2026-06', '0'],
      ['2026-07', '0'],
      ['2026-08', '1'],
      ['2026-09', '0'],
      ['2026-10', '2'],
      ['2026-11', '1'],
    ]);
    const numberOf = (panel: string) => page.locator(`[data-panel=${panel}] .number`).textContent();
    expect(await numberOf('meetings')).toBe(`${meetings.totalCount} 次`);
    expect(await page.locator('[data-panel=meetings] .note').textContent()).toMatch(
      /^下一次: 12月9日周三 14:00 · 四季度联席会议/,
    );

    const lent = lendingByMonth.edges.map(({ node }) => node);
    const shares = (await rowsOf(page, 'utilisation')).map(([month = '', share]) => {
      const rows = lent.filter((row) => row.month.startsWith(month));
      const [used, all] = [
        total(rows.map((row) => row.usedMinutes)),
        total(rows.map((row) => row.openMinutes)),
      ];
      return [share, String(Math.round((used / all) * 1000) / 10)];
    });
    expect(shares).toHaveLength(6);
    expect(shares.map(([shown]) => shown)).toEqual(shares.map(([, told]) => told));

    const dishes = menus.edges[0]?.node.dishes.edges.map(({ node }) => node.places) ?? [];
    const heads = dishes.map((places) => [
      String(places?.confirmedHeads ?? 0),
      String(places?.freeHeads ?? 0),
    ]);
    expect(heads).toHaveLength(6);
    expect((await rowsOf(page, 'menu')).map(([, ...numbers]) => numbers)).toEqual(heads);

    const lists = [threeLists?.offersByKind, threeLists?.needsByState, threeLists?.projectsByState];
    const counts = lists.flatMap((list) => (list ?? []).map(({ count }) => String(count)));
    expect((await rowsOf(page, 'lists')).map(([, count]) => count)).toEqual(counts);
    expect(counts.length).toBeGreaterThan(4);

    const standings = evaluationRounds.edges[0]?.node.currentResult?.standings.edges ?? [];
    expect(await rowsOf(page, 'ranking')).toEqual(
      standings.map(({ node }, at) => [
        expect.stringContaining(`${at + 1}. ${node.nomination?.title}`),
        String(node.points),
      ]),
    );
    expect(
      (await page.locator('.tile').allTextContents()).map((text) => text.replace(/[\d.]+.*/, '')),
    ).toEqual(['到会率', '参与覆盖率', '实际借用', '出借时长', '收到需求', '需求办结']);

    // The numbers are drawn, too, and not only told.
    for (const panel of ['meetings', 'utilisation', 'menu', 'lists', 'ranking'])
      expect([panel, (await drawnIn(page, panel)).length > 5]).toEqual([panel, true]);
    expect(await drawnIn(page, 'menu')).toEqual(
      expect.arrayContaining(['21', '19', '26', '34', '80', '不限名额']),
    );
    expect(
      (await drawnIn(page, 'utilisation')).filter((text) => /^\d+(\.\d)?%$/.test(text)).length,
    ).toBeGreaterThan(6);
  });

  it('asks the API and its own server alone, and leaves the token nowhere', async () => {
    const page = await board.open(WALL);
    const [complaints, asked]: [string[], Set<string>] = [[], new Set()];
    page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on(
      'request',
      (request) => /^https?:/.test(request.url()) && asked.add(new URL(request.url()).origin),
    );
    await board.show(page, { token: await board.token('southeast-committee') });
    expect(complaints).toEqual([]);
    expect([...asked].toSorted()).toEqual([served.origin, new URL(board.api).origin].toSorted());
    expect(await page.evaluate(LEFT)).toEqual(['', 0, '', board.api + ',']);
    await expect(
      page.evaluate(`fetch('http://127.0.0.1:9/').catch(({ message }) => { throw message })`),
    ).rejects.toThrow('Failed to fetch');
    expect(complaints.join()).toContain('violates the following Content Security Policy directive');
  });

  it('does not take an address from a link that brings no token', async () => {
    const page = await board.open();
    await page.goto(board.link('', { api: 'https://elsewhere.test/graphql' }));
    expect(await page.inputValue('#api')).toBe('http://localhost:3000/graphql');
  });

  it('is read in either language, without a text over another', async () => {
    const page = await board.open({ ...WALL, locale: 'en-GB' });
    await board.show(page, { token: await board.token('southeast-committee') });
    expect(await page.evaluate(OVERLAPS)).toEqual([]);
    expect(await page.locator('h2').allTextContents()).toContain('Joint meetings 联席会议');
    expect(await drawnIn(page, 'lists')).toEqual(expect.arrayContaining(['venue', 'vehicle']));
    const texts = page.locator('[data-panel=lists] svg text');
    await page.click('#language');
    await texts.filter({ hasText: '场地' }).waitFor();
    await settled(page);
    expect(await page.evaluate(OVERLAPS)).toEqual([]);
  });

  it('is gone through by the keyboard alone', async () => {
    const page = await board.open();
    await page.goto(served.origin);
    const focused = () =>
      page.evaluate<string>('document.activeElement.id || document.activeElement.tagName');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('language');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('api');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(board.api);
    await page.keyboard.press('Tab');
    await page.keyboard.type(await board.token('clinic'));
    await page.keyboard.press('Enter');
    await page.locator('#network:focus').waitFor();
    const way: string[] = [];
    for (let times = 0; times < 4; times++) {
      await page.keyboard.press('Tab');
      way.push(await focused());
    }
    expect(way).toEqual(['refresh', 'leave', 'language', 'SUMMARY']);
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-panel=figures] details').getAttribute('open')).toBe('');
  });

  it('shows a unit its own where the sum is not told', async () => {
    const page = await board.open();
    await board.show(page, { token: await board.token('clinic') });
    expect(await page.locator('[data-panel=utilisation] .note').textContent()).toMatch(
      /^只看得到本单位：.*医/,
    );
    expect(await page.locator('.tile.own dt').allTextContents()).toEqual(['到会率', '实际借用', '出借时长']);
  });

  it.each([
    ['made up', async () => `lj_310115_${'a'.repeat(47)}`, ENDED],
    ['over', async () => board.token('clinic', '2026-11-23'), ENDED],
    ['no access token', async () => (await world.actingAs('clinic').token()) ?? '', '它没有发出去'],
  ])('says what is wrong with a token that is %s', async (why, tokenOf, sentence) => {
    const page = await board.open();
    const token = await tokenOf();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const now = world.clock.now();
    if (why === 'over') world.clock.set('2026-11-24T00:00:00+08:00');
    try {
      await board.show(page, { token });
    } finally {
      world.clock.set(now);
    }
    expect(await page.getByRole('alert').textContent()).toContain(sentence);
    expect(await page.locator('#board').isVisible()).toBe(false);
    expect(asked.includes(board.api)).toBe(why !== 'no access token');
  });

  it('wipes what it drew when its token ends', async () => {
    const page = await board.open();
    await board.show(page, { token: await board.token('clinic', '2026-11-23') });
    const now = world.clock.now();
    world.clock.set('2026-11-24T00:00:00+08:00');
    try {
      // By the page itself: its socket may have told it before.
      await page.evaluate(`document.getElementById('refresh').click()`);
      await page.locator('body[data-state=failed]').waitFor();
    } finally {
      world.clock.set(now);
    }
    expect(await page.getByRole('alert').textContent()).toBe(ENDED);
    expect(await page.locator('#board').isVisible()).toBe(false);
  });

  it('keeps what it drew when the server is away, and says so', async () => {
    const page = await board.open();
    await board.show(page, { token: await board.token('clinic') });
    await page.route(board.api, (route) => route.abort());
    await page.click('#refresh');
    await page.locator('body[data-state=failed]').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/^连不上 .*下面是上一次读到的。$/);
    expect(await page.locator('#board').isVisible()).toBe(true);
  });

  it('says that its token does not see the network of a link', async () => {
    const page = await board.open();
    await board.show(page, { token: await board.token('clinic'), network: world.network('riverside') });
    expect(await page.getByRole('alert').textContent()).toBe('这个令牌看不到链接里的网络。');
  });

  it.each([
    ['is away', () => 'http://127.0.0.1:9/graphql', () => served.origin],
    [
      'does not let the page’s origin ask',
      () => board.api,
      () => served.origin.replace('localhost', '127.0.0.1'),
    ],
  ])('says what may be wrong when the API %s', async (_why, apiOf, originOf) => {
    const page = await board.open();
    const given = new URLSearchParams({ api: apiOf(), token: 'lj_x' });
    await page.goto(`${originOf()}/#${given.toString()}`);
    await page.locator('body[data-state=failed]').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain(`ALLOWED_ORIGINS=${originOf()}`);
  });

  it('has a first page in the docs that draws', async () => {
    const page = await board.open();
    const token = await board.token('southeast-committee');
    await page.goto(board.link('first.html', { api: board.api, token }));
    const texts = page.locator('svg text');
    await texts.filter({ hasText: '2026-Q4' }).waitFor();
    expect(await texts.allTextContents()).toEqual(expect.arrayContaining(['收到需求', '需求办结', '3']));
  });

  it('says where there is nothing yet', async () => {
    const page = await board.open();
    await board.show(page, { token: await board.token('riverside-committee') });
    expect(await page.locator('.empty').allTextContents()).toEqual([
      '这半年没有联席会议。',
      '这半年没有借用。',
      '还没有发布过菜单。',
      '没有公示或已定的评比结果。',
      '需求清单：还没有。',
      '项目清单：还没有。',
    ]);
  });

  it('draws anew when the next meeting changes', async () => {
    const page = await board.open();
    const asked = page.waitForEvent('websocket').then((socket) =>
      socket.waitForEvent('framereceived', {
        predicate: ({ payload }) => String(payload).includes('"next"'),
      }),
    );
    await board.show(page, { token: await board.token('clinic') });
    await asked;
    await renameNext(world, '年末联席会议');
    await page.locator('[data-panel=meetings] .note', { hasText: '年末联席会议' }).waitFor();
    await renameNext(world, '四季度联席会议');
  });

  it('fits a telephone, and the dark', async () => {
    const page = await board.open({ viewport: { width: 375, height: 800 }, colorScheme: 'dark' });
    await board.show(page, { token: await board.token('southeast-committee') });
    const [width, ground, colours] = await page.evaluate<[number, string, string[]]>(LOOKS);
    expect([width, ground]).toEqual([375, 'rgb(18, 22, 27)']);
    expect(colours).toContain('#6cb4dc');
    expect(await page.evaluate(OVERLAPS)).toEqual([]);
  });

  it('has its picture in the docs (WRITE_SCREENSHOT=1 takes it anew)', async () => {
    if (!process.env['WRITE_SCREENSHOT']) return expect(statSync(PICTURE).size).toBeLessThan(300_000);
    // Of its own: a page goes on to show words as it first did, without the font.
    const page = await board.open(WALL);
    await page.goto(served.origin);
    await photograph(page, board.api, await board.token('southeast-committee'));
  });
});

/** As it stands in the docs; every part of the font is there before text is measured. */
async function photograph(page: Page, api: string, token: string): Promise<void> {
  await page.waitForFunction('document.fonts.size > 0');
  await page.evaluate('Promise.all([...document.fonts].map((font) => font.load())).then(() => null)');
  await page.fill('#api', api);
  await page.fill('#token', token);
  await page.keyboard.press('Enter');
  await page.locator('body[data-state=drawn]').waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.screenshot({ path: PICTURE, fullPage: true });
  expect(statSync(PICTURE).size).toBeLessThan(300_000);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

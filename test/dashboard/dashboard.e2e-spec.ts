import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CASE_CLOCK } from '../support/test-api.js';
import { startWorld, type World } from '../support/world.js';
import { BEGINNING, settleBoard } from './board-scene.js';
import { lendFont, startBrowser } from './browser.js';
import { FACTS } from './facts.js';
import { ServedPage } from './served-page.js';

const PICTURE = join(import.meta.dirname, '../../../docs/images/dashboard.png');

// In the browser’s words: this project has no types of documents.
const LEFT = `[location.hash, localStorage.length + sessionStorage.length, document.cookie,
  [...document.querySelectorAll('input')].map(({ value }) => value).join()]`;
const LOOKS = `[document.documentElement.scrollWidth, getComputedStyle(document.body).backgroundColor,
  [...document.querySelectorAll('svg path')].map((path) => path.getAttribute('fill'))]`;

/** examples/dashboard as it is opened by whoever follows docs/dashboards.md. */
describe('the example dashboard', () => {
  let world: World;
  let served: ServedPage;
  let browser: Browser;
  let api: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    served = await ServedPage.start();
    world = await startWorld({ now: BEGINNING, env: { ALLOWED_ORIGINS: served.origin } });
    await settleBoard(world);
    await world.api.app.listen(0, '127.0.0.1');
    api = `${await world.api.app.getUrl()}/graphql`;
    browser = await startBrowser();
  });

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
    await served.close();
  });

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Europe/Paris', ...options });
    const page = await context.newPage();
    opened.push(page);
    await page.clock.setFixedTime(CASE_CLOCK);
    await lendFont(page, served.origin);
    return page;
  };

  /** By a link, as a builder would send it to a screen on the wall. */
  const show = async (page: Page, account: string, token?: string): Promise<void> => {
    const fragment = new URLSearchParams({
      api,
      token: token ?? (await world.actingAs(account).token()) ?? '',
    });
    await page.goto(`${served.origin}/#${fragment.toString()}`);
    await page.locator('body[data-state=drawn], body[data-state=failed]').waitFor();
  };

  /** The rows of the tables of a panel. */
  const rowsOf = async (page: Page, panel: string): Promise<string[][]> =>
    page
      .locator(`[data-panel=${panel}] tbody tr`)
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')),
      );

  /** What stands in the drawings of a panel. */
  const drawnIn = async (page: Page, panel: string): Promise<string[]> =>
    page.locator(`[data-panel=${panel}] svg text`).allTextContents();

  const facts = () =>
    world.actingAs('southeast-committee').typed.query(FACTS, { network: world.network('southeast') });

  it('draws what the API says, asks nobody else, and leaves the token nowhere', async () => {
    const page = await open({ viewport: { width: 1240, height: 1000 } });
    const [complaints, asked]: [string[], Set<string>] = [[], new Set()];
    page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on(
      'request',
      (request) => /^https?:/.test(request.url()) && asked.add(new URL(request.url()).origin),
    );
    await show(page, 'southeast-committee');

    const { meetings, lendingByMonth, menus, threeLists, evaluationRounds } = await facts();
    expect(await page.locator('#title').textContent()).toContain('东南');
    const months = await rowsOf(page, 'meetings');
    expect(months.map(([month, held, ahead]) => [month, held, ahead])).toEqual([
      ['2026-07', '0', '0'],
      ['2026-08', '1', '0'],
      ['2026-09', '0', '0'],
      ['2026-10', '2', '0'],
      ['2026-11', '1', '0'],
      ['2026-12', '0', '1'],
    ]);
    expect(await page.locator('[data-panel=meetings] .number').textContent()).toBe(
      `${meetings.totalCount} 次已开`,
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

    const dishes = menus.edges[0]?.node.dishes.edges.map(({ node }) => node) ?? [];
    const heads = dishes.map(({ places, quota }) => {
      const confirmed = places?.confirmedHeads ?? 0;
      return [String(confirmed), String((quota ?? 0) - confirmed)];
    });
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

    // The numbers are drawn, too, and not only told.
    for (const panel of ['meetings', 'utilisation', 'menu', 'lists', 'ranking'])
      expect([panel, (await drawnIn(page, panel)).length > 5]).toEqual([panel, true]);
    expect(await drawnIn(page, 'menu')).toEqual(expect.arrayContaining(['21', '19', '26', '34', '80']));
    expect(
      (await drawnIn(page, 'utilisation')).filter((text) => /^\d+(\.\d)?%$/.test(text)).length,
    ).toBeGreaterThan(6);

    expect(complaints).toEqual([]);
    expect([...asked].toSorted()).toEqual([served.origin, new URL(api).origin].toSorted());
    const left = await page.evaluate(LEFT);
    expect(left).toEqual(['', 0, '', api + ',']);
    if (process.env['WRITE_SCREENSHOT']) {
      // Of its own: a page goes on to show words as it first did, without the font.
      const fresh = await open({ viewport: { width: 1240, height: 1000 } });
      await fresh.goto(served.origin);
      await photograph(fresh, api, (await world.actingAs('southeast-committee').token()) ?? '');
    }
  });

  it('is gone through by the keyboard alone', async () => {
    const page = await open();
    await page.goto(served.origin);
    const focused = () =>
      page.evaluate<string>('document.activeElement.id || document.activeElement.tagName');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('api');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(api);
    await page.keyboard.press('Tab');
    await page.keyboard.type((await world.actingAs('clinic').token()) ?? '');
    await page.keyboard.press('Enter');
    await page.locator('body[data-state=drawn]').waitFor();
    const way = [await focused()];
    for (let times = 0; times < 3; times++) {
      await page.keyboard.press('Tab');
      way.push(await focused());
    }
    expect(way).toEqual(['network', 'refresh', 'leave', 'SUMMARY']);
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-panel=meetings] details').getAttribute('open')).toBe('');
  });

  it('says what is wrong with a token', async () => {
    const page = await open();
    await show(page, 'clinic', 'lj_nothing');
    expect(await page.getByRole('alert').textContent()).toBe('令牌无效、已过期或已撤销，请换一个。');
    expect(await page.locator('#board').isVisible()).toBe(false);
  });

  it.each([
    ['is away', () => 'http://127.0.0.1:9/graphql', () => served.origin],
    ['does not let the page’s origin ask', () => api, () => served.origin.replace('localhost', '127.0.0.1')],
  ])('says what may be wrong when the API %s', async (_why, apiOf, originOf) => {
    const page = await open();
    await page.goto(`${originOf()}/#${new URLSearchParams({ api: apiOf(), token: 'lj_x' }).toString()}`);
    await page.locator('body[data-state=failed]').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain(`ALLOWED_ORIGINS=${originOf()}`);
  });

  it('has a first page in the docs that draws', async () => {
    const page = await open();
    const token = (await world.actingAs('southeast-committee').token()) ?? '';
    await page.goto(`${served.origin}/first.html#${new URLSearchParams({ api, token }).toString()}`);
    const texts = page.locator('svg text');
    await texts.filter({ hasText: 'CLAIMED' }).waitFor();
    expect(await texts.allTextContents()).toEqual(expect.arrayContaining(['OPEN', 'CLAIMED', '2', '1']));
  });

  it('says where there is nothing yet', async () => {
    const page = await open();
    await show(page, 'riverside-committee');
    expect(await page.locator('.empty').allTextContents()).toEqual([
      '这半年没有联席会议。',
      '这半年没有借用。',
      '还没有发布过菜单。',
      '没有公示或已定的评比结果。',
      '需求清单：还没有。',
      '项目清单：还没有。',
    ]);
  });

  it('fits a telephone, and the dark', async () => {
    const page = await open({ viewport: { width: 375, height: 800 }, colorScheme: 'dark' });
    await show(page, 'southeast-committee');
    const [width, ground, colours] = await page.evaluate<[number, string, string[]]>(LOOKS);
    expect([width, ground]).toEqual([375, 'rgb(18, 22, 27)']);
    expect(colours).toContain('#6cc0dc');
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

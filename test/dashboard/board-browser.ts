import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CASE_CLOCK } from '../support/test-api.js';
import type { World } from '../support/world.js';
import { lendFont, startBrowser } from './browser.js';
import type { ServedPage } from './served-page.js';

const CREATE = `mutation ($input: CreateAccessTokenInput!) { made: createAccessToken(input: $input) {
  ... on NewAccessToken { token } } }`;

/** Opens the example page as builders and screens do, each time in a browser that knows nothing yet. */
export class BoardBrowser {
  private readonly opened: Page[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly world: World,
    readonly served: ServedPage,
    readonly api: string,
  ) {}

  static async start(world: World, served: ServedPage): Promise<BoardBrowser> {
    await world.api.app.listen(0, '127.0.0.1');
    const api = `${await world.api.app.getUrl()}/graphql`;
    return new BoardBrowser(await startBrowser(), world, served, api);
  }

  /** A READ token of the post, as its holder makes one. */
  async token(account: string, expiresOn = '2027-06-30'): Promise<string> {
    const input = { name: '大屏', access: 'READ', expiresOn };
    const { made } = await this.world.actingAs(account).ask<{ made: { token: string } }>(CREATE, { input });
    return made.token;
  }

  async open(options: BrowserContextOptions = {}): Promise<Page> {
    const wishes = { locale: 'zh-CN', timezoneId: 'Europe/Paris', ...options };
    const page = await (await this.browser.newContext(wishes)).newPage();
    this.opened.push(page);
    await page.clock.setFixedTime(CASE_CLOCK);
    await lendFont(page, this.served.origin);
    return page;
  }

  /** By a link, as a builder would send it to a screen on the wall. */
  async show(page: Page, given: Readonly<Record<string, string>>): Promise<void> {
    await page.goto(this.link('', { api: this.api, ...given }));
    await settled(page);
  }

  link(path: string, given: Readonly<Record<string, string>>): string {
    return `${this.served.origin}/${path}#${new URLSearchParams(given).toString()}`;
  }

  async closePages(): Promise<void> {
    for (const page of this.opened.splice(0)) await page.context().close();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

export async function settled(page: Page): Promise<void> {
  await page.locator('body[data-state=drawn], body[data-state=failed]').waitFor();
}

/** The rows of the tables of a panel. */
export async function rowsOf(page: Page, panel: string): Promise<string[][]> {
  return page
    .locator(`[data-panel=${panel}] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')));
}

/** What stands in the drawings of a panel. */
export async function drawnIn(page: Page, panel: string): Promise<string[]> {
  return page.locator(`[data-panel=${panel}] svg text`).allTextContents();
}

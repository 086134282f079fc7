import chromium from '@sparticuz/chromium';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as chrome, type Browser, type Page } from 'playwright-core';

const FONT = dirname(fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css')));

/** Root has no sandbox. What its maker passes for short functions is left out: it switches off the walls under test. */
const ARGS = ['--no-sandbox', '--no-zygote', '--disable-gpu'];

/** The Chromium that comes with a package of npm; it runs as root, too. */
export async function startBrowser(): Promise<Browser> {
  return chrome.launch({ executablePath: await chromium.executablePath(), args: ARGS, headless: true });
}

/** It has no Chinese font: the page is given one, as from its own server. */
export async function lendFont(page: Page, origin: string): Promise<void> {
  await page.route(`${origin}/fonts/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/fonts/', '');
    const contentType = name.endsWith('.css') ? 'text/css' : 'font/woff2';
    await route.fulfill({ body: await readFile(join(FONT, name)), contentType });
  });
  await page.addInitScript({ content: LINK });
}

/** In the browser’s words: this project has no types of documents. */
const LINK = `addEventListener('DOMContentLoaded', () =>
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/fonts/index.css' })))`;

import { writeChineseTime } from '#calendar';
import type { Language } from '#graphql';
import { MESSAGES_WORDS as WORDS } from '../messages.words.js';
import type { NewsItem, NewsParts } from './news-item.js';

/** What a text needs beside the news. */
export interface Setting {
  readonly language: Language;
  readonly zone: string;
  readonly networks: ReadonlyMap<string, string>;
  /** Where people reach the platform, if that is known. */
  readonly link: string | null;
}

/** WeCom takes 2,048 bytes, the others more; the rest is for what goes along. */
const MOST_BYTES = 1_900;
const LONGEST_TITLE = 60;

export function countNews({ waiting, due, changed }: NewsParts): number {
  return waiting.length + due.length + changed.length;
}

/** One plain text for mail, robots and group chats; what does not go in is counted. */
export function composeNews(news: NewsParts, setting: Setting): string {
  const { language, link } = setting;
  const lines: string[] = [];
  let left = countNews(news);
  let bytes = link === null ? 0 : sizeOf(link);
  for (const part of ['waiting', 'due', 'changed'] as const) {
    const heading = WORDS[part][language];
    for (const [at, item] of news[part].entries()) {
      const wanted = at === 0 ? [heading, lineOf(item, setting)] : [lineOf(item, setting)];
      const size = wanted.reduce((sum, line) => sum + sizeOf(line), 0);
      if (bytes + size > MOST_BYTES) return ended(lines, left, setting);
      lines.push(...wanted);
      bytes += size;
      left--;
    }
  }
  return ended(lines, left, setting);
}

function ended(lines: readonly string[], left: number, { language, link }: Setting): string {
  const more = left === 0 ? [] : [WORDS.more({ count: left })[language]];
  return [...lines, ...more, ...(link === null ? [] : [link])].join('\n');
}

function lineOf({ title, networkId, at, words }: NewsItem, { language, zone, networks }: Setting): string {
  const network = networks.get(networkId);
  const facts = [network === undefined ? WORDS.unknownNetwork[language] : oneLine(network)];
  if (at) facts.push(timeOf(at, language, zone));
  const what = shortened(oneLine(title[language]));
  return language === 'zh'
    ? `· ${what}（${facts.join('，')}）：${words.zh}`
    : `· ${what} (${facts.join(', ')}): ${words.en}`;
}

function timeOf(at: Date, language: Language, zone: string): string {
  if (language === 'zh') return writeChineseTime(at, zone);
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: zone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}

/** What people wrote stays on one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function shortened(title: string): string {
  const letters = Array.from(title);
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('')}…` : title;
}

function sizeOf(line: string): number {
  return Buffer.byteLength(line) + 1;
}

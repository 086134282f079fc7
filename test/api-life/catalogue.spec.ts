import { EVALUATIONS_WORDS } from '#evaluations';
import { ERROR_WORDS, GRAPHQL_WORDS, phrase, REFUSAL_WORDS, type Words, type WordsPart } from '#graphql';
import { COVERAGE_WORDS, FIGURE_WORDS } from '#figures';
import { INBOX_WORDS } from '#inbox';
import { LIVE_WORDS } from '#live';
import { MEETINGS_WORDS } from '#meetings';
import { MENUS_WORDS } from '#menus';
import { MESSAGES_WORDS } from '#messages';
import { NEEDS_WORDS } from '#needs';
import { NETWORK_WORDS } from '#network';
import { RESOURCES_WORDS } from '#resources';
import { WEBHOOKS_WORDS } from '#webhooks';
import { RHYTHM_WORDS } from '#rhythm';
import { SCHEDULE_CHAT, SCHEDULE_WORDS } from '#schedule';
import { getMetadataStorage } from 'class-validator';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { CALENDAR_FEED_CHAT } from '../../apps/api/src/calendar-feed/calendar-feed.words.js';
import { IMPORT_WORDS } from '../../apps/api/src/import/import.words.js';
import { OIDC_WORDS } from '../../apps/api/src/oidc/oidc.words.js';
import { PAPERS_WORDS } from '../../apps/api/src/papers/papers.words.js';
import { THREE_LISTS_WORDS } from '../../apps/api/src/three-lists/three-lists.words.js';
import { REVIEW_PAGE_CHAT } from '../../apps/api/src/review-page/review-page.words.js';
import { CALENDAR_CLI_WORDS } from '../../apps/standalone/src/calendar.words.js';
import { CLI_WORDS } from '../../apps/standalone/src/import.words.js';

/** The whole of what the API says, by the library that says it. */
const CATALOGUE: object = {
  errors: ERROR_WORDS,
  refusals: REFUSAL_WORDS,
  graphql: GRAPHQL_WORDS,
  network: NETWORK_WORDS,
  figures: { coverage: COVERAGE_WORDS, figures: FIGURE_WORDS },
  inbox: { membershipInbox: INBOX_WORDS },
  schedule: { schedule: SCHEDULE_WORDS, scheduleChat: SCHEDULE_CHAT },
  messages: { sent: MESSAGES_WORDS },
  webhooks: { told: WEBHOOKS_WORDS },
  live: { live: LIVE_WORDS },
  resources: RESOURCES_WORDS,
  needs: NEEDS_WORDS,
  rhythm: RHYTHM_WORDS,
  meetings: MEETINGS_WORDS,
  menus: MENUS_WORDS,
  evaluations: EVALUATIONS_WORDS,
  imports: IMPORT_WORDS,
  oidc: OIDC_WORDS,
  papers: PAPERS_WORDS,
  calendarFeedChat: CALENDAR_FEED_CHAT,
  reviewPageChat: REVIEW_PAGE_CHAT,
  threeLists: THREE_LISTS_WORDS,
  commandLine: CLI_WORDS,
  calendarLine: CALENDAR_CLI_WORDS,
};

const ENTRIES = entriesOf('', CATALOGUE);
const IN_BOTH = ENTRIES.filter(({ name }) => !/Chat/.test(name));
const FOR_CHATS = ENTRIES.filter(({ name }) => /Chat/.test(name));

describe('the catalogue', () => {
  it('has entries of every library, for answers and for chats', () => {
    expect(IN_BOTH.length).toBeGreaterThan(150);
    expect(FOR_CHATS.length).toBeGreaterThan(20);
    expect(new Set(ENTRIES.map(({ name }) => name.split('.')[0]))).toEqual(new Set(Object.keys(CATALOGUE)));
  });

  it.each(IN_BOTH)('says $name in English and in Chinese', ({ words: { en, zh } }) => {
    const blanks = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
    expect(blanks(zh)).toEqual(blanks(en));
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh.replaceAll(/\{\w+\}/g, '')).toMatch(/\p{Script=Han}|^：$/u);
    // A sentence in one is a sentence in the other.
    expect(zh.endsWith('。')).toBe(en.endsWith('.'));
  });

  it.each(FOR_CHATS)('says $name in plain Chinese', ({ words: { zh } }) => {
    expect(zh).toMatch(/[\p{Script=Han}【“：]|^\{outcome\}/u);
    expect(zh).not.toMatch(/[a-z]+ [a-z]+|\n/i);
  });
});

describe('what the catalogue asks of the compiler', () => {
  type Fits<Part> = Part extends WordsPart ? true : false;

  it('an entry without one of the languages does not compile', () => {
    const withoutChinese: Fits<{ entry: { en: string } }> = false;
    const withoutEnglish: Fits<{ entry: { zh: string } }> = false;
    const withBoth: Fits<{ entry: { en: string; zh: string } }> = true;
    expect([withoutChinese, withoutEnglish, withBoth]).toEqual([false, false, true]);
  });

  it('a code, state or rule without words does not compile', () => {
    const withoutOne: Omit<typeof ERROR_WORDS, 'CONFLICT'> extends Record<keyof typeof ERROR_WORDS, Words>
      ? true
      : false = false;
    expect(withoutOne).toBe(false);
  });

  it('a blank left out, or a phrase that was not filled in, does not compile', () => {
    const most = phrase({ en: 'At most {most}.', zh: '最多 {most}。' });
    type Takes<Blanks> = Blanks extends Parameters<typeof most>[0] ? true : false;
    const nothing: Takes<Record<never, never>> = false;
    const another: Takes<{ least: number }> = false;
    const right: Takes<{ most: number }> = true;
    const unfilled: typeof most extends Words ? true : false = false;
    expect([nothing, another, right, unfilled]).toEqual([false, false, true, false]);
    expect(most({ most: 3 })).toEqual({ en: 'At most 3.', zh: '最多 3。' });
  });
});

describe('the rules of inputs', () => {
  // Importing the module has declared every input there is.
  const rules = ApiModule === undefined ? [] : listRules();

  it('tell in both languages what is wrong', () => {
    // A permission, which refuses nothing.
    const refusing = rules.filter(({ name }) => !name.endsWith('@manyLines'));
    const silent = refusing.filter(({ context }) => !isWords(context)).map(({ name }) => name);
    expect(silent).toEqual([]);
    expect(rules.length).toBeGreaterThan(60);
  });
});

function listRules(): { name: string; context: unknown }[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<
      { name: string },
      { type: string; name?: string; propertyName: string; context?: unknown }[]
    >;
  };
  return [...validationMetadatas].flatMap(([target, metadatas]) =>
    metadatas
      .filter(({ type }) => type === 'customValidation')
      .map(({ name = '', propertyName, context }) => ({
        name: `${target.name}.${propertyName} @${name}`,
        context,
      })),
  );
}

function entriesOf(path: string, part: unknown): { name: string; words: Words }[] {
  if (typeof part === 'string') return [{ name: path, words: { en: part, zh: part } }];
  if (isWords(part)) return [{ name: path, words: part }];
  if (typeof part === 'function') return [{ name: path, words: (part as unknown as { words: Words }).words }];
  return Object.entries(part as object).flatMap(([name, one]) =>
    entriesOf(path === '' ? name : `${path}.${name}`, one),
  );
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}

import type { Language } from './words.js';

/** For who names no language that is spoken here: programs mostly, and all else in the schema is English. */
const DEFAULT: Language = 'en';
const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** As answered in `Content-Language`. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const RANGE = /^([a-z]{1,8}|\*)(?:-[a-z0-9-]{1,35})?(?:\s*;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

interface Wish {
  readonly language: string;
  /** 0 to 1; 0 means: not this one. */
  readonly weight: number;
}

/**
 * Reads `Accept-Language` (RFC 9110 §12.5.4): the heaviest wins, of equals the first named. Any `zh-…` is served with
 * the one Chinese there is. What cannot be read is passed over, so no header fails a request.
 */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').flatMap(readWish);
  const weights = LANGUAGES.map((language) => ({ language, ...weigh(wishes, language) }));
  const [best] = weights
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place);
  if (best) return best.language;
  const isRefused = weights.some(({ language, weight }) => language === DEFAULT && weight === 0);
  const other = weights.find(({ weight }) => weight < 0);
  return isRefused && other ? other.language : DEFAULT;
}

function readWish(text: string): Wish[] {
  const [, language, weight = '1'] = RANGE.exec(text.trim()) ?? [];
  return language === undefined ? [] : [{ language: language.toLowerCase(), weight: Number(weight) }];
}

/** Below 0 when the language is not spoken of. */
function weigh(wishes: readonly Wish[], language: Language): { weight: number; place: number } {
  const named = wishes.filter((wish) => wish.language === language);
  const meant = named.length > 0 ? named : wishes.filter((wish) => wish.language === '*');
  const weight = Math.max(-1, ...meant.map((wish) => wish.weight));
  const place = wishes.findIndex((wish) => wish === meant[0]);
  return { weight, place: named.length > 0 || language === DEFAULT ? place : place + 0.5 };
}

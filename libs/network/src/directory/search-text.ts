import { pinyin } from 'pinyin-pro';

/** A unit's names, or the name of a person, whose first character is then read as a surname (单 is Shan). */
export type Searchable =
  { readonly name: string; readonly nameEn: string | null } | { readonly person: string };

const READING = { toneType: 'none', v: true, nonZh: 'consecutive', type: 'array' } as const;

/**
 * What stands beside a stored name so that it is found: a line each of the folded names, of the pinyin and of the
 * initials, as `周浦中学`, `zhou pu zhong xue`, `z p z x`. A ü is a v, as on a keyboard.
 */
export function searchTextOf(wanted: Searchable): string {
  const isPerson = 'person' in wanted;
  const name = fold(isPerson ? wanted.person : wanted.name);
  const syllables = pinyin(name, { ...READING, surname: isPerson ? 'head' : 'off' }).flatMap(wordsOf);
  const initials = syllables.map((syllable) => Array.from(syllable)[0]);
  const english = isPerson || !wanted.nameEn ? [] : [fold(wanted.nameEn)];
  return [name, ...english, syllables.join(' '), initials.join(' ')].join('\n');
}

/** The words of a search; each must be found. None for a search of blanks alone. */
export function searchWordsOf(search: string): string[] {
  return wordsOf(fold(search));
}

/**
 * As a regular expression of PostgreSQL. A word of letters and digits begins where a syllable, an initial or a word
 * does, and runs over the gaps: `zhoup`, `zpz`. Any other is looked for as it stands.
 */
export function patternOf(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return `\\m${Array.from(word).join(' ?')}`;
  return word.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&');
}

/** Wide letters and digits as narrow ones, capitals as small ones, apostrophes left out. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/['’]/g, '');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}

/** One sentence, or one name, in each language the API speaks. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Words;

/** What is filled into a phrase; words are filled in by their language. */
export type Blank = string | number | Words;

type BlankNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | BlankNames<Rest>
  : never;

/** Words with blanks, e.g. `{most}`; called with all of them it gives the words. */
export interface Phrase<Name extends string> {
  (blanks: Readonly<Record<Name, Blank>>): Words;
  readonly words: Words;
}

/** A library's part of the catalogue: an entry without both languages does not compile. */
export type WordsPart = Readonly<Record<string, Words | { readonly words: Words }>>;

const BLANK = /\{(\w+)\}/g;

/** The blanks are read from the texts themselves, so that one left out, misspelt or too many does not compile. */
export function phrase<const En extends string, const Zh extends string>(words: {
  readonly en: En;
  readonly zh: Zh;
}): Phrase<BlankNames<En> | BlankNames<Zh>> {
  const fill = (blanks: Readonly<Record<string, Blank>>): Words => ({
    en: fillIn(words, 'en', blanks),
    zh: fillIn(words, 'zh', blanks),
  });
  return Object.assign(fill, { words });
}

function fillIn(words: Words, language: Language, blanks: Readonly<Record<string, Blank>>): string {
  return words[language].replace(BLANK, (_blank, name: string) => {
    const value = blanks[name] ?? '';
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** Several sentences, one after the other. */
export function joinWords(all: readonly Words[]): Words {
  return { en: all.map(({ en }) => en).join(' '), zh: all.map(({ zh }) => zh).join('') };
}

/** Several names, as in a list. */
export function listWords(all: readonly Words[]): Words {
  return { en: all.map(({ en }) => en).join(', '), zh: all.map(({ zh }) => zh).join('、') };
}

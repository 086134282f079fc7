import { phrase, type Blank, type Phrase, type Words } from './words.js';

/** A line for a group chat, in plain Chinese; called with its blanks it gives the line. */
export interface ChatLine<Name extends string> {
  (blanks: Readonly<Record<Name, Blank>>): string;
  readonly words: Words;
}

/** A library's lines for group chats, beside its part of the catalogue. */
export type ChatPart = Readonly<Record<string, string | { readonly words: Words }>>;

type NameOf<P> = P extends Phrase<infer Name> ? Name : never;

/** Words that fill a blank do so in Chinese; what people wrote stays on one line. */
export function chatLine<const Text extends string>(
  text: Text,
): ChatLine<NameOf<ReturnType<typeof phrase<Text, Text>>>> {
  const both = phrase({ en: text, zh: text });
  const line = (blanks: Readonly<Record<string, Blank>>): string => both(blanks).zh.replaceAll(/\s+/g, ' ');
  return Object.assign(line, { words: both.words });
}

/** The lines that there are, to be pasted into a group chat. */
export function joinChat(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}

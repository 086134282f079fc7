import { phrase, type WordsPart } from '#graphql';

export const MENU_RHYTHM_WORDS = {
  edition: phrase({ en: '{state}, version {number}', zh: '{state}，第{number}版' }),
} satisfies WordsPart;

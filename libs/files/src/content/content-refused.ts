import type { Words } from '#graphql';

/** Says in one sentence, for the sender, why these bytes are not taken. */
export class ContentRefused extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

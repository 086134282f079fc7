import type { ValidationOptions } from 'class-validator';
import type { Words } from './words.js';

/** What a broken rule of an input tells: `@Max(100, told(OFFER_WORDS.tooManySeats))`. */
export function told(words: Words): ValidationOptions {
  return { message: words.en, context: words };
}

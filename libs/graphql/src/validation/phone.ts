import { Matches } from 'class-validator';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { told } from '../words/told.js';

/** As people write it for a telephone: digits, blanks, hyphens and brackets; extensions too. */
export const PHONE = /^[+0-9][0-9 ()-]{2,29}$/;

export function Phone(): PropertyDecorator {
  return Matches(PHONE, told(GRAPHQL_WORDS.phoneForm));
}

import { CLAIMED_WORDS, FACT_NAMES, MATCH_WORDS } from './matching/need-match.words.js';
import { NEED_CHAT, NEED_STATES, NEED_URGENCIES, NEED_WORDS } from './need/need.words.js';

/** This library's part of the catalogue. */
export const NEEDS_WORDS = {
  factNames: FACT_NAMES,
  match: MATCH_WORDS,
  matchClaims: CLAIMED_WORDS,
  need: NEED_WORDS,
  needChat: NEED_CHAT,
  needStates: NEED_STATES,
  needUrgencies: NEED_URGENCIES,
};

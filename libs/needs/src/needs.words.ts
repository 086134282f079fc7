import { NEED_CHAT, NEED_STATES, NEED_URGENCIES, NEED_WORDS } from './need/need.words.js';

/** This library's part of the catalogue. */
export const NEEDS_WORDS = {
  need: NEED_WORDS,
  needChat: NEED_CHAT,
  needStates: NEED_STATES,
  needUrgencies: NEED_URGENCIES,
};

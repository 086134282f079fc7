import { CALL_CHAT, CALL_WORDS } from './call/call.words.js';
import { NEED_CATEGORY_WORDS } from './category/need-category.words.js';
import { CLAIM_CHAT, CLAIM_CHAT_TITLES, CLAIM_STATES, CLAIM_WORDS } from './claim/claim.words.js';
import { CLAIMED_WORDS, FACT_NAMES, MATCH_WORDS } from './matching/need-match.words.js';
import { RECORD_WORDS } from './record/record.words.js';
import { NEED_CHAT, NEED_STATES, NEED_URGENCIES, NEED_WORDS } from './need/need.words.js';
import { HOST_STATES, PROJECT_CHAT, PROJECT_STATES, PROJECT_WORDS } from './project/project.words.js';

/** This library's part of the catalogue. */
export const NEEDS_WORDS = {
  call: CALL_WORDS,
  callChat: CALL_CHAT,
  claim: CLAIM_WORDS,
  claimChat: CLAIM_CHAT,
  claimChatTitles: CLAIM_CHAT_TITLES,
  claimStates: CLAIM_STATES,
  factNames: FACT_NAMES,
  match: MATCH_WORDS,
  matchClaims: CLAIMED_WORDS,
  need: NEED_WORDS,
  needCategory: NEED_CATEGORY_WORDS,
  needChat: NEED_CHAT,
  needStates: NEED_STATES,
  needRecord: RECORD_WORDS,
  needUrgencies: NEED_URGENCIES,
  project: PROJECT_WORDS,
  projectChat: PROJECT_CHAT,
  projectHostStates: HOST_STATES,
  projectStates: PROJECT_STATES,
};

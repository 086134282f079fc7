import { CALL_CHAT, CALL_WORDS } from './call/call.words.js';
import { NEED_CATEGORY_WORDS } from './category/need-category.words.js';
import {
  CLAIM_CHAT,
  CLAIM_CHAT_REASONS,
  CLAIM_CHAT_TITLES,
  CLAIM_STATES,
  CLAIM_WORDS,
} from './claim/claim.words.js';
import { CLAIMED_WORDS, FACT_NAMES, MATCH_WORDS } from './matching/need-match.words.js';
import {
  NEED_CHAT,
  NEED_CHAT_REASONS,
  NEED_SOURCES,
  NEED_STATES,
  NEED_URGENCIES,
  NEED_WORDS,
} from './need/need.words.js';
import {
  HOST_STATES,
  PROJECT_CHAT,
  PROJECT_CHAT_REASONS,
  PROJECT_STATES,
  PROJECT_WORDS,
} from './project/project.words.js';
import { RECORD_WORDS } from './record/record.words.js';
import { NEED_FIGURE_WORDS } from './need/need-figures.words.js';
import { NEEDS_INBOX_WORDS } from './needs-inbox.words.js';

/** This library's part of the catalogue. */
export const NEEDS_WORDS = {
  needFigures: NEED_FIGURE_WORDS,
  call: CALL_WORDS,
  callChat: CALL_CHAT,
  claim: CLAIM_WORDS,
  claimChat: CLAIM_CHAT,
  claimChatReasons: CLAIM_CHAT_REASONS,
  claimChatTitles: CLAIM_CHAT_TITLES,
  claimStates: CLAIM_STATES,
  factNames: FACT_NAMES,
  match: MATCH_WORDS,
  matchClaims: CLAIMED_WORDS,
  need: NEED_WORDS,
  needCategory: NEED_CATEGORY_WORDS,
  needChat: NEED_CHAT,
  needChatReasons: NEED_CHAT_REASONS,
  needRecord: RECORD_WORDS,
  needSources: NEED_SOURCES,
  needStates: NEED_STATES,
  needUrgencies: NEED_URGENCIES,
  project: PROJECT_WORDS,
  projectChat: PROJECT_CHAT,
  projectChatReasons: PROJECT_CHAT_REASONS,
  projectHostStates: HOST_STATES,
  projectStates: PROJECT_STATES,
  needsInbox: NEEDS_INBOX_WORDS,
};

import { NEED_CHAT, NEED_STATES, NEED_URGENCIES, NEED_WORDS } from './need/need.words.js';
import { HOST_STATES, PROJECT_CHAT, PROJECT_STATES, PROJECT_WORDS } from './project/project.words.js';

/** This library's part of the catalogue. */
export const NEEDS_WORDS = {
  need: NEED_WORDS,
  needChat: NEED_CHAT,
  needStates: NEED_STATES,
  needUrgencies: NEED_URGENCIES,
  project: PROJECT_WORDS,
  projectChat: PROJECT_CHAT,
  projectHostStates: HOST_STATES,
  projectStates: PROJECT_STATES,
};

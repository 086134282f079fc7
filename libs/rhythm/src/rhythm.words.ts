import { BEAT_LACKS, BEATS } from './beat/beat.words.js';
import { RHYTHM_STATES } from './period/period.words.js';
import { LACK_WORDS, RHYTHM_CHAT } from './year/rhythm-lack.words.js';
import { RHYTHM_PAPER_WORDS } from './year/rhythm-paper.words.js';

/** This library's part of the catalogue. */
export const RHYTHM_WORDS = {
  beats: BEATS,
  beatLacks: BEAT_LACKS,
  rhythm: LACK_WORDS,
  rhythmChat: RHYTHM_CHAT,
  rhythmPaperChat: RHYTHM_PAPER_WORDS,
  rhythmStates: RHYTHM_STATES,
};

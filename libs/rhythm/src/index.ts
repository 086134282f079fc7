export { Beat } from './beat/beat.js';
export { Beats, Standing, type Happening, type Look } from './beat/beats.js';
export { RhythmPeriodObject } from './period/rhythm-period.object.js';
export { type RhythmPeriod } from './year/rhythm.service.js';
export { RHYTHM_WORDS } from './rhythm.words.js';
export { RhythmModule } from './rhythm.module.js';
export { RHYTHM_PAPER_WORDS } from './year/rhythm-paper.words.js';
export { RhythmPapers, type RhythmPaper, type RhythmTable } from './year/rhythm-papers.js';

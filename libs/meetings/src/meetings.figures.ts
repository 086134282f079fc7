import type { FigureKind } from '#figures';
import { ATTENDING_PART, MEETING_FIGURES } from './attendance/meeting.figures.js';

/** What this library tells figures of. */
export const MEETINGS_FIGURES: readonly FigureKind[] = MEETING_FIGURES;

/** What of it counts as taking part. */
export const MEETINGS_PARTS: readonly string[] = [ATTENDING_PART];

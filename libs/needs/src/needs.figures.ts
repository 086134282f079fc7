import type { FigureKind } from '#figures';
import { CLAIMING_PART, NEED_FIGURES } from './need/need.figures.js';

/** What this library tells figures of. */
export const NEEDS_FIGURES: readonly FigureKind[] = NEED_FIGURES;

/** What of it counts as taking part. */
export const NEEDS_PARTS: readonly string[] = [CLAIMING_PART];

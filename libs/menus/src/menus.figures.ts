import type { FigureKind } from '#figures';
import { DOING_FIGURES, HOSTING_PARTS } from './doing/doing.figures.js';

/** What this library tells figures of. */
export const MENUS_FIGURES: readonly FigureKind[] = DOING_FIGURES;

/** What of it counts as taking part. */
export const MENUS_PARTS: readonly string[] = HOSTING_PARTS;

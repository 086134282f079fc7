import type { FigureKind } from '#figures';
import { CONTRIBUTION_FIGURES, LENDING_PART } from './contribution/contribution.figures.js';
import { LENDING_FIGURES } from './figures/lending.figures.js';

/** What this library tells figures of. */
export const RESOURCES_FIGURES: readonly FigureKind[] = [...CONTRIBUTION_FIGURES, ...LENDING_FIGURES];

/** What of it counts as taking part. */
export const RESOURCES_PARTS: readonly string[] = [LENDING_PART];

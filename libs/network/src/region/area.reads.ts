import { readsOf } from '#reads';
import { Area } from './area.entity.js';

export const AREA_READS = readsOf(Area, 'Area', () => ({}));

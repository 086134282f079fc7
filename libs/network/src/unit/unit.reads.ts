import { readsOf } from '#reads';
import { Unit } from './unit.entity.js';

export const UNIT_READS = readsOf(Unit, 'Unit', () => ({}));

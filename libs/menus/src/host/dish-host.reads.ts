import { UNIT_READS } from '#network';
import { readsOf } from '#reads';
import { DishHost } from './dish-host.entity.js';

export const DISH_HOST_READS = readsOf(DishHost, 'DishHost', (host) => ({
  unit: host.row(UNIT_READS, { id: 'unitId' }),
}));

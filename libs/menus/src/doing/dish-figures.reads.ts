import { readsOf, sql } from '#reads';
import { DishFigures } from './dish-figures.entity.js';

export const DISH_FIGURES_READS = readsOf(DishFigures, 'DishFigures', (figures) => ({
  meanMark: figures.sql(
    ({ markSum, reviewCount }) => sql`round(${markSum}::numeric / nullif(${reviewCount}, 0), 2)::text`,
  ),
}));

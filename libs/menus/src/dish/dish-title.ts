import type { Dish } from './dish.entity.js';
import { DISH_CHAT } from './dish.words.js';

/** Its name in Chinese texts, which say of what was written down afterwards that it was (补录). */
export function writeTitle({ title, recordedAt }: Pick<Dish, 'title' | 'recordedAt'>): string {
  return recordedAt ? DISH_CHAT.recorded({ title }) : title;
}

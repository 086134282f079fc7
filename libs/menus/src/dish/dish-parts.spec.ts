import { MENUS_ENTITIES } from '../menus.entities.js';
import { DishPart } from './dish-readers.js';
import { DISH_PARTS, LED_PARTS } from './dish.repository.js';
import { LedPart } from './led-part.js';

describe('what stands beneath a dish', () => {
  it('is shown with it, every table', () => {
    const parts = MENUS_ENTITIES.filter(({ prototype }) => prototype instanceof DishPart);
    expect(parts.map(({ name }) => name).toSorted()).toEqual(DISH_PARTS.map(({ name }) => name).toSorted());
  });

  it('follows a change of lead where only the lead reads it, every table', () => {
    const parts = MENUS_ENTITIES.filter(({ prototype }) => prototype instanceof LedPart);
    expect(parts.map(({ name }) => name).toSorted()).toEqual(LED_PARTS.map(({ name }) => name).toSorted());
  });
});

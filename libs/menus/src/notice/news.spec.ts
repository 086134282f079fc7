import { MenuChangeCode as C, type MenuChange } from '../version/menu-changes.js';
import type { PublishedDish } from '../version/published-dish.js';
import { newsOf } from './news.js';

type Dates = PublishedDish['dates'];
const change = (code: C, dishId = 'a'): MenuChange => ({ code, dishId, title: '', zh: '', en: '' });
const day = (number: number) => ({
  startsAt: `2026-12-${number}T01:00Z`,
  endsAt: `2026-12-${number}T03:00Z`,
});
const menu = (dates: Dates): PublishedDish[] => [{ id: 'a', dates } as PublishedDish];

describe('what of a version is news to those who signed up', () => {
  it.each<[string, Dates, Dates, boolean]>([
    ['a date that is dropped', [day(16), day(18)], [day(16)], false],
    ['a date that is moved', [day(16)], [day(17)], true],
    ['a date that ends later', [day(16)], [{ ...day(16), endsAt: '2026-12-16T05:00Z' }], true],
    ['a date that is added', [day(16)], [day(16), day(18)], true],
    ['one dropped and one added', [day(16)], [day(18)], true],
  ])('%s', (_, before, after, isNews) => {
    expect(newsOf([change(C.TIME)], menu(before), menu(after))).toHaveLength(isNews ? 1 : 0);
  });

  it('is all else that changed, whatever became of its dates', () => {
    const all = Object.values(C).filter((code) => code !== C.TIME);
    const changes = all.map((code) => change(code));
    expect(newsOf(changes, menu([day(16), day(18)]), menu([day(16)]))).toEqual(changes);
  });
});

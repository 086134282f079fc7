import { DishKind, Segment } from '../dish/dish.entity.js';
import { findClashes, type ComposedDish } from './clashes.js';

const at = (from: string, to: string) => ({
  startsAt: new Date(`2026-12-${from}:00+08:00`),
  endsAt: new Date(`2026-12-${to}:00+08:00`),
});

const dish = (id: string, changes: Partial<ComposedDish> = {}): ComposedDish => ({
  id,
  kind: DishKind.LECTURE,
  leadUnitId: `unit of ${id}`,
  place: null,
  segments: [Segment.ELDERLY],
  dates: [at('16T09:00', '16T11:00')],
  offerIds: [],
  ...changes,
});
const OTHERS = { segments: [Segment.FAMILIES] };
const codes = (...dishes: ComposedDish[]) =>
  findClashes(dishes).map(({ code, dishIds }) => [code, ...dishIds]);

describe('dishes of one month', () => {
  test('clash in their place: the same words, or the same offer', () => {
    const place = '小学操场';
    expect(codes(dish('a', { place }), dish('b', { place, ...OTHERS }))).toEqual([['SAME_PLACE', 'a', 'b']]);
    const offerIds = ['hall'];
    expect(codes(dish('a', { offerIds }), dish('b', { offerIds, ...OTHERS }))).toEqual([
      ['SAME_PLACE', 'a', 'b'],
    ]);
    expect(codes(dish('a'), dish('b', OTHERS))).toEqual([]);
  });

  test('clash in who leads them, and in whom they are for', () => {
    const leadUnitId = 'clinic';
    expect(codes(dish('a', { leadUnitId }), dish('b', { leadUnitId, ...OTHERS }))).toEqual([
      ['SAME_LEAD', 'a', 'b'],
    ]);
    expect(codes(dish('a'), dish('b'))).toEqual([['SAME_AUDIENCE', 'a', 'b']]);
  });

  test('do not when one begins as the other ends; a course does with any of its dates', () => {
    const later = [at('16T11:00', '16T12:00')];
    expect(codes(dish('a'), dish('b', { dates: later }))).toEqual([]);
    const course = [at('09T09:00', '09T10:00'), at('16T10:59', '16T12:00')];
    expect(codes(dish('a'), dish('b', { dates: course }))).toEqual([['SAME_AUDIENCE', 'a', 'b']]);
  });

  test('never clash with a service day: both stand', () => {
    expect(codes(dish('a'), dish('b', { kind: DishKind.SERVICE_DAY }))).toEqual([]);
  });
});

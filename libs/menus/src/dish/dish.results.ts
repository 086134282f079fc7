import { resultUnion, StaleVersion, WrongState } from '#graphql';
import { ItemsRefused } from '#resources';
import { DishClash } from '../record/dish-clash.refusal.js';
import { DishObject } from './dish.object.js';

/** What is recorded after the fact may clash with what was held. */
export const TakeDishResult = resultUnion('TakeDishResult', [
  DishObject,
  DishClash,
  StaleVersion,
  WrongState,
]);
export const ProposeDishResult = resultUnion('ProposeDishResult', [
  DishObject,
  DishClash,
  StaleVersion,
  WrongState,
]);
export const UpdateDishResult = resultUnion('UpdateDishResult', [
  DishObject,
  DishClash,
  ItemsRefused,
  StaleVersion,
  WrongState,
]);

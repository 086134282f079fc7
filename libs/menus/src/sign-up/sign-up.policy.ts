import { ApiError, refuseState, type Words } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { DishState, type Dish } from '../dish/dish.entity.js';
import { DISH_RECORD_WORDS } from '../record/record.words.js';
import { SIGN_UP_WORDS } from './sign-up.words.js';

type Limits = Pick<Dish, 'quota' | 'quotaPerUnit'>;

/** Until when units sign up, change how many come, and cancel. */
export function closesAt({ signUpDeadline, startsAt }: Pick<Dish, 'signUpDeadline' | 'startsAt'>): Date {
  return signUpDeadline ?? startsAt;
}

/** Who waits is let in until it begins, even when nobody signs up any more. */
export function letsIn({ state, startsAt }: Dish, now: Date): boolean {
  return state === DishState.TAKEN && now < startsAt;
}

/** @throws Refused for what was recorded after the fact, is not published, or not held */
export function expectHeld(dish: Dish): void {
  if (dish.recordedAt) refuseState(dish, DISH_RECORD_WORDS.noSignUp);
  if (dish.publishedAt === null || dish.state !== DishState.TAKEN) refuseState(dish, SIGN_UP_WORDS.notOpen);
}

/** @throws Refused for what is not published, not held, and past its deadline */
export function expectOpen(tx: TenantTransaction, dish: Dish): void {
  expectHeld(dish);
  if (tx.now >= closesAt(dish)) refuseState(dish, SIGN_UP_WORDS.deadlinePassed);
}

/** @throws ApiError BAD_USER_INPUT for a group that could never be let in */
export function expectFits({ quota, quotaPerUnit }: Limits, heads: number): void {
  if (quotaPerUnit !== null && heads > quotaPerUnit)
    throw bad('heads', SIGN_UP_WORDS.aboveUnitQuota({ count: quotaPerUnit }));
  if (quota !== null && heads > quota) throw bad('heads', SIGN_UP_WORDS.aboveQuota({ count: quota }));
}

/** @throws ApiError BAD_USER_INPUT for quotas below what is taken, or below a group that is signed up or waits */
export function expectRoomFor(
  { quota, quotaPerUnit }: Limits,
  { confirmedHeads, largest }: { readonly confirmedHeads: number; readonly largest: number },
): void {
  if (quota !== null && quota < confirmedHeads)
    throw bad('input.quota', SIGN_UP_WORDS.quotaBelowConfirmed({ count: confirmedHeads }));
  if (quota !== null && quota < largest)
    throw bad('input.quota', SIGN_UP_WORDS.quotaBelowGroup({ count: largest }));
  if (quotaPerUnit !== null && quotaPerUnit < largest)
    throw bad('input.quotaPerUnit', SIGN_UP_WORDS.quotaBelowGroup({ count: largest }));
}

function bad(path: string, message: Words): ApiError {
  return ApiError.badInput([{ path, message }]);
}

import { writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In, IsNull } from 'typeorm';
import type { Dish } from '../dish/dish.entity.js';
import { speaksForDish } from '../dish/dish.policy.js';
import { writeDates } from '../dish/write-dates.js';
import { DishPlaces } from './dish-places.entity.js';
import { SignUp, SignUpState } from './sign-up.entity.js';
import { closesAt } from './sign-up.policy.js';
import { SIGN_UP_CHAT as C } from './sign-up.words.js';

const { CONFIRMED, WAITING } = SignUpState;

/** Who comes to a dish and who waits, for those who hold it; null for all others. */
export async function writeSignUpChat(tx: TenantTransaction, dish: Dish): Promise<string | null> {
  const places = await tx.manager.findOneBy(DishPlaces, { regionId: tx.regionId, dishId: dish.id });
  if (!speaksForDish(tx, dish) || !places) return null;
  const signUps = await tx.manager.find(SignUp, {
    where: { regionId: tx.regionId, dishId: dish.id, state: In([CONFIRMED, WAITING]) },
    order: { lineNumber: 'ASC', id: 'ASC' },
  });
  const write = async (state: SignUpState, line: typeof C.confirmed): Promise<string[]> => {
    const named = signUps.filter((signUp) => signUp.state === state);
    const units = await Promise.all(named.map(({ unitId }) => tx.find(Unit, unitId)));
    return named.map(({ heads }, at) => line({ number: at + 1, unit: units[at]?.name ?? C.aUnit, heads }));
  };
  const confirmed = await write(CONFIRMED, C.confirmed);
  const waiting = await write(WAITING, C.waiting);
  const spans = await writeDates(tx, { dishId: dish.id, cancelledAt: IsNull() });
  const text = joinChat([
    C.headline({ title: dish.title }),
    spans === null ? null : C.time({ spans }),
    writeCounts(places),
    ...(signUps.length === 0 ? [C.nobody] : confirmed),
    ...waiting,
    C.deadline({ at: writeChineseTime(closesAt(dish), await timeZoneOf(tx)) }),
  ]);
  return hidePhones(text);
}

function writeCounts({ confirmedGroups: groups, confirmedHeads: heads, quota }: DishPlaces): string {
  return quota === null ? C.counts({ groups, heads }) : C.countsOfQuota({ groups, heads, quota });
}

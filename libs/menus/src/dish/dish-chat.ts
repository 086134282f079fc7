import { writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { describeDishes, writePlaces } from '../version/published-dish.js';
import { writeDishTime } from './dish-time.js';
import type { Dish } from './dish.entity.js';
import { DISH_CHAT, DISH_KINDS, DISH_STATES, SEGMENTS } from './dish.words.js';

/** What one would write into the group chat about a dish, in plain Chinese: no names of persons, no phones. */
export async function writeDishChat(tx: TenantTransaction, dish: Dish): Promise<string> {
  const zone = await timeZoneOf(tx);
  const [shown] = await describeDishes(tx, [dish]);
  if (!shown) throw new Error('A dish that is read is not there.');
  const { hosts, dates, quota, quotaPerUnit, what } = shown;
  const spans = dates.map(({ startsAt, endsAt }) =>
    writeDishTime({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, zone),
  );
  const places = writePlaces(shown);
  const headline = dish.recordedAt ? DISH_CHAT.recordedHeadline : DISH_CHAT.headline;
  const text = joinChat([
    headline({ title: dish.title, state: DISH_STATES[dish.state].zh }),
    DISH_CHAT.kind({ kind: DISH_KINDS[dish.kind].zh }),
    DISH_CHAT.lead({ unit: shown.lead || DISH_CHAT.aUnit }),
    hosts.length > 0 ? DISH_CHAT.hosts({ units: hosts.join('、') }) : null,
    spans.length > 0 ? DISH_CHAT.time({ spans: spans.map(({ zh }) => zh).join('、') }) : null,
    places.length > 0 ? DISH_CHAT.place({ place: places.join('、') }) : null,
    what === null ? null : DISH_CHAT.what({ what }),
    DISH_CHAT.segments({ segments: dish.segments.map((one) => SEGMENTS[one].zh).join('、') }),
    writeQuota(quota, quotaPerUnit),
    dish.signUpDeadline ? DISH_CHAT.deadline({ at: writeChineseTime(dish.signUpDeadline, zone) }) : null,
    dish.reason === null ? null : DISH_CHAT.reason({ reason: dish.reason }),
  ]);
  return hidePhones(text);
}

function writeQuota(quota: number | null, most: number | null): string | null {
  if (quota === null) return null;
  return most === null ? DISH_CHAT.quota({ quota }) : DISH_CHAT.quotaPerUnit({ quota, most });
}

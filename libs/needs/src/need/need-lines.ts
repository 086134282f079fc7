import { writeChineseSpan } from '#calendar';
import { hidePhones } from '#graphql';
import { NeedCategory, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { NeedSource, NeedUrgency, type Need } from './need.entity.js';
import { NEED_CHAT, NEED_SOURCES } from './need.words.js';

/** What somebody has to know of a need who is to help, line by line for a group chat. */
export async function writeNeedLines(tx: TenantTransaction, need: Need): Promise<(string | null)[]> {
  const { what, location, heads } = need;
  const category = await tx.find(NeedCategory, need.categoryId);
  return [
    NEED_CHAT.what({ what: hidePhones(what) }),
    category ? NEED_CHAT.category({ category: hidePhones(category.name) }) : null,
    writeSource(need),
    location === null ? null : NEED_CHAT.location({ location: hidePhones(location) }),
    writeTime(need, await timeZoneOf(tx)),
    heads === null ? null : NEED_CHAT.heads({ heads }),
  ];
}

/** Its unit stands in the headline. */
export function writeSource({ source }: Need): string | null {
  return source === NeedSource.UNIT ? null : NEED_CHAT.source({ source: NEED_SOURCES[source] });
}

/** What is urgent and has no time is needed now. */
function writeTime({ startsAt, endsAt, urgency }: Need, zone: string): string {
  if (startsAt && endsAt) return NEED_CHAT.time({ span: writeChineseSpan({ startsAt, endsAt }, zone) });
  return urgency === NeedUrgency.URGENT ? NEED_CHAT.atOnce : NEED_CHAT.anyTime;
}

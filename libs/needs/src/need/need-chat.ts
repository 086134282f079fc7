import { writeChineseSpan } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { NeedCategory, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Claim, ClaimState } from '../claim/claim.entity.js';
import { NeedUrgency, type Need } from './need.entity.js';
import { ASKING_STATES } from './need.policy.js';
import { NEED_CHAT, NEED_STATES } from './need.words.js';

/** What one would write into the group chat about a need, in plain Chinese: no names of persons, no phones. */
export async function writeNeedChat(tx: TenantTransaction, need: Need): Promise<string> {
  const unit = await tx.find(Unit, need.unitId);
  const category = await tx.find(NeedCategory, need.categoryId);
  const takers = await listTakers(tx, need);
  const zone = await timeZoneOf(tx);
  const { startsAt, endsAt, heads, location, answer, reason, places } = need;
  const headline = need.urgency === NeedUrgency.URGENT ? NEED_CHAT.urgentHeadline : NEED_CHAT.headline;
  const isOpen = ASKING_STATES.includes(need.state);
  return joinChat([
    headline({
      unit: unit?.name ?? NEED_CHAT.aUnit,
      title: hidePhones(need.title),
      state: NEED_STATES[need.state].zh,
    }),
    NEED_CHAT.what({ what: hidePhones(need.what) }),
    category ? NEED_CHAT.category({ category: hidePhones(category.name) }) : null,
    location === null ? null : NEED_CHAT.location({ location: hidePhones(location) }),
    startsAt && endsAt
      ? NEED_CHAT.time({ span: writeChineseSpan({ startsAt, endsAt }, zone) })
      : NEED_CHAT.anyTime,
    heads === null ? null : NEED_CHAT.heads({ heads }),
    isOpen ? NEED_CHAT.places({ places, left: places - takers.length }) : null,
    takers.length > 0 ? NEED_CHAT.claimed({ units: takers.join('、') }) : null,
    answer === null ? null : NEED_CHAT.answer({ answer: hidePhones(answer) }),
    reason === null ? null : NEED_CHAT.reason({ reason: hidePhones(reason) }),
  ]);
}

async function listTakers(tx: TenantTransaction, need: Need): Promise<string[]> {
  const claims = await tx.manager.find(Claim, {
    where: { regionId: tx.regionId, needId: need.id, state: ClaimState.ACCEPTED },
    order: { place: 'ASC' },
  });
  const units = await Promise.all(claims.map(({ unitId }) => tx.find(Unit, unitId)));
  return units.map((unit) => unit?.name ?? NEED_CHAT.aUnit);
}

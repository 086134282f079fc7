import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Claim, ClaimState } from '../claim/claim.entity.js';
import { writeNeedLines } from './need-lines.js';
import { NeedState, NeedUrgency, type Need } from './need.entity.js';
import { NEED_CHAT, NEED_CHAT_REASONS, NEED_STATES } from './need.words.js';

const { ACCEPTED, DONE } = ClaimState;
const WORKED_ON: readonly NeedState[] = [NeedState.ANSWERED, NeedState.CLOSED];

/** What one would write into the group chat about a need, in plain Chinese: no names of persons, no phones. */
export async function writeNeedChat(tx: TenantTransaction, need: Need): Promise<string> {
  const unit = await tx.find(Unit, need.unitId);
  const { state, answer, places } = need;
  const isWorkedOn = WORKED_ON.includes(state);
  const takers = await listTakers(tx, need.id, isWorkedOn ? [ACCEPTED, DONE] : [ACCEPTED]);
  const units = takers.join('、');
  const headline = need.urgency === NeedUrgency.URGENT ? NEED_CHAT.urgentHeadline : NEED_CHAT.headline;
  return joinChat([
    headline({
      unit: unit?.name ?? NEED_CHAT.aUnit,
      title: hidePhones(need.title),
      state: NEED_STATES[state].zh,
    }),
    ...(await writeNeedLines(tx, need)),
    state === NeedState.OPEN ? NEED_CHAT.places({ places, left: places - takers.length }) : null,
    units === '' ? null : (isWorkedOn ? NEED_CHAT.helped : NEED_CHAT.claimed)({ units }),
    answer === null ? null : NEED_CHAT.answer({ answer: hidePhones(answer) }),
    writeReason(need),
    state === NeedState.RETURNED ? NEED_CHAT.reviseIt : null,
  ]);
}

/** Named by what it is the reason of; without an outcome of its own the need is open again, by its unit or by the end of a project. */
function writeReason({ state, reason, reopenings }: Need): string | null {
  if (reason === null) return null;
  const titles: Readonly<Record<string, string>> = NEED_CHAT_REASONS;
  const title = titles[state] ?? NEED_CHAT_REASONS[reopenings > 0 ? 'reopened' : 'setFree'];
  return NEED_CHAT.reason({ title, reason: hidePhones(reason) });
}

/** Each once: whoever helped before it was opened again may have helped anew. */
async function listTakers(tx: TenantTransaction, needId: string, states: ClaimState[]): Promise<string[]> {
  const claims = await tx.manager.find(Claim, {
    where: { regionId: tx.regionId, needId, state: In(states) },
    order: { acceptedAt: 'ASC', place: 'ASC', id: 'ASC' },
  });
  const ids = [...new Set(claims.map(({ unitId }) => unitId))];
  const units = await Promise.all(ids.map((id) => tx.find(Unit, id)));
  return units.map((unit) => unit?.name ?? NEED_CHAT.aUnit);
}

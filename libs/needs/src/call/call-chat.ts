import { writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import { OFFER_KINDS } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Claim, ClaimState } from '../claim/claim.entity.js';
import type { Need } from '../need/need.entity.js';
import { ASKING_STATES } from '../need/need.policy.js';
import { CALL_CHAT } from './call.words.js';

const HELPING: readonly ClaimState[] = [ClaimState.ACCEPTED, ClaimState.DONE];

/** The call as one would put it into the group chat, with who is on the way; null for what is no call. */
export async function writeCallText(tx: TenantTransaction, need: Need): Promise<string | null> {
  if (need.calledAt === null) return null;
  const zone = await timeZoneOf(tx);
  const helping = await listHelping(tx, need.id);
  const names = await Promise.all(helping.map(({ unitId }) => nameOf(tx, unitId)));
  const standing = helping.filter(({ state }) => state === ClaimState.ACCEPTED);
  const left = need.places - standing.length;
  const { title, what, location, kinds, calledAt } = need;
  return joinChat([
    CALL_CHAT.headline({ unit: await nameOf(tx, need.unitId), title: hidePhones(title) }),
    CALL_CHAT.what({ what: hidePhones(what) }),
    location === null ? null : CALL_CHAT.location({ location: hidePhones(location) }),
    kinds.length === 0
      ? null
      : CALL_CHAT.wanted({ kinds: kinds.map((kind) => OFFER_KINDS[kind].zh).join('、') }),
    CALL_CHAT.called({ at: writeChineseTime(calledAt, zone) }),
    ...helping.map((claim, at) => sayOf(claim, names[at] ?? CALL_CHAT.aUnit, zone)),
    ASKING_STATES.includes(need.state) && left > 0 ? CALL_CHAT.still({ left }) : null,
  ]);
}

/** How far a unit has come, at its last step. */
function sayOf({ acceptedAt, arrivedAt, finishedAt }: Claim, unit: string, zone: string): string | null {
  if (finishedAt) return CALL_CHAT.finished({ unit, at: writeChineseTime(finishedAt, zone) });
  if (arrivedAt) return CALL_CHAT.arrived({ unit, at: writeChineseTime(arrivedAt, zone) });
  return acceptedAt && CALL_CHAT.accepted({ unit, at: writeChineseTime(acceptedAt, zone) });
}

function listHelping(tx: TenantTransaction, needId: string): Promise<Claim[]> {
  const where = { regionId: tx.regionId, needId, state: In(HELPING) };
  return tx.manager.find(Claim, { where, order: { acceptedAt: 'ASC', id: 'ASC' } });
}

async function nameOf(tx: TenantTransaction, unitId: string): Promise<string> {
  return (await tx.find(Unit, unitId))?.name ?? CALL_CHAT.aUnit;
}

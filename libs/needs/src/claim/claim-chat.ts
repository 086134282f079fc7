import { writeChineseSpan, writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Need } from '../need/need.entity.js';
import { ClaimState, ClaimWay, type Claim } from './claim.entity.js';
import { CLAIM_CHAT, CLAIM_CHAT_TITLES, CLAIM_STATES } from './claim.words.js';

/** What one would write into the group chat about a claim, in plain Chinese: no names of persons, no phones. */
export async function writeClaimChat(tx: TenantTransaction, claim: Claim): Promise<string> {
  const need = await tx.find(Need, claim.needId);
  const nameOf = async (id: string | undefined): Promise<string> =>
    (id === undefined ? null : await tx.find(Unit, id))?.name ?? CLAIM_CHAT.aUnit;
  const names = { unit: await nameOf(claim.unitId), owner: await nameOf(need?.unitId) };
  const zone = await timeZoneOf(tx);
  const { arrivedAt, finishedAt, reason } = claim;
  return joinChat([
    headline(claim, { ...names, need: need ? hidePhones(need.title) : CLAIM_CHAT.aNeed }),
    ...(need && claim.state === ClaimState.ASKED ? details(need, zone) : []),
    arrivedAt && CLAIM_CHAT.arrived({ at: writeChineseTime(arrivedAt, zone) }),
    finishedAt && CLAIM_CHAT.finished({ at: writeChineseTime(finishedAt, zone) }),
    reason === null ? null : CLAIM_CHAT.reason({ reason: hidePhones(reason) }),
  ]);
}

function headline({ state, way }: Claim, names: { unit: string; owner: string; need: string }): string {
  const title = CLAIM_CHAT_TITLES[state];
  if (state !== ClaimState.ASKED) {
    return CLAIM_CHAT.outcome({ ...names, title, state: CLAIM_STATES[state] });
  }
  return way === ClaimWay.CALLED ? CLAIM_CHAT.called(names) : CLAIM_CHAT.asked({ ...names, title });
}

/** What somebody has to know who is to say yes or no. */
function details({ what, location, startsAt, endsAt }: Need, zone: string): (string | null)[] {
  return [
    CLAIM_CHAT.what({ what: hidePhones(what) }),
    location === null ? null : CLAIM_CHAT.location({ location: hidePhones(location) }),
    startsAt && endsAt ? CLAIM_CHAT.time({ span: writeChineseSpan({ startsAt, endsAt }, zone) }) : null,
  ];
}

import { writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { Membership, MembershipRole, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { writeNeedLines } from '../need/need-lines.js';
import { Need } from '../need/need.entity.js';
import { ClaimState, ClaimWay, type Claim } from './claim.entity.js';
import { CLAIM_CHAT, CLAIM_CHAT_REASONS, CLAIM_CHAT_TITLES, CLAIM_STATES } from './claim.words.js';

/** What one would write into the group chat about a claim, in plain Chinese: no names of persons, no phones. */
export async function writeClaimChat(tx: TenantTransaction, claim: Claim): Promise<string> {
  const need = await tx.find(Need, claim.needId);
  const names = {
    unit: await nameOf(tx, claim.unitId),
    owner: await nameOf(tx, need?.unitId),
    need: need ? hidePhones(need.title) : CLAIM_CHAT.aNeed,
  };
  const { state, reason } = claim;
  if (isCorrection(claim)) {
    const why = reason === null ? null : hidePhones(reason);
    return joinChat([
      CLAIM_CHAT.corrected(names),
      why && CLAIM_CHAT.reason({ title: CLAIM_CHAT.correction, reason: why }),
    ]);
  }
  return joinChat([
    state === ClaimState.ASKED ? await askOf(tx, claim, names) : outcomeOf(claim, names),
    ...(need && state === ClaimState.ASKED ? await writeNeedLines(tx, need) : []),
    ...(await writeTimes(tx, claim)),
    reason === null
      ? null
      : CLAIM_CHAT.reason({ title: CLAIM_CHAT_REASONS[state], reason: hidePhones(reason) }),
  ]);
}

interface Names {
  readonly unit: string;
  readonly owner: string;
  readonly need: string;
}

/** What was written down afterwards and struck out again never happened so. */
function isCorrection({ recordedAt, state }: Claim): boolean {
  return recordedAt !== null && state === ClaimState.GIVEN_UP;
}

/** Whoever is asked reads by whom: the committee of the network. */
async function askOf(tx: TenantTransaction, { way, networkId }: Claim, names: Names): Promise<string> {
  const { regionId } = tx;
  const convener = await tx.manager.findOneBy(Membership, {
    regionId,
    networkId,
    role: MembershipRole.CONVENER,
  });
  const committee = await nameOf(tx, convener?.unitId);
  return (way === ClaimWay.CALLED ? CLAIM_CHAT.called : CLAIM_CHAT.asked)({ ...names, committee });
}

function outcomeOf({ state }: Claim, names: Names): string {
  const { zh } = CLAIM_STATES[state];
  return CLAIM_CHAT.outcome({ ...names, title: CLAIM_CHAT_TITLES[state], state: zh });
}

async function writeTimes(
  tx: TenantTransaction,
  { arrivedAt, finishedAt }: Claim,
): Promise<(string | null)[]> {
  const zone = await timeZoneOf(tx);
  return [
    arrivedAt && CLAIM_CHAT.arrived({ at: writeChineseTime(arrivedAt, zone) }),
    finishedAt && CLAIM_CHAT.finished({ at: writeChineseTime(finishedAt, zone) }),
  ];
}

async function nameOf(tx: TenantTransaction, id: string | null | undefined): Promise<string> {
  return (id ? await tx.find(Unit, id) : null)?.name ?? CLAIM_CHAT.aUnit;
}

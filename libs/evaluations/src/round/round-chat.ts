import { writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { plainDecimal } from '../arithmetic/exact.js';
import { EvaluationAward } from '../rules/evaluation-award.entity.js';
import { EvaluationCriterion } from '../rules/evaluation-criterion.entity.js';
import { EvaluationRoundState, type EvaluationRound } from './evaluation-round.entity.js';
import { EVALUATION_ROUND_CHAT, EVALUATION_SUBJECT_KINDS } from './evaluation-round.words.js';

type Writer = (tx: TenantTransaction, round: EvaluationRound) => Promise<string | null>;

/** What there is to tell of a round in that state; nothing of the others. */
const WRITERS: Partial<Record<EvaluationRoundState, Writer>> = {
  [EvaluationRoundState.NOMINATING]: writeCall,
  [EvaluationRoundState.CANCELLED]: writeCancelled,
};

/** What one would write into the group chat about a round; null where nobody is told. */
export async function writeRoundChat(tx: TenantTransaction, round: EvaluationRound): Promise<string | null> {
  const text = await WRITERS[round.state]?.(tx, round);
  return text ? hidePhones(text) : null;
}

/** Null for a steward who is only asked to be returning officer: who does not read the rules calls nobody. */
async function writeCall(tx: TenantTransaction, round: EvaluationRound): Promise<string | null> {
  const { name, periodFrom: from, periodTo: to, nominationsUntil } = round;
  const inOrder = {
    where: { regionId: tx.regionId, roundId: round.id },
    order: { position: 'ASC' },
  } as const;
  const criteria = await tx.manager.find(EvaluationCriterion, inOrder);
  if (criteria.length === 0) return null;
  const awards = await tx.manager.find(EvaluationAward, inOrder);
  const zone = await timeZoneOf(tx);
  return joinChat([
    EVALUATION_ROUND_CHAT.call({ network: await networkName(tx, round), name }),
    EVALUATION_ROUND_CHAT.subject({ kind: EVALUATION_SUBJECT_KINDS[round.subjectKind].zh }),
    EVALUATION_ROUND_CHAT.period({ from, to }),
    nominationsUntil && EVALUATION_ROUND_CHAT.until({ at: writeChineseTime(nominationsUntil, zone) }),
    EVALUATION_ROUND_CHAT.criteria({ criteria: criteria.map(writeCriterion).join('、') }),
    awards.length > 0 ? EVALUATION_ROUND_CHAT.awards({ awards: awards.map(writeAward).join('、') }) : null,
    EVALUATION_ROUND_CHAT.howToNominate,
  ]);
}

/** Of a round that was never opened nobody is told. */
async function writeCancelled(tx: TenantTransaction, round: EvaluationRound): Promise<string | null> {
  if (round.openedAt === null) return null;
  return joinChat([
    EVALUATION_ROUND_CHAT.cancelled({ network: await networkName(tx, round), name: round.name }),
    EVALUATION_ROUND_CHAT.reason({ reason: round.reason ?? '' }),
  ]);
}

function writeCriterion({ name, weight }: EvaluationCriterion): string {
  return EVALUATION_ROUND_CHAT.criterion({ name, weight: plainDecimal(weight) });
}

function writeAward({ name, places, minScore }: EvaluationAward): string {
  return places === null
    ? EVALUATION_ROUND_CHAT.minScore({ name, score: plainDecimal(minScore ?? '0') })
    : EVALUATION_ROUND_CHAT.places({ name, count: places });
}

async function networkName(tx: TenantTransaction, { networkId }: EvaluationRound): Promise<string> {
  return (await tx.find(Network, networkId))?.name ?? EVALUATION_ROUND_CHAT.aNetwork;
}

import { hidePhones, joinChat } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Nomination } from '../nomination/nomination.entity.js';
import { EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import {
  EvaluationResultState,
  type EvaluationResult,
  type ResultReason,
} from './evaluation-result.entity.js';
import { EVALUATION_RESULT_ACTS, EVALUATION_RESULT_CHAT as C } from './evaluation-result.words.js';
import { EvaluationStanding } from './evaluation-standing.entity.js';
import { lastDayOf } from './last-day.js';

const { ON_NOTICE, FINAL, SUPERSEDED, LAPSED } = EvaluationResultState;
const HEADLINES = { [ON_NOTICE]: C.notice, [FINAL]: C.final, [SUPERSEDED]: C.superseded, [LAPSED]: C.lapsed };

/** The notice, or the final result, for the group chat; null for what was not published. */
export async function writeResultChat(
  tx: TenantTransaction,
  result: EvaluationResult,
): Promise<string | null> {
  const { id: resultId, state, number, reasons, roundId } = result;
  if (state === EvaluationResultState.DRAFT || number === null) return null;
  const { regionId } = tx;
  const round = await tx.find(EvaluationRound, roundId);
  const standings = await tx.manager.find(EvaluationStanding, {
    where: { regionId, resultId },
    order: { place: 'ASC' },
  });
  return hidePhones(
    joinChat([
      HEADLINES[state]({ round: round?.name ?? '', number }),
      ...reasons.map(writeReason),
      ...(await writeAwards(tx, result, standings)),
      C.entries({ count: standings.length }),
      ...(await writeStanding(tx, result, round?.state === EvaluationRoundState.DELIBERATING)),
    ]),
  );
}

/** What one may still expect of it: nobody objects to what is being looked at again. */
async function writeStanding(
  tx: TenantTransaction,
  { state, noticeUntil, isNoticeProvisional }: EvaluationResult,
  isDeliberated: boolean,
): Promise<(string | null)[]> {
  if (state === LAPSED) return [C.isLapsed];
  if (state === SUPERSEDED || noticeUntil === null) return [];
  if (isDeliberated) return [C.inRevision];
  if (state === FINAL) return [C.isFinal];
  return [C.until({ until: await lastDayOf(tx, noticeUntil) }), isNoticeProvisional ? C.provisional : null];
}

function writeReason({ act: done, text }: ResultReason): string {
  const act = EVALUATION_RESULT_ACTS[done];
  return text === null ? C.act({ act }) : C.reason({ act, text });
}

/** Who is awarded what; where nothing is awarded the first three ranks. */
async function writeAwards(
  tx: TenantTransaction,
  { roundId, withheldAwardIds }: EvaluationResult,
  standings: readonly EvaluationStanding[],
): Promise<string[]> {
  const { regionId } = tx;
  const nominations = await tx.manager.findBy(Nomination, {
    regionId,
    id: In(standings.map(({ nominationId }) => nominationId)),
  });
  const titles = new Map(nominations.map(({ id, title }) => [id, title]));
  const join = (some: readonly EvaluationStanding[]): string =>
    some.map(({ nominationId }) => titles.get(nominationId) ?? '').join('、');
  const awards = await listFrozenAwards(tx, roundId);
  const given = awards.flatMap(({ id, name }) => {
    if (withheldAwardIds.includes(id)) return [C.withheld({ award: name })];
    const some = standings.filter(({ awardId }) => awardId === id);
    return some.length > 0 ? [C.award({ award: name, titles: join(some) })] : [];
  });
  if (given.length > 0) return given;
  return [1, 2, 3].flatMap((rank) => {
    const some = standings.filter((standing) => standing.rank === rank);
    return some.length > 0 ? [C.rank({ rank, titles: join(some) })] : [];
  });
}

import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import type { Nomination } from './nomination.entity.js';
import { NOMINATION_CHAT, NOMINATION_STATES } from './nomination.words.js';

/** What one would write into the group chat about a nomination, in plain Chinese: no phones. */
export async function writeNominationChat(tx: TenantTransaction, nomination: Nomination): Promise<string> {
  const { title, state, statement, reason } = nomination;
  const round = await tx.find(EvaluationRound, nomination.roundId);
  const unit = await tx.find(Unit, nomination.unitId);
  const text = joinChat([
    NOMINATION_CHAT.headline({ title, state: NOMINATION_STATES[state].zh }),
    round && NOMINATION_CHAT.round({ round: round.name }),
    NOMINATION_CHAT.unit({ unit: unit?.name ?? NOMINATION_CHAT.aUnit }),
    NOMINATION_CHAT.statement({ statement }),
    reason === null ? null : NOMINATION_CHAT.reason({ reason }),
  ]);
  return hidePhones(text);
}

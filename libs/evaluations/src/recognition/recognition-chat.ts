import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { RecognitionKind, type Recognition } from './recognition.entity.js';
import { RECOGNITION_CHAT as CHAT, RECOGNITION_KINDS } from './recognition.words.js';

/** What one would write into the group chat about a recognition, in plain Chinese: no phones. */
export async function writeRecognitionChat(tx: TenantTransaction, recognition: Recognition): Promise<string> {
  const { day, points, takenBackAt } = recognition;
  const unit = (await tx.find(Unit, recognition.unitId))?.name ?? CHAT.aUnit;
  const headline = takenBackAt ? CHAT.takenBack : CHAT.headline;
  return hidePhones(
    joinChat([
      headline({ kind: RECOGNITION_KINDS[recognition.kind].zh, unit }),
      ...(recognition.kind === RecognitionKind.AWARD ? writeAward(recognition) : writeThanks(recognition)),
      CHAT.day({ day }),
      points > 0 ? CHAT.points({ points }) : null,
      takenBackAt ? writeReason(recognition) : null,
    ]),
  );
}

function writeAward({ occasion, title, what, isCoHost, fromWhom }: Recognition): string[] {
  const line = isCoHost ? CHAT.coHost : CHAT.lead;
  return [CHAT.award({ occasion: occasion ?? '', title }), line({ what: what ?? '' }), CHAT.by({ fromWhom })];
}

function writeThanks({ title, what, fromWhom }: Recognition): (string | null)[] {
  return [CHAT.title({ title }), what === null ? null : CHAT.what({ what }), CHAT.fromWhom({ fromWhom })];
}

function writeReason({ takenBackReason: reason }: Recognition): string {
  return reason === null ? CHAT.byResult : CHAT.reason({ reason });
}

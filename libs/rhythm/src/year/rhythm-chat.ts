import { joinChat } from '#graphql';
import type { Network } from '#network';
import { RHYTHM_CHAT } from './rhythm-lack.words.js';
import type { RhythmPeriod } from './rhythm.service.js';

/** A reminder of what is lacking for the committee’s own chat; null when nothing is. */
export function writeRhythmChat({ name }: Network, warnings: readonly RhythmPeriod[]): string | null {
  if (warnings.length === 0) return null;
  const lacks = warnings.flatMap(({ message }) => message ?? []);
  return joinChat([
    RHYTHM_CHAT.headline({ network: name }),
    ...lacks.map((what, at) => RHYTHM_CHAT.lack({ number: at + 1, what })),
    RHYTHM_CHAT.close,
  ]);
}

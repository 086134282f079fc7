/** Why a committee may not record what a unit has said. UNKNOWN tells no more than a random id does. */
export type SpeakingObstacle = 'UNKNOWN' | 'SUSPENDED' | 'ITSELF';

const SENTENCES: Record<SpeakingObstacle, string> = {
  UNKNOWN: 'No such unit takes part in a network of this committee.',
  SUSPENDED: 'This unit is suspended in your network: nothing can be recorded for it.',
  ITSELF: 'A committee speaks for itself: leave onBehalfOf out.',
};

/** Acts on behalf are recorded by a committee, for a unit that takes part in a network which it convenes. */
export class CannotSpeakFor extends Error {
  constructor(readonly obstacle: SpeakingObstacle) {
    super(SENTENCES[obstacle]);
  }
}

/** Why a committee may not record what a unit has said. UNKNOWN tells no more than a random id does. */
export type SpeakingObstacle = 'UNKNOWN' | 'SUSPENDED' | 'ITSELF';

/** Acts on behalf are recorded by a committee, for a unit that takes part in a network which it convenes. */
export class CannotSpeakFor extends Error {
  constructor(readonly obstacle: SpeakingObstacle) {
    super(`A committee cannot speak for this unit: ${obstacle}.`);
  }
}

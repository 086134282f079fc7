import { attachPicture } from '../../support/attached.js';
import { RecognitionActs } from '../../support/recognition-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';

/** Letters to the clinic. */
export class RecognitionStage {
  private readonly acts: RecognitionActs;

  constructor(private readonly world: World) {
    this.acts = new RecognitionActs(world);
  }

  input(): object {
    return this.acts.input(letterTo(this.world, 'clinic', 'southeast'));
  }

  /** With a photo, so that it has all that a letter can have. */
  async recorded(): Promise<Versioned> {
    const letter = await this.acts.record(letterTo(this.world, 'clinic', 'southeast'));
    await attachPicture(this.world.as('clinic'), letter.id);
    return versionOf(letter);
  }
}

/** What others may not see: a letter of another network, and one of another region. The own network reads all of its own. */
export async function hideRecognitions(world: World) {
  const beside = letterTo(world, 'riverside-primary', 'riverside');
  const elsewhere = letterTo(world.other, 'clinic', 'southeast');
  return {
    otherRegion: {
      Recognition: (await new RecognitionActs(world.other).record(elsewhere, 'southeast-committee')).id,
    },
    riverside: { Recognition: (await new RecognitionActs(world).record(beside, 'riverside-committee')).id },
  };
}

function letterTo(region: TestRegion, unit: string, network: string): Record<string, unknown> {
  return { kind: 'LETTER', unitId: region.unit(unit), networkId: region.network(network), title: '感谢信' };
}

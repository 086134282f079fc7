import { RecognitionActs } from '../../support/recognition-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** A banner that is recorded and taken back. */
export async function thankInEveryWay(all: Everything, world: World): Promise<void> {
  const input = new RecognitionActs(world).input();
  const letter = await all.ask<Versioned>(world.as('southeast-officer'), 'recordRecognition', { input });
  const secretary = world.as('southeast-committee', { role: 'SECRETARY' });
  await all.ask(secretary, 'takeBackRecognition', { ...versionOf(letter), reason: '登记有误' });
}

/** Every filter and order at once. */
export function recognitionWishes(all: Everything, world: World): [string, object][] {
  const filter = {
    networkId: world.network('southeast'),
    unitId: world.unit('clinic'),
    kinds: ['LETTER'],
    from: '2026-01-01',
    to: '2027-01-01',
    stands: true,
  };
  return [
    ...all.valuesOf('RecognitionOrder').map((orderBy): [string, object] => ['recognitions', { orderBy }]),
    ['recognitions', { filter }],
    ['recognitions', { filter: { stands: false } }],
  ];
}

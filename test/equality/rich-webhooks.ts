import { webhook } from '../support/webhook-acts.js';
import type { World } from '../support/world.js';

const PAUSE = `mutation ($id: ID!) { updateWebhook(id: $id, input: { isPaused: true }) { state } }`;

/** Of two committees, one of them paused, with a delivery each. */
export async function tellPrograms(world: World): Promise<void> {
  for (const [committee, network] of [
    ['southeast-committee', 'southeast'],
    ['southeast-committee', 'southeast'],
    ['southeast-committee', 'southeast'],
    ['riverside-committee', 'riverside'],
  ] as const) {
    const { id } = await webhook(world, committee, network);
    if (network === 'riverside') await world.as(committee).ask(PAUSE, { id });
    world.clock.advance(1);
  }
}

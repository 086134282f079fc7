import { webhook } from '../support/webhook-acts.js';
import type { World } from '../support/world.js';

const PAUSE = `mutation ($id: ID!) { updateWebhook(id: $id, input: { isPaused: true }) { state } }`;

const RENAME = `mutation ($id: ID!) { updateWebhook(id: $id, input: { name: "门厅大屏" }) { name } }`;

/** Of two committees, the one paused and the others renamed, with a delivery each. */
export async function tellPrograms(world: World): Promise<void> {
  for (const [committee, network] of [
    ['southeast-committee', 'southeast'],
    ['southeast-committee', 'southeast'],
    ['southeast-committee', 'southeast'],
    ['riverside-committee', 'riverside'],
  ] as const) {
    const { id } = await webhook(world, committee, network);
    await world.as(committee).ask(network === 'riverside' ? PAUSE : RENAME, { id });
    world.clock.advance(1);
  }
}

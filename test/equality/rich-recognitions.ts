import { toGlobalId } from '#graphql';
import { attachPicture } from '../support/attached.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { ProjectActs, startHosted } from '../support/project-acts.js';
import { RecognitionActs } from '../support/recognition-acts.js';
import type { World } from '../support/world.js';

/** Letters and banners of two networks, on one day and on several; with and without a photo, a project, a word; one taken back. */
export async function thank(world: World): Promise<void> {
  const acts = new RecognitionActs(world);
  const project = { title: '排涝', lead: 'clinic', coHosts: [] };
  const projectId = await startHosted(new ProjectActs(world), world, project);
  const letter = { kind: 'LETTER', title: '感谢信', unitId: world.unit('clinic') };
  for (const day of ['2026-11-01', '2026-11-01', '2026-11-20'])
    await acts.record({ ...letter, day, projectId });
  const dishId = await findHeld(world);
  for (const title of ['锦旗', '感谢信']) await acts.record({ ...letter, title, dishId });
  const { id } = await acts.record({ what: null });
  await attachPicture(world.as('southeast-officer'), id);
  const wrong = await acts.record(letter);
  const step = { id: wrong.id, version: wrong.version, reason: '登记有误' };
  await acts.act('southeast-committee', 'takeBackRecognition', step);
  const beside = { networkId: world.network('riverside'), unitId: world.unit('riverside-primary') };
  await acts.record(beside, 'riverside-committee');
}

async function findHeld(world: World): Promise<string> {
  const published = `SELECT dish.id FROM dish JOIN network ON network.id = dish.network_id
    WHERE network.code = 'southeast' AND dish.published_at IS NOT NULL ORDER BY starts_at, title LIMIT 1`;
  const [dish] = await queryAsSuperuser<{ id: string }>(published, world.api.database.name);
  return toGlobalId('Dish', dish?.id ?? '');
}

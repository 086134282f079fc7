import { attachPicture } from '../support/attached.js';
import { NominationActs } from '../support/nomination-acts.js';
import type { World } from '../support/world.js';

/** Nominations in every state, of every kind of subject, with and without facts and evidence. */
export async function nominate(world: World): Promise<void> {
  const acts = new NominationActs(world);
  const projectId = await acts.project();
  const step = { unitId: world.unit('clinic'), title: '名单', dueOn: '2027-12-31' };
  await acts.projects.act('clinic', 'addProjectStep', { projectId, input: step });
  const projects = await acts.nominating();
  await acts.submitted('clinic', projects, { projectId });
  const late = await acts.draft('bus-639', projects, { projectId });
  await attachPicture(world.as('bus-639'), late.id);
  await acts.score(projects);
  const units = await acts.nominating({ subjectKind: 'UNIT', periodFrom: '2026-11-01' });
  for (const account of ['clinic', 'bus-639'])
    await acts.submitted(account, units, { subjectUnitId: world.unit(account) });
  await acts.draft('southeast-officer', units, { subjectUnitId: world.unit('food-market') });
  const groups = await acts.nominating({ subjectKind: 'BUILDING_GROUP' });
  const group = (account: string, subjectLabel: string) => acts.submitted(account, groups, { subjectLabel });
  await acts.act('southeast-officer', 'returnNomination', await group('clinic', '三号楼'));
  await acts.act('clinic', 'withdrawNomination', await group('clinic', '四号楼'));
  await attachPicture(
    world.as('clinic'),
    (await acts.draft('clinic', groups, { subjectLabel: '五号楼' })).id,
  );
  await group('southeast-officer', '六号楼');
  const beside = new NominationActs(world, 'riverside');
  const round = await beside.nominating({ subjectKind: 'CONTEST_TEAM' });
  await beside.submitted('riverside-primary', round, { subjectLabel: '合唱队' });
}

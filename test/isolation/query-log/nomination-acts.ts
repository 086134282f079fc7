import { attachPicture } from '../../support/attached.js';
import { EvaluationActs } from '../../support/evaluation-acts.js';
import { NominationActs } from '../../support/nomination-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** A project, a unit and a building group are nominated, with evidence; one is returned, one withdrawn, one scored. */
export async function nominateInEveryWay(all: Everything, world: World): Promise<void> {
  const acts = new NominationActs(world);
  const clinic = world.as('clinic');
  const subjects = {
    PROJECT: { projectId: await acts.project() },
    UNIT: { subjectUnitId: world.unit('clinic') },
    BUILDING_GROUP: { subjectLabel: '三号楼' },
  };
  for (const [subjectKind, subject] of Object.entries(subjects)) {
    const roundId = await acts.nominating({ subjectKind });
    const input = { roundId, ...subject, statement: '风雨无阻。' };
    const draft = await all.ask<Versioned>(clinic, 'createNomination', { input });
    await attachPicture(clinic, draft.id);
    const sent = await all.ask<Versioned>(clinic, 'submitNomination', versionOf(draft));
    const returned = await all.ask<Versioned>(world.as('southeast-officer'), 'returnNomination', {
      ...versionOf(sent),
      reason: '请补充材料',
    });
    const said = await all.ask<Versioned>(clinic, 'updateNomination', {
      ...versionOf(returned),
      input: { statement: '补充了照片。' },
    });
    const again = await all.ask<Versioned>(clinic, 'submitNomination', versionOf(said));
    if (subjectKind !== 'UNIT') await acts.score(roundId);
    else await all.ask(clinic, 'withdrawNomination', versionOf(again));
  }
  await new EvaluationActs(world).nominating();
}

/** Every filter and order at once. */
export function nominationWishes(all: Everything, world: World): [string, object][] {
  const filter = {
    networkId: world.network('southeast'),
    roundId: world.unit('clinic'),
    unitId: world.unit('clinic'),
    projectId: world.unit('clinic'),
    subjectUnitId: world.unit('clinic'),
    states: ['SUBMITTED'],
  };
  return [
    ...all.valuesOf('NominationOrder').map((orderBy): [string, object] => ['nominations', { orderBy }]),
    ['nominations', { filter }],
  ];
}

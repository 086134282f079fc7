import { EvaluationActs, PLAIN_ROUND } from '../../support/evaluation-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** Rounds that are set up, copied, opened, scored and cancelled, with a returning officer of a unit and of the street office. */
export async function evaluateInEveryWay(all: Everything, world: World): Promise<void> {
  const secretary = world.as('southeast-committee', { role: 'SECRETARY' });
  const officer = world.as('southeast-officer');
  const networkId = world.network('southeast');
  const input = { networkId, ...PLAIN_ROUND, subjectKind: 'UNIT' };
  const round = await all.ask<Versioned>(officer, 'createEvaluationRound', { input });
  const criteria = [{ name: '居民受益', weight: '100' }];
  const said = await all.ask<Versioned>(officer, 'updateEvaluationRound', {
    ...versionOf(round),
    input: { criteria, awards: [{ name: '一等奖', places: 1 }] },
  });
  const copy = await all.ask<Versioned>(officer, 'copyEvaluationRound', {
    id: round.id,
    input: { name: '下一年', periodFrom: '2027-01-01', periodTo: '2027-12-31' },
  });
  const opened = await all.ask<Versioned>(secretary, 'openNominations', versionOf(said));
  await new EvaluationActs(world).nominate(opened);
  const asked = await all.ask<Versioned>(secretary, 'askStreetOffice', versionOf(opened));
  const accepted = await all.ask<Versioned>(world.as('zhoupu-steward'), 'acceptReturningOffice', {
    id: asked.id,
  });
  const appointed = await all.ask<Versioned>(secretary, 'appointReturningOfficer', {
    ...versionOf(accepted),
    postId: world.post('savings-bank'),
  });
  await all.ask(secretary, 'beginScoring', versionOf(appointed));
  await all.ask(secretary, 'cancelEvaluationRound', { ...versionOf(copy), reason: '改到明年' });
}

/** Every filter and order at once. */
export function evaluationWishes(all: Everything, world: World): [string, object][] {
  const filter = {
    networkId: world.network('southeast'),
    states: ['NOMINATING', 'SCORING'],
    subjectKinds: ['PROJECT'],
    from: '2026-01-01',
    to: '2027-01-01',
  };
  return [
    ...all
      .valuesOf('EvaluationRoundOrder')
      .map((orderBy): [string, object] => ['evaluationRounds', { orderBy }]),
    ['evaluationRounds', { filter }],
  ];
}

import { nodesOf } from '../../support/judging-acts.js';
import { GROUPS, PARTNERS_ALONE, ResultActs } from '../../support/result-acts.js';
import { versionOf } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** A result is worked out, changed in every way, published, objected to and made final. */
export async function resultInEveryWay(all: Everything, world: World): Promise<void> {
  const acts = new ResultActs(world);
  const secretary = world.actingAs(acts.secretary);
  const officer = world.as(acts.officer);
  const { round, nominations } = await acts.scored({ subjects: GROUPS, changes: PARTNERS_ALONE });
  const current = async (): Promise<object> => versionOf(await acts.judging.rounds.see(round.id));
  await all.ask(officer, 'closeScoring', await current());
  const [assignment] = nodesOf((await acts.judging.roll(round.id)).assignments);
  await all.ask(officer, 'setSheetAside', { ...versionOf(assignment), reason: '填错' });
  const seen = await acts.judging.nominations.see(acts.secretary, nominations[0]?.id ?? '');
  await all.ask(secretary, 'excludeNomination', { ...versionOf(seen), reason: '材料不实' });
  const excluded = await acts.judging.nominations.see(acts.secretary, nominations[0]?.id ?? '');
  await all.ask(secretary, 'readmitNomination', { ...versionOf(excluded), reason: '材料已补正' });
  const award = { position: 2, reason: '名额保留' };
  await all.ask(secretary, 'withholdAward', { ...(await current()), ...award });
  await all.ask(secretary, 'restoreAward', { ...(await current()), ...award });
  await all.ask(secretary, 'publishResult', await current());
  const about = { roundId: round.id, nominationId: nominations[1]?.id };
  await acts.file('police-post', round);
  await all.ask(world.as('clinic'), 'fileObjection', { ...about, text: '名次有误' });
  const withdrawn = await acts.file('bus-639', round);
  await all.ask(world.as('bus-639'), 'withdrawEvaluationObjection', versionOf(withdrawn));
  await all.ask(secretary, 'passObjectionOn', versionOf(await acts.conflicted()));
  await all.ask(world.as('clinic'), 'evaluationObjections', {
    filter: {
      networkId: world.network('southeast'),
      roundId: round.id,
      unitId: world.unit('clinic'),
      states: ['FILED', 'DISMISSED'],
    },
  });
  const { objections } = await acts.see(acts.secretary, round.id);
  for (const objection of nodesOf(objections).filter(({ state }) => state === 'FILED')) {
    await all.ask(secretary, 'ruleOnObjection', { ...versionOf(objection), upheld: false, reason: '已复核' });
  }
  await acts.passNotice(round);
  await all.ask(secretary, 'finaliseResult', await current());
}

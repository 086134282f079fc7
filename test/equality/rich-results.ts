import { nodesOf } from '../support/judging-acts.js';
import { PARTNERS_ALONE, ResultActs } from '../support/result-acts.js';
import type { World } from '../support/world.js';

/** Results in every state: a draft, on notice and objected to, changed and made final again, twice. */
export async function publishResults(world: World): Promise<void> {
  const acts = new ResultActs(world);
  // Some judges have come since the case was written, and their sheets are dropped: enough are left.
  const many = { changes: { ...PARTNERS_ALONE, sheetsPerPanel: 8 } };
  await acts.closed(many);
  const { round } = await acts.published(many);
  await acts.file('police-post', round);
  await acts.file(acts.secretary, round);
  const { round: final, nominations } = await acts.published(many);
  const objection = await acts.file('clinic', final, { nominationId: nominations[1]?.id });
  await acts.tryAct(acts.secretary, 'ruleOnObjection', objection);
  const before = world.clock.now();
  await acts.passNotice(final);
  await acts.onRound('finaliseResult', final);
  const { assignments } = await acts.judging.roll(final.id);
  const assignment = nodesOf(assignments).find(({ state }) => state === 'SUBMITTED');
  if (assignment) await acts.onRound('setSheetAside', assignment, {}, acts.officer);
  const { version } = await acts.judging.rounds.see(final.id);
  const withheld = await acts.onRound('withholdAward', final, { version, position: 2 });
  await acts.onRound('publishResult', withheld);
  await acts.passNotice(final);
  await acts.onRound('finaliseResult', await acts.judging.rounds.see(final.id));
  const anew = await acts.judging.rounds.see(final.id);
  await acts.onRound('publishResult', await acts.onRound('restoreAward', anew, { position: 2 }));
  await acts.passNotice(final);
  await acts.onRound('finaliseResult', await acts.judging.rounds.see(final.id));
  world.clock.set(before);
}

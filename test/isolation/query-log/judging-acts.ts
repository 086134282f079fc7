import { JudgingActs, nodesOf, type SeenAssignment, type SeenRoll } from '../../support/judging-acts.js';
import { versionOf } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

const RESIDENTS = '一二三四五';

/** Judges are proposed, settled, given more, dropped and excused; they score, submit and declare conflicts. */
export async function judgeInEveryWay(all: Everything, world: World): Promise<void> {
  const acts = new JudgingActs(world);
  const officer = world.as(acts.officer);
  const { round, nominations } = await acts.scoring();
  const nominationId = nominations[0]?.id;
  const roll = (): Promise<SeenRoll> => acts.roll(round.id);
  await all.ask(officer, 'proposeJudges', versionOf(await roll()));
  await all.ask(officer, 'settleAssignments', versionOf(await roll()));
  const settled = await roll();
  const residents = nodesOf(settled.assignments).filter(({ panelKind }) => panelKind === 'RESIDENTS');
  const accountOf = ({ judgeName }: SeenAssignment) =>
    world.as(`resident-${RESIDENTS.indexOf(judgeName.at(-1) ?? '') + 1}`);
  const [first, second] = residents;
  if (!first || !second) throw new Error('Too few judge.');
  const input = { scores: ['7', '8'], comment: '扎实' };
  await all.ask(accountOf(first), 'saveScoreSheet', { nominationId, input });
  await all.ask(accountOf(first), 'submitScoreSheet', { nominationId, version: 1 });
  await all.ask(accountOf(first), 'saveScoreSheet', { nominationId, version: 2, input });
  await all.ask(accountOf(second), 'declareConflict', { nominationId, reason: '有往来' });
  await all.ask(accountOf(first), 'myAssignments', { filter: { roundId: round.id, states: ['SUBMITTED'] } });
  const free = nodesOf(settled.judges).find(
    ({ personName, panelKind }) =>
      panelKind === 'RESIDENTS' && !residents.some(({ judgeName }) => judgeName === personName),
  );
  await all.ask(officer, 'assignJudge', { ...versionOf(settled), nominationId, judgeId: free?.id });
  await all.ask(officer, 'dropAssignment', { ...versionOf(residents[2]), reason: '有事' });
  await all.ask(officer, 'excuseJudge', { ...versionOf(free), reason: '有事' });
  await all.ask(officer, 'judgingRoll', { roundId: round.id });
  const { id, version } = await acts.rounds.see(round.id);
  await acts.rounds.act(acts.rounds.secretary, 'askStreetOffice', { id, version });
  await acts.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id });
}

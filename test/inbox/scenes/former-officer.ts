import { PARTNERS_ALONE, ResultActs } from '../../support/result-acts.js';
import type { World } from '../../support/world.js';

const SECRETARY = 'southeast-committee';
const STEWARD = 'zhoupu-steward';

/** A result that is objected to, in a round that its secretary has returned, and a steward since: neither may rule on it. */
export async function contestBeforeFormerOfficer(world: World): Promise<{ readonly id: string }> {
  const before = new ResultActs(world, SECRETARY);
  const { judging } = before;
  const { round, nominations, roll } = await judging.settled(
    [['clinic', { subjectLabel: '九号楼组' }]],
    PARTNERS_ALONE,
  );
  await judging.rounds.act(SECRETARY, 'askStreetOffice', await judging.rounds.see(round.id));
  await judging.rounds.act(STEWARD, 'acceptReturningOffice', { id: round.id });
  const since = new ResultActs(world, STEWARD);
  await since.fill(roll, nominations, () => ['80', '70']);
  const closed = await since.onRound('closeScoring', await judging.rounds.see(round.id), {}, STEWARD);
  return since.file('police-post', await since.onRound('publishResult', closed));
}

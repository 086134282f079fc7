import { JudgingActs, nodesOf, type SeenRoll } from '../../support/judging-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';

/** Who judges in every round of the walk, and returns it. */
export const WALKING_JUDGE = 'party-school';

/** Rounds of the southeast that are judged, as far on as a step asks for. */
export class JudgingStage {
  private readonly acts: JudgingActs;

  constructor(
    region: TestRegion,
    officer = 'savings-bank',
    private readonly judge = WALKING_JUDGE,
  ) {
    this.acts = new JudgingActs(region, officer);
  }

  async scoring(): Promise<SeenRoll> {
    const { round } = await this.acts.scoring();
    return this.acts.roll(round.id);
  }

  /** With somebody to judge and something to be judged. */
  async proposed(): Promise<{ roll: SeenRoll; nominationId: string; judgeId: string }> {
    const { round, nominations } = await this.acts.scoring();
    const roll = await this.acts.onRoll('proposeJudges', await this.acts.roll(round.id));
    const judge = nodesOf(roll.judges).find(({ unit }) => unit?.code === this.judge);
    return { roll, nominationId: nominations[0]?.id ?? '', judgeId: judge?.id ?? '' };
  }

  /** One on the roll who was not given anything. */
  async free(): Promise<{ roll: SeenRoll; nominationId: string; judgeId: string }> {
    const { roll, nominationId } = await this.proposed();
    const taken = nodesOf(roll.assignments).map(({ judgeName }) => judgeName);
    const free = nodesOf(roll.judges).find(
      ({ personName, panelKind }) => panelKind === 'RESIDENTS' && !taken.includes(personName),
    );
    return { roll, nominationId, judgeId: free?.id ?? '' };
  }

  /** Given to the judge of the walk, and shown. */
  async settled(): Promise<{ roll: SeenRoll; nominationId: string }> {
    const { roll, nominationId, judgeId } = await this.proposed();
    const sits = nodesOf(roll.assignments).some(({ unit }) => unit?.code === this.judge);
    const given = sits ? roll : await this.acts.onRoll('assignJudge', roll, { nominationId, judgeId });
    return { roll: await this.acts.onRoll('settleAssignments', given), nominationId };
  }

  async saved(): Promise<{ nominationId: string; version: number }> {
    const { nominationId } = await this.settled();
    const { sheet } = await this.acts.save(this.judge, nominationId, ['7', '8']);
    return { nominationId, version: sheet?.version ?? 1 };
  }

  async assignment(): Promise<Versioned> {
    const { roll } = await this.settled();
    return versionOf(nodesOf(roll.assignments)[0]);
  }

  async someJudge(): Promise<Versioned> {
    const { roll } = await this.settled();
    return versionOf(nodesOf(roll.judges)[0]);
  }

  /** What one judge and the returning officer know of, and nobody else, not even of the committee. */
  async hidden(
    other = 'food-market',
  ): Promise<Record<'EvaluationJudge' | 'JudgeAssignment' | 'JudgeConflict' | 'JudgingRoll', string>> {
    const { roll, nominationId } = await this.settled();
    const own = nodesOf(roll.assignments).find(({ unit }) => unit?.code === this.judge);
    const conflict = await this.acts.act(other, 'declareConflict', { nominationId });
    return {
      EvaluationJudge: nodesOf(roll.judges)[0]?.id ?? '',
      JudgeAssignment: own?.id ?? '',
      JudgeConflict: conflict.id,
      JudgingRoll: roll.id,
    };
  }
}

/** What others may not see of judging: in a round of their own network, and in another region. */
export async function hideJudging(world: World) {
  const elsewhere = new JudgingStage(world.other, 'bus-639', 'zhoupu-no3-primary');
  return {
    otherRegion: await elsewhere.hidden('resident-1'),
    drafts: await new JudgingStage(world).hidden(),
  };
}

import { EvaluationActs, PLAIN_ROUND } from '../../support/evaluation-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';

/** Rounds of the southeast, as far on as a step asks for. */
export class EvaluationStage {
  private readonly acts: EvaluationActs;

  constructor(private readonly world: World) {
    this.acts = new EvaluationActs(world);
  }

  input(): object {
    return { networkId: this.world.network('southeast'), ...PLAIN_ROUND };
  }

  async setUp(): Promise<Versioned> {
    return versionOf(await this.acts.setUp());
  }

  async nominating(): Promise<Versioned> {
    return versionOf(await this.acts.nominating());
  }

  /** Copied from another, so that a round has all that it can have. */
  async copied(): Promise<Versioned> {
    const input = { name: '第二轮', periodFrom: '2027-01-01', periodTo: '2027-12-31' };
    const { id } = await this.nominating();
    const copy = await this.acts.act(this.acts.secretary, 'copyEvaluationRound', { id, input });
    return versionOf(await this.acts.act(this.acts.secretary, 'openNominations', copy));
  }

  /** Nominated, with a returning officer: scoring can begin. */
  async ready(): Promise<Versioned> {
    return versionOf(await this.acts.ready());
  }

  async asked(): Promise<Versioned> {
    return versionOf(await this.acts.act(this.acts.secretary, 'askStreetOffice', await this.nominating()));
  }
}

/** What others may not see of evaluations: open elsewhere, and set up by a committee. */
export async function hideEvaluations(world: World) {
  const here = new EvaluationActs(world);
  const beside = new EvaluationActs(world, 'riverside');
  return {
    otherRegion: { EvaluationRound: (await new EvaluationActs(world.other).nominating()).id },
    riverside: { EvaluationRound: (await beside.nominating()).id },
    southeast: { EvaluationRound: (await here.setUp()).id },
    drafts: { EvaluationRound: (await beside.setUp()).id },
  };
}

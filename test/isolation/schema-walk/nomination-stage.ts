import { NominationActs, type SeenNomination } from '../../support/nomination-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { TestRegion } from '../../support/test-region.js';

const GROUPS = { subjectKind: 'BUILDING_GROUP' };
const GROUP = { subjectLabel: '三号楼' };

/** Nominations of the clinic in the southeast, as far on as a step asks for. */
export class NominationStage {
  private readonly acts: NominationActs;

  constructor(private readonly world: World) {
    this.acts = new NominationActs(world);
  }

  /** Of a project, which the case may exchange for another. */
  async input(): Promise<object> {
    const projectId = await this.acts.project();
    return { input: { roundId: await this.acts.nominating(), projectId, statement: '风雨无阻。' } };
  }

  async draft(): Promise<Versioned> {
    return versionOf(await this.acts.draft('clinic', await this.acts.nominating(GROUPS), GROUP));
  }

  async submitted(): Promise<Versioned> {
    return versionOf(await this.acts.submitted('clinic', await this.acts.nominating(GROUPS), GROUP));
  }

  /** Of a project, with facts, by every filter. */
  async filter(): Promise<object> {
    const { world, acts } = this;
    const [roundId, projectId] = [await acts.nominating(), await acts.project()];
    const input = { unitId: world.unit('clinic'), title: '名单', dueOn: '2027-12-31' };
    await acts.projects.act('clinic', 'addProjectStep', { projectId, input });
    await acts.submitted('clinic', roundId, { projectId });
    const unitId = world.unit('clinic');
    return { filter: { networkId: world.network('southeast'), roundId, projectId, unitId } };
  }
}

/** What others may not see of nominations: of units elsewhere, submitted to a committee, and drafts. */
export async function hideNominations(world: World) {
  const beside = await nominate(world, 'riverside-property', 'riverside');
  const before = await nominate(world, 'food-market', 'southeast');
  return {
    otherRegion: { Nomination: (await nominate(world.other, 'clinic', 'southeast')).submitted.id },
    riverside: { Nomination: beside.submitted.id },
    southeast: { Nomination: before.submitted.id },
    drafts: { Nomination: before.draft.id },
  };
}

async function nominate(
  region: TestRegion,
  account: string,
  network: string,
): Promise<Record<'submitted' | 'draft', SeenNomination>> {
  const acts = new NominationActs(region, network);
  const roundId = await acts.nominating(GROUPS);
  return {
    submitted: await acts.submitted(account, roundId, GROUP),
    draft: await acts.draft(account, roundId, { subjectLabel: '四号楼' }),
  };
}

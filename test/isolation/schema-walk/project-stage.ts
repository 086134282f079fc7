import { ProjectActs, type SeenProject } from '../../support/project-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Projects that the market leads, as far on as a step asks for. */
export class ProjectStage {
  private readonly acts: ProjectActs;

  constructor(private readonly world: World) {
    this.acts = new ProjectActs(world);
  }

  category(): Promise<string> {
    return this.acts.needs.category();
  }

  async input(): Promise<object> {
    const need = await this.acts.claimed('clinic', 'food-market');
    return { input: await this.acts.input('food-market', { needIds: [need.id] }) };
  }

  async filter(): Promise<object> {
    await this.hosted();
    const [networkId, leadUnitId] = [this.world.network('southeast'), this.world.unit('food-market')];
    const categoryIds = [await this.category()];
    return {
      filter: { networkId, leadUnitId, categoryIds, unitId: this.world.unit('property-management') },
    };
  }

  async proposed(): Promise<Versioned> {
    return versionOf(await this.acts.start('food-market'));
  }

  async returned(): Promise<Versioned> {
    return versionOf(await this.committee('returnProject', await this.proposed()));
  }

  async planned(): Promise<Versioned> {
    return versionOf(await this.committee('takeProject', await this.proposed()));
  }

  async answered(): Promise<Versioned> {
    return versionOf(await this.lead('fileProjectResult', await this.planned()));
  }

  async hosted(): Promise<Versioned> {
    return versionOf(await this.together());
  }

  async host(): Promise<Versioned> {
    return versionOf((await this.together()).hosts[0]);
  }

  async asked(): Promise<Versioned> {
    const wish = { ...(await this.planned()), unitId: this.world.unit('clinic') };
    return versionOf((await this.lead('askProjectHost', wish)).hosts[0]);
  }

  async step(): Promise<Versioned> {
    const { id: projectId } = await this.planned();
    const input = { unitId: this.world.unit('food-market'), title: '借车', dueOn: '2026-12-01' };
    return versionOf((await this.lead('addProjectStep', { projectId, input })).steps[0]);
  }

  async doneStep(): Promise<Versioned> {
    return versionOf((await this.lead('finishProjectStep', { ...(await this.step()) })).steps[0]);
  }

  async booked(input: object): Promise<{ projectId: string; bookingId: string }> {
    const { id: projectId } = await this.planned();
    const market = this.world.as('food-market');
    const { requestBooking } = await market.ask<{ requestBooking: { id: string } }>(REQUEST, { input });
    return { projectId, bookingId: requestBooking.id };
  }

  async linked(input: object): Promise<object> {
    const link = await this.booked(input);
    await this.lead('linkBookingToProject', link);
    return link;
  }

  private async together(): Promise<SeenProject> {
    const need = await this.acts.claimed('clinic', 'food-market', 'property-management');
    return this.acts.start('food-market', { needIds: [need.id] });
  }

  private lead(...[name, wish]: ActArgs): Promise<SeenProject> {
    return this.acts.act('food-market', name, { ...wish });
  }

  private committee(...[name, wish]: ActArgs): Promise<SeenProject> {
    return this.acts.act('southeast-committee', name, { ...wish });
  }
}

type ActArgs = [name: Parameters<ProjectActs['act']>[1], wish: object];

function versionOf(thing: Versioned | undefined): Versioned {
  if (!thing) throw new Error('It is not there.');
  return { id: thing.id, version: thing.version };
}

/** What others may not see of projects: those of other regions and networks with all that hangs on them, and ideas. */
export async function hideProjects(world: World) {
  const acts = new ProjectActs(world);
  const idea = await acts.start('savings-bank');
  const returned = await acts.act('southeast-committee', 'returnProject', await acts.start('savings-bank'));
  const mine = await acts.start('southeast-committee');
  const unitId = world.unit('savings-bank');
  const { hosts } = await acts.act('southeast-committee', 'askProjectHost', { ...mine, unitId });
  return {
    otherRegion: await taken(world.other, 'southeast', 'clinic'),
    riverside: await taken(world, 'riverside', 'riverside-primary'),
    southeast: { Project: idea.id, ProjectHost: versionOf(hosts[0]).id },
    drafts: { Project: returned.id },
  };
}

/** With a unit that takes part, a step and a note. */
async function taken(region: TestRegion, network: string, unit: string) {
  const acts = new ProjectActs(region);
  const committee = `${network}-committee`;
  const project = await acts.start(committee, {}, network);
  const asked = await acts.act(committee, 'askProjectHost', { ...project, unitId: region.unit(unit) });
  const host = versionOf(asked.hosts[0]);
  await acts.act(unit, 'answerProjectHost', { ...host, accept: true });
  const input = { unitId: region.unit(unit), title: '步骤', dueOn: '2026-12-01' };
  const { steps } = await acts.act(unit, 'addProjectStep', { projectId: project.id, input });
  await acts.act(unit, 'noteProjectProgress', { projectId: project.id, text: '进展' });
  type Noted = { project: { notes: { edges: { node: { id: string } }[] } } };
  const { project: noted } = await acts
    .client(unit)
    .ask<Noted>(`query ($id: ID!) { project(id: $id) { notes(first: 1) { edges { node { id } } } } }`, {
      id: project.id,
    });
  const [note] = noted.notes.edges;
  if (!note) throw new Error('Nothing was noted.');
  return {
    Project: project.id,
    ProjectHost: host.id,
    ProjectStep: versionOf(steps[0]).id,
    ProjectNote: note.node.id,
  };
}

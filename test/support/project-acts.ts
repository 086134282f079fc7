import { ClaimActs } from './claim-acts.js';
import { NeedActs, type SeenNeed } from './need-acts.js';
import type { TestRegion } from './test-region.js';

const FIELDS = `id version state title reason result resultHeads resultHours reopenings startedBy { code } lead { code }
  hosts { id version state reason unit { code } } steps { id version place title dueOn doneAt doneNote overdue unit { code } }
  needs { id state answer reason }`;

/** Acts on a project, and what they take. */
const PROJECT_STEPS = {
  startProject: ['input: StartProjectInput!'],
  updateProject: ['id: ID!', 'version: Int!', 'input: UpdateProjectInput!'],
  takeProject: ['id: ID!', 'version: Int!'],
  returnProject: ['id: ID!', 'version: Int!', 'reason: String!'],
  proposeProject: ['id: ID!', 'version: Int!'],
  withdrawProject: ['id: ID!', 'version: Int!'],
  nameProjectLead: ['id: ID!', 'version: Int!', 'unitId: ID!'],
  beginProject: ['id: ID!', 'version: Int!'],
  fileProjectResult: ['id: ID!', 'version: Int!', 'result: String!', 'heads: Int', 'hours: Decimal'],
  closeProject: ['id: ID!', 'version: Int!'],
  reopenProject: ['id: ID!', 'version: Int!', 'reason: String!'],
  stopProject: ['id: ID!', 'version: Int!', 'reason: String!'],
  askProjectHost: ['id: ID!', 'version: Int!', 'unitId: ID!'],
  answerProjectHost: ['id: ID!', 'version: Int!', 'accept: Boolean!', 'reason: String'],
  withdrawProjectHost: ['id: ID!', 'version: Int!'],
  leaveProject: ['id: ID!', 'version: Int!', 'reason: String!'],
  addProjectStep: ['projectId: ID!', 'input: AddProjectStepInput!'],
  updateProjectStep: ['id: ID!', 'version: Int!', 'input: UpdateProjectStepInput!'],
  moveProjectStep: ['id: ID!', 'version: Int!', 'place: Int!'],
  removeProjectStep: ['id: ID!', 'version: Int!'],
  finishProjectStep: ['id: ID!', 'version: Int!', 'note: String'],
  unfinishProjectStep: ['id: ID!', 'version: Int!'],
  noteProjectProgress: ['projectId: ID!', 'text: String!'],
  linkBookingToProject: ['projectId: ID!', 'bookingId: ID!'],
  unlinkBookingFromProject: ['projectId: ID!', 'bookingId: ID!'],
} as const satisfies Record<string, readonly string[]>;
export type ProjectStepName = keyof typeof PROJECT_STEPS;

interface Seen {
  readonly id: string;
  readonly version: number;
}
type ByUnit = { readonly unit: { readonly code: string } };

export interface SeenProject extends Seen {
  readonly state: string;
  readonly title: string;
  readonly reason: string | null;
  readonly result: string | null;
  readonly resultHeads: number | null;
  readonly resultHours: string | null;
  readonly reopenings: number;
  readonly startedBy: { readonly code: string };
  readonly lead: { readonly code: string };
  readonly hosts: readonly (Seen & ByUnit & { readonly state: string; readonly reason: string | null })[];
  readonly steps: readonly (Seen &
    ByUnit & {
      readonly place: number;
      readonly title: string;
      readonly doneAt: string | null;
      readonly doneNote: string | null;
      readonly overdue: boolean;
    })[];
  readonly needs: readonly { id: string; state: string; answer: string | null; reason: string | null }[];
}

/** What an act answers: the project, or why not. */
export type ProjectOutcome = Partial<SeenProject> & {
  readonly __typename: string;
  readonly message?: string;
  readonly currentState?: string;
};

/** Variables; a reason and a result are made up where none is said. */
type Wish = Readonly<Record<string, unknown>> | SeenProject;

export function projectStep(name: ProjectStepName, more: 'onBehalfOf' | 'tryOnly' | null = null): string {
  const extra = more === null ? [] : [`${more}: ${more === 'tryOnly' ? 'Boolean' : 'ID'}`];
  const all: string[] = [...PROJECT_STEPS[name], ...extra];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on Project { ${FIELDS} } ... on Refusal { message } ... on WrongState { currentState }
    }
  }`;
}

/** Starts and moves projects as people would, over HTTP. */
export class ProjectActs {
  readonly needs: NeedActs;
  readonly claims: ClaimActs;

  constructor(private readonly world: TestRegion) {
    this.needs = new NeedActs(world);
    this.claims = new ClaimActs(world);
  }

  /** A need of that unit which these units have claimed. */
  async claimed(haver: string, ...claimants: string[]): Promise<SeenNeed> {
    const need = await this.needs.open(haver, { places: Math.max(claimants.length, 1) });
    for (const account of claimants) {
      const outcome = await this.claims.tryClaim(account, need.id);
      if (outcome.__typename !== 'Claim') throw new Error(`No claim: ${JSON.stringify(outcome)}`);
    }
    return this.need(need.id);
  }

  async need(id: string): Promise<SeenNeed> {
    const query = `query ($id: ID!) { need(id: $id) { id state version reason answer reopenings closedOnBehalf } }`;
    return (await this.world.actingAs('southeast-committee').ask<{ need: SeenNeed }>(query, { id })).need;
  }

  /** One that `account` starts and leads, unless `changes` say otherwise. */
  async start(account: string, changes: object = {}, network = 'southeast'): Promise<SeenProject> {
    return this.act(account, 'startProject', { input: await this.input(account, changes, network) });
  }

  async input(account: string, changes: object = {}, network = 'southeast'): Promise<object> {
    return {
      networkId: this.world.network(network),
      leadUnitId: this.world.unit(account),
      categoryId: await this.needs.category(network),
      title: '体检接送',
      what: '每周三接送老人。',
      ...changes,
    };
  }

  /** An act that is expected to be granted. */
  async act(account: string, name: ProjectStepName, variables: Wish): Promise<SeenProject> {
    const outcome = await this.tryAct(account, name, variables);
    if (outcome.__typename !== 'Project') throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenProject;
  }

  /** Whatever it answers; for an error its code. */
  async tryAct(
    account: string,
    name: ProjectStepName,
    variables: Wish,
    client = this.world.actingAs(account),
  ): Promise<ProjectOutcome> {
    const more = 'onBehalfOf' in variables ? 'onBehalfOf' : 'tryOnly' in variables ? 'tryOnly' : null;
    const { data, errors } = await client.tryAsk<Record<ProjectStepName, ProjectOutcome>>(
      projectStep(name, more),
      { ...variables, reason: variables.reason ?? '说明', result: variables.result ?? '办好了' },
    );
    const [error] = errors ?? [];
    if (error) return { __typename: error.extensions.code, message: error.message };
    if (!data) throw new Error(`${name} answered nothing.`);
    return data[name];
  }

  async see(account: string, id: string): Promise<SeenProject | null> {
    const query = `query ($id: ID!) { project(id: $id) { ${FIELDS} } }`;
    return (await this.world.actingAs(account).ask<{ project: SeenProject | null }>(query, { id })).project;
  }
}

/** A project of the Southeast that is taken, with the units that take part in it; its id. */
export async function startHosted(
  acts: ProjectActs,
  world: TestRegion,
  { title, lead, coHosts }: { title: string; lead: string; coHosts: readonly string[] },
): Promise<string> {
  const started = await acts.start(lead, { title });
  let project = await acts.act('southeast-officer', 'takeProject', started);
  for (const unit of coHosts) {
    const unitId = world.unit(unit);
    project = await acts.act(lead, 'askProjectHost', { id: project.id, version: project.version, unitId });
    const host = project.hosts.find((one) => one.unit.code === unit);
    project = await acts.act(unit, 'answerProjectHost', {
      id: host?.id,
      version: host?.version,
      accept: true,
    });
  }
  return project.id;
}

import { EvaluationActs } from './evaluation-acts.js';
import { ProjectActs } from './project-acts.js';
import type { TestRegion } from './test-region.js';

const FACTS = `facts { kind measure amount sixtieths countedOver }`;
const FIELDS = `id version state title statement reason subjectLabel submittedAt unit { code } subjectUnit { code } responsibleUnit { code } coHosts { code } project { title }
  round { name state } finalistOf { id } files { name } ${FACTS}`;

/** Acts on nominations, and what they take. */
const NOMINATION_ACTS = {
  createNomination: ['input: CreateNominationInput!'],
  updateNomination: ['id: ID!', 'version: Int!', 'input: UpdateNominationInput!'],
  submitNomination: ['id: ID!', 'version: Int!'],
  withdrawNomination: ['id: ID!', 'version: Int!'],
  returnNomination: ['id: ID!', 'version: Int!', 'reason: String!'],
} as const satisfies Record<string, readonly string[]>;
export type NominationActName = keyof typeof NOMINATION_ACTS;

export interface SeenFact {
  readonly kind: string;
  readonly measure: string | null;
  readonly amount: string;
  readonly sixtieths: string;
  readonly countedOver: number | null;
}

export interface SeenNomination {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly statement: string;
  readonly reason: string | null;
  readonly subjectLabel: string | null;
  readonly submittedAt: string | null;
  readonly unit: { readonly code: string } | null;
  readonly subjectUnit: { readonly code: string } | null;
  readonly responsibleUnit: { readonly code: string } | null;
  readonly coHosts: readonly { readonly code: string }[];
  readonly project: { readonly title: string } | null;
  readonly round: { readonly name: string; readonly state: string } | null;
  readonly finalistOf: { readonly id: string } | null;
  readonly files: readonly { readonly name: string }[];
  readonly facts: readonly SeenFact[];
}

/** What an act answers: the nomination, or why not; of an error its code and what is wrong. */
export type NominationOutcome = Partial<SeenNomination> & {
  readonly __typename: string;
  readonly message?: string;
};

/** Variables; a reason and a statement are made up where none is said. */
type Wish = Readonly<Record<string, unknown>> | SeenNomination;

export function nominationAct(name: NominationActName, more: 'onBehalfOf' | 'tryOnly' | null = null): string {
  const extra = more === null ? [] : [`${more}: ${more === 'tryOnly' ? 'Boolean' : 'ID'}`];
  const all: string[] = [...NOMINATION_ACTS[name], ...extra];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on Nomination { ${FIELDS} } ... on Refusal { message }
    }
  }`;
}

/** Nominates as people would, over HTTP. */
export class NominationActs {
  readonly projects: ProjectActs;
  readonly rounds: EvaluationActs;

  constructor(
    private readonly region: TestRegion,
    network = 'southeast',
  ) {
    this.rounds = new EvaluationActs(region, network);
    this.projects = new ProjectActs(region);
  }

  /** A project of the network that the clinic leads and the bus fleet takes part in. */
  async project(): Promise<string> {
    const need = await this.projects.claimed('southeast-committee', 'clinic', 'bus-639');
    return (await this.projects.start('clinic', { needIds: [need.id] })).id;
  }

  /** A round that is open for nominations. */
  async nominating(changes: object = {}): Promise<string> {
    return (await this.rounds.nominating(changes)).id;
  }

  /** Scoring begins, with the property manager as returning officer. */
  async score(roundId: string): Promise<void> {
    const round = await this.rounds.appointed(await this.rounds.see(roundId), 'property-management');
    await this.rounds.act(this.rounds.secretary, 'beginScoring', round);
  }

  /** Of its unit alone. */
  async draft(account: string, roundId: string, subject: object): Promise<SeenNomination> {
    return this.act(account, 'createNomination', { input: { roundId, ...subject } });
  }

  async submitted(account: string, roundId: string, subject: object): Promise<SeenNomination> {
    return this.act(account, 'submitNomination', await this.draft(account, roundId, subject));
  }

  /** An act that is expected to be granted. */
  async act(account: string, name: NominationActName, variables: Wish): Promise<SeenNomination> {
    const outcome = await this.tryAct(account, name, variables);
    if (outcome.__typename !== 'Nomination')
      throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenNomination;
  }

  async tryAct(account: string, name: NominationActName, wish: Wish): Promise<NominationOutcome> {
    const variables: Record<string, unknown> = { reason: '请补充材料', ...wish };
    variables['reason'] ??= '请补充材料';
    const input = variables['input'] as object | undefined;
    const more = 'onBehalfOf' in variables ? 'onBehalfOf' : 'tryOnly' in variables ? 'tryOnly' : null;
    const [holder = '', unit] = account.split('@');
    const client = unit === undefined ? this.region.actingAs(holder) : this.region.as(holder, { unit });
    const { data, errors } = await client.tryAsk<Record<NominationActName, NominationOutcome>>(
      nominationAct(name, more),
      {
        ...variables,
        input: { statement: '每周三接送老人体检，风雨无阻。', ...input },
      },
    );
    const [error] = errors ?? [];
    if (error) {
      const { code, fields } = error.extensions;
      const [field] = fields ?? [];
      return { __typename: code, message: field ? `${field.path}: ${field.message}` : error.message };
    }
    if (!data) throw new Error(`${name} answered nothing.`);
    return data[name];
  }

  async see(account: string, id: string): Promise<SeenNomination | null> {
    const query = `query ($id: ID!) { nomination(id: $id) { ${FIELDS} } }`;
    const { nomination } = await this.region
      .actingAs(account)
      .ask<{ nomination: SeenNomination | null }>(query, { id });
    return nomination;
  }

  /** Ids of what a list gives, at most 100. */
  async listIds(account: string, filter: object = {}): Promise<string[]> {
    const query = `query ($filter: NominationFilter!) { nominations(filter: $filter, first: 100) { edges { node { id } } } }`;
    type Answer = { nominations: { edges: { node: { id: string } }[] } };
    const { nominations } = await this.region.actingAs(account).ask<Answer>(query, { filter });
    return nominations.edges.map(({ node }) => node.id);
  }
}

import { findGlobalId } from '#graphql';
import { queryAsSuperuser } from './cluster.js';
import type { TestRegion } from './test-region.js';
import type { World } from './world.js';

export const ROUND = `id version state name subjectKind periodFrom periodTo nominationsUntil scoringUntil noticeWorkingDays
  isStreetOffice returningPersonName returningUnit { code } copiedFrom { id } finalistsOf { id } finalistPlaces leftOutFinalists
  openedAt scoringAt deliberatingAt publishedAt finalAt cancelledAt reason
  rules { scaleMin scaleMax scaleStep minimumSheets sheetsPerPanel isFrozen }
  criteria { position name description weight } panels { kind weight }
  awards { position name places minScore points coHostPoints }`;

/** Acts on rounds, and what they take. */
const ROUND_ACTS = {
  createEvaluationRound: ['input: CreateEvaluationRoundInput!'],
  updateEvaluationRound: ['id: ID!', 'version: Int!', 'input: UpdateEvaluationRoundInput!'],
  copyEvaluationRound: ['id: ID!', 'input: CopyEvaluationRoundInput!'],
  openNominations: ['id: ID!', 'version: Int!'],
  beginScoring: ['id: ID!', 'version: Int!'],
  cancelEvaluationRound: ['id: ID!', 'version: Int!', 'reason: String!'],
  appointReturningOfficer: ['id: ID!', 'version: Int!', 'postId: ID!'],
  askStreetOffice: ['id: ID!', 'version: Int!'],
  acceptReturningOffice: ['id: ID!'],
} as const satisfies Record<string, readonly string[]>;
export type RoundActName = keyof typeof ROUND_ACTS;
export const ROUND_ACT_NAMES = Object.keys(ROUND_ACTS) as RoundActName[];

export type RoundState =
  'SETUP' | 'NOMINATING' | 'SCORING' | 'DELIBERATING' | 'PUBLIC_NOTICE' | 'FINAL' | 'CANCELLED';

export interface SeenRound {
  readonly id: string;
  readonly version: number;
  readonly state: RoundState;
  readonly name: string;
  readonly subjectKind: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly nominationsUntil: string | null;
  readonly scoringUntil: string | null;
  readonly noticeWorkingDays: number;
  readonly isStreetOffice: boolean;
  readonly returningPersonName: string | null;
  readonly returningUnit: { readonly code: string } | null;
  readonly copiedFrom: { readonly id: string } | null;
  readonly finalistsOf: { readonly id: string } | null;
  readonly finalistPlaces: number | null;
  readonly leftOutFinalists: readonly string[];
  readonly openedAt: string | null;
  readonly publishedAt: string | null;
  readonly reason: string | null;
  readonly rules: {
    readonly scaleMin: string;
    readonly scaleMax: string;
    readonly scaleStep: string;
    readonly minimumSheets: number;
    readonly sheetsPerPanel: number;
    readonly isFrozen: boolean;
  } | null;
  readonly criteria: readonly {
    readonly position: number;
    readonly name: string;
    readonly description: string | null;
    readonly weight: string;
  }[];
  readonly panels: readonly { readonly kind: string; readonly weight: string }[];
  readonly awards: readonly {
    readonly position: number;
    readonly name: string;
    readonly places: number | null;
    readonly minScore: string | null;
    readonly points: number;
    readonly coHostPoints: number;
  }[];
}

/** What an act answers: a round, or why not; of an error its code. */
export type RoundOutcome = Partial<SeenRound> & {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; message: string }[];
};

export function roundAct(name: RoundActName, isTried = false): string {
  const all: string[] = [...ROUND_ACTS[name], ...(isTried ? ['tryOnly: Boolean'] : [])];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  const refusal = name === 'createEvaluationRound' ? '' : '... on Refusal { message }';
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on EvaluationRound { ${ROUND} } ${refusal}
    }
  }`;
}

const NOMINATE = `mutation ($input: CreateNominationInput!) { createNomination(input: $input) { ... on Nomination { id version } } }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!) { submitNomination(id: $id, version: $version) { __typename } }`;

/** Two criteria, three panels and two tiers: what one would set up. */
export const PLAIN_ROUND = {
  name: '2026 年度项目评比',
  subjectKind: 'PROJECT',
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  criteria: [
    { name: '居民受益', weight: '60', description: '惠及多少居民' },
    { name: '可持续性', weight: '40' },
  ],
  panels: [
    { kind: 'COMMITTEE', weight: '30' },
    { kind: 'PARTNER_UNITS', weight: '30' },
    { kind: 'RESIDENTS', weight: '40' },
  ],
  awards: [
    { name: '一等奖', places: 1, points: 30, coHostPoints: 10 },
    { name: '二等奖', places: 2, points: 20, coHostPoints: 5 },
  ],
};

/** Sets up rounds of a network and moves them on as people would, over HTTP. */
export class EvaluationActs {
  constructor(
    readonly region: TestRegion,
    readonly network = 'southeast',
  ) {}

  get secretary(): string {
    return `${this.network}-committee`;
  }

  input(changes: object = {}): object {
    return { networkId: this.region.network(this.network), ...PLAIN_ROUND, ...changes };
  }

  setUp(changes: object = {}): Promise<SeenRound> {
    return this.act(this.secretary, 'createEvaluationRound', { input: this.input(changes) });
  }

  async nominating(changes: object = {}): Promise<SeenRound> {
    return this.act(this.secretary, 'openNominations', await this.setUp(changes));
  }

  /** Of units, with a returning officer and one that has nominated itself: scoring can begin. */
  async ready(changes: object = {}): Promise<SeenRound> {
    const round = await this.nominating({ subjectKind: 'UNIT', ...changes });
    await this.nominate(round);
    return this.appointed(round, 'savings-bank');
  }

  /** In a round of units, a unit itself. */
  async nominate({ id: roundId }: { readonly id: string }, account = 'clinic'): Promise<void> {
    const input = { roundId, subjectUnitId: this.region.unit(account), statement: '一年来' };
    const client = this.region.as(account);
    type Drafted = { createNomination: object };
    const { createNomination } = await client.ask<Drafted>(NOMINATE, { input });
    await client.ask(SUBMIT, createNomination);
  }

  /** Through the only post of that account, or through the one in that unit. */
  appointed(round: SeenRound, account: string, unit?: string): Promise<SeenRound> {
    const postId = this.region.post(account, unit === undefined ? {} : { unit });
    return this.act(this.secretary, 'appointReturningOfficer', { ...round, postId });
  }

  async round(account: string, id: string): Promise<SeenRound | null> {
    const query = `query ($id: ID!) { evaluationRound(id: $id) { ${ROUND} } }`;
    type Answer = { evaluationRound: SeenRound | null };
    return (await this.region.actingAs(account).ask<Answer>(query, { id })).evaluationRound;
  }

  async see(id: string): Promise<SeenRound> {
    const round = await this.round(this.secretary, id);
    if (!round) throw new Error('There is no such round.');
    return round;
  }

  /** An act that is expected to be granted. */
  async act(account: string, name: RoundActName, variables: object): Promise<SeenRound> {
    const outcome = await this.tryAct(account, name, variables);
    if (outcome.__typename !== 'EvaluationRound') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenRound;
  }

  async tryAct(account: string, name: RoundActName, variables: object): Promise<RoundOutcome> {
    const { data, errors } = await this.region
      .actingAs(account)
      .tryAsk<Record<RoundActName, RoundOutcome>>(roundAct(name, 'tryOnly' in variables), {
        ...variables,
        reason: Reflect.get(variables, 'reason') ?? '说明',
      });
    const [error] = errors ?? [];
    if (!error) return data?.[name] ?? { __typename: 'nothing' };
    const { code, fields } = error.extensions;
    return { __typename: code, message: error.message, ...(fields && { fields }) };
  }
}

const STAMPS = ['opened_at', 'scoring_at', 'deliberating_at', 'published_at', 'final_at'] as const;
const STATES = ['SETUP', 'NOMINATING', 'SCORING', 'DELIBERATING', 'PUBLIC_NOTICE', 'FINAL'] as const;

/**
 * Puts a round into a state without what leads there, for tests of what follows from the state alone: its row as it
 * would be, its rules open or frozen.
 */
export async function putInState(world: World, { id }: SeenRound, state: RoundState): Promise<void> {
  const reached = state === 'CANCELLED' ? 1 : STATES.indexOf(state);
  const stamps = STAMPS.map((stamp, at) => `${stamp} = ${at < reached ? 'updated_at' : 'NULL'}`);
  const ended = state === 'CANCELLED' ? `cancelled_at = updated_at, reason = '说明'` : 'cancelled_at = NULL';
  const { id: roundId } = findGlobalId(['EvaluationRound'], id) ?? { id: '' };
  const readers = `is_open = ${reached > 0}, is_frozen = ${reached > 1}`;
  const parts = ['evaluation_criterion', 'evaluation_panel', 'evaluation_award'];
  const statements = [
    `UPDATE evaluation_round SET state = '${state}', ${stamps.join(', ')}, ${ended} WHERE id = '${roundId}'`,
    `UPDATE evaluation_rules SET ${readers} WHERE id = '${roundId}'`,
    ...parts.map((part) => `UPDATE ${part} SET ${readers} WHERE round_id = '${roundId}'`),
  ];
  await queryAsSuperuser(statements.join(';'), world.api.database.name);
}

import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from './cluster.js';
import { EXAMPLE } from './example-file.js';
import type { SeenRound } from './evaluation-acts.js';
import { JudgingActs, nodesOf, type SeenAssignment } from './judging-acts.js';
import type { SeenNomination } from './nomination-acts.js';
import type { World } from './world.js';

const FIGURE = 'exact shown';
const RESULT = `id version number state reasons { act text } changes { title before { rank award } after { rank award } }
  withheldAwards { name } sureness { tried otherFirstThree otherOrder } surenessText computedAt publishedAt noticeUntil isNoticeProvisional
  finalAt chatText`;
const STANDING = `id rank points award { name } nomination { id title } account {
  minimumSheets score { ${FIGURE} } panels { kind weight sheetsCounted sheetsSetAside leftOut effectiveWeight { ${FIGURE} } subtotal { ${FIGURE} }
    criteria { position weight scores { score isTrimmed } mean { ${FIGURE} } product { ${FIGURE} } } } }`;
const ROUND = 'id version state';
const OBJECTION = `id version state text isForStreetOffice onBehalf ruling ruledByUnit { code } unit { code } nomination { title } chatText`;

/** Acts on results and objections, and what they take. */
const RESULT_ACTS = {
  closeScoring: ['id: ID!', 'version: Int!'],
  setSheetAside: ['id: ID!', 'version: Int!', 'reason: String!'],
  excludeNomination: ['id: ID!', 'version: Int!', 'reason: String!'],
  readmitNomination: ['id: ID!', 'version: Int!', 'reason: String!'],
  withholdAward: ['id: ID!', 'version: Int!', 'position: Int!', 'reason: String!'],
  restoreAward: ['id: ID!', 'version: Int!', 'position: Int!', 'reason: String!'],
  publishResult: ['id: ID!', 'version: Int!'],
  finaliseResult: ['id: ID!', 'version: Int!'],
  fileObjection: ['roundId: ID!', 'nominationId: ID', 'text: String!'],
  ruleOnObjection: ['id: ID!', 'version: Int!', 'upheld: Boolean!', 'reason: String!'],
  passObjectionOn: ['id: ID!', 'version: Int!'],
  withdrawEvaluationObjection: ['id: ID!', 'version: Int!'],
} as const satisfies Record<string, readonly string[]>;
export type ResultActName = keyof typeof RESULT_ACTS;

interface Figure {
  readonly exact: string;
  readonly shown: string;
}
type Placing = { readonly rank: number | null; readonly award: string | null } | null;
type Edges<Node> = { readonly edges: readonly { readonly node: Node }[] };

export interface SeenStanding {
  readonly id: string;
  readonly rank: number | null;
  readonly points: number;
  readonly award: { readonly name: string } | null;
  readonly nomination: { readonly id: string; readonly title: string } | null;
  readonly account: {
    readonly minimumSheets: number;
    readonly score: Figure | null;
    readonly panels: readonly {
      readonly kind: string;
      readonly weight: string;
      readonly sheetsCounted: number;
      readonly sheetsSetAside: number;
      readonly leftOut: string | null;
      readonly effectiveWeight: Figure | null;
      readonly subtotal: Figure | null;
      readonly criteria: readonly {
        readonly position: number;
        readonly weight: string;
        readonly scores: readonly { readonly score: string; readonly isTrimmed: boolean }[];
        readonly mean: Figure;
        readonly product: Figure;
      }[];
    }[];
  } | null;
}

export interface SeenResult {
  readonly id: string;
  readonly version: number;
  readonly number: number | null;
  readonly state: string;
  readonly reasons: readonly { readonly act: string; readonly text: string | null }[];
  readonly changes: readonly { readonly title: string; readonly before: Placing; readonly after: Placing }[];
  readonly withheldAwards: readonly { readonly name: string }[];
  readonly sureness: {
    readonly tried: number;
    readonly otherFirstThree: number;
    readonly otherOrder: number;
  };
  readonly surenessText: string;
  readonly publishedAt: string | null;
  readonly noticeUntil: string | null;
  readonly isNoticeProvisional: boolean | null;
  readonly finalAt: string | null;
  readonly chatText: string | null;
}

export interface SeenObjection {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly text: string;
  readonly isForStreetOffice: boolean;
  readonly onBehalf: boolean;
  readonly ruling: string | null;
  readonly ruledByUnit: { readonly code: string } | null;
  readonly unit: { readonly code: string } | null;
  readonly nomination: { readonly title: string } | null;
  readonly chatText: string;
}

export interface SeenResults {
  readonly state: string;
  readonly results: Edges<SeenResult>;
  readonly currentResult: SeenResult | null;
  readonly draftResult: SeenResult | null;
  readonly objections: Edges<SeenObjection>;
}

/** What an act answers: a round or an objection, or why not; of an error its code. */
export type ResultOutcome = Partial<SeenObjection> & {
  readonly __typename: string;
  readonly message?: string;
  readonly missing?: readonly { judgeName: string; panelKind: string; nominationTitle: string }[];
};

type Scored = { readonly round: SeenRound; readonly nominations: readonly SeenNomination[] };
/** What a judge gives a nomination, by the place of the sheet among those of the nomination and of the nomination itself. */
export type ScoreOf = (sheet: number, nomination: number) => readonly string[];

/** One panel of partner units, so that a round of three nominations takes nine sheets. */
export const PARTNERS_ALONE = { panels: [{ kind: 'PARTNER_UNITS', weight: '100' }] };
export const GROUPS: readonly (readonly [string, { subjectLabel: string }])[] = [
  ['clinic', { subjectLabel: '一号楼组' }],
  ['food-market', { subjectLabel: '二号楼组' }],
  ['bus-639', { subjectLabel: '三号楼组' }],
];

export function resultAct(name: ResultActName, more: 'onBehalfOf' | 'tryOnly' | null = null): string {
  const extra = more === null ? [] : [`${more}: ${more === 'tryOnly' ? 'Boolean' : 'ID'}`];
  const all: string[] = [...RESULT_ACTS[name], ...extra];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  const outcome = name.includes('Objection')
    ? `... on EvaluationObjection { ${OBJECTION} }`
    : `... on EvaluationRound { ${ROUND} }`;
  const missing =
    name === 'closeScoring' ? '... on SheetsMissing { missing { judgeName panelKind nominationTitle } }' : '';
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) { __typename ${outcome} ${missing} ... on Refusal { message } } }`;
}

/** Brings rounds from their sheets to a result, as people would, over HTTP. */
export class ResultActs {
  readonly judging: JudgingActs;

  constructor(
    readonly world: World,
    readonly officer = 'savings-bank',
  ) {
    this.judging = new JudgingActs(world, officer);
  }

  get secretary(): string {
    return this.judging.rounds.secretary;
  }

  /** Every sheet is in, of judges whom the case knows; by default each nomination gets less than the one before. */
  async scored(
    {
      subjects = GROUPS,
      changes = PARTNERS_ALONE,
    }: { subjects?: readonly (readonly [string, object])[]; changes?: object } = {},
    scoreOf: ScoreOf = (_sheet, nomination) => [String(90 - 10 * nomination), '80'],
  ): Promise<Scored> {
    const { round, nominations, roll } = await this.judging.settled(subjects, changes);
    const seen = new Map<string, number>();
    for (const { nomination, ...assignment } of nodesOf(roll.assignments)) {
      const id = nomination?.id ?? '';
      if (!findPost(assignment)) {
        const { version } = assignment;
        await this.judging.tryAct(this.officer, 'dropAssignment', { id: assignment.id, version });
        continue;
      }
      const sheet = seen.get(id) ?? 0;
      seen.set(id, sheet + 1);
      const at = nominations.findIndex((one) => one.id === id);
      await this.judging.submitted(judgeOf(assignment), id, scoreOf(sheet, at));
    }
    return { round, nominations };
  }

  async closed(...of: Parameters<ResultActs['scored']>): Promise<Scored> {
    const { round, nominations } = await this.scored(...of);
    return { round: await this.onRound('closeScoring', round, {}, this.officer), nominations };
  }

  async published(...of: Parameters<ResultActs['scored']>): Promise<Scored> {
    const { round, nominations } = await this.closed(...of);
    return { round: await this.onRound('publishResult', round), nominations };
  }

  /** The clock goes on to the end of the notice. */
  async final(...of: Parameters<ResultActs['scored']>): Promise<Scored> {
    const { round, nominations } = await this.published(...of);
    await this.passNotice(round);
    return { round: await this.onRound('finaliseResult', round), nominations };
  }

  async passNotice({ id }: { readonly id: string }): Promise<void> {
    const { currentResult } = await this.see(this.secretary, id);
    this.world.clock.set(new Date(currentResult?.noticeUntil ?? ''));
  }

  async findResults(account: string, id: string): Promise<SeenResults | null> {
    const query = `query ($id: ID!) { evaluationRound(id: $id) { state results(first: 20) { edges { node { ${RESULT} } } }
      currentResult { ${RESULT} } draftResult { ${RESULT} } objections(first: 50) { edges { node { ${OBJECTION} } } } } }`;
    type Answer = { evaluationRound: SeenResults | null };
    return (await this.judging.clientOf(account).ask<Answer>(query, { id })).evaluationRound;
  }

  async see(account: string, id: string): Promise<SeenResults> {
    const seen = await this.findResults(account, id);
    if (!seen) throw new Error(`${account} sees no such round.`);
    return seen;
  }

  /** The ranking of a result, with how scores came about as far as the account reads that; null for what it does not see. */
  async standings(account: string, result: { readonly id: string } | null): Promise<SeenStanding[] | null> {
    const query = `query ($id: ID!) { node(id: $id) { ... on EvaluationResult { standings(first: 30) { edges { node { ${STANDING} } } } } } }`;
    type Answer = { node: { standings: Edges<SeenStanding> } | null };
    const { node } = await this.judging.clientOf(account).ask<Answer>(query, { id: result?.id });
    return node && nodesOf(node.standings);
  }

  /** The round as it is then, of an act that is expected to be granted. */
  async onRound(
    name: ResultActName,
    thing: { readonly id: string },
    more: object = {},
    account = this.secretary,
  ): Promise<SeenRound> {
    const outcome = await this.tryAct(account, name, { ...thing, ...more });
    if (outcome.__typename !== 'EvaluationRound') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as unknown as SeenRound;
  }

  async file(account: string, round: { readonly id: string }, more: object = {}): Promise<SeenObjection> {
    const outcome = await this.tryAct(account, 'fileObjection', { roundId: round.id, ...more });
    if (outcome.__typename !== 'EvaluationObjection') throw new Error(JSON.stringify(outcome));
    return outcome as SeenObjection;
  }

  /** Since it was filed every secretary has come to have a conflict. */
  async conflicted(): Promise<SeenObjection> {
    const subjects = [[this.secretary, { subjectLabel: '九号楼组' }]] as const;
    const { round } = await this.published({ subjects });
    const objection = await this.file('police-post', round);
    const id = fromGlobalId('EvaluationObjection', objection.id) ?? '';
    const flag = `UPDATE evaluation_objection SET is_for_street_office = false WHERE id = '${id}'`;
    await queryAsSuperuser(flag, this.world.api.database.name);
    return objection;
  }

  async tryAct(account: string, name: ResultActName, variables: object): Promise<ResultOutcome> {
    const more = 'onBehalfOf' in variables ? 'onBehalfOf' : 'tryOnly' in variables ? 'tryOnly' : null;
    const { data, errors } = await this.judging
      .clientOf(account)
      .tryAsk<Record<ResultActName, ResultOutcome>>(resultAct(name, more), {
        position: 1,
        upheld: false,
        ...variables,
        reason: Reflect.get(variables, 'reason') ?? '经核实',
        text: Reflect.get(variables, 'text') ?? '名次有误',
      });
    const [error] = errors ?? [];
    if (error) return { __typename: error.extensions.code, message: error.message };
    return data?.[name] ?? { __typename: 'nothing' };
  }
}

/** The account of a judge of the case, and the post. */
export function judgeOf(assignment: Pick<SeenAssignment, 'judgeName' | 'unit'>): string {
  const post = findPost(assignment);
  if (!post) throw new Error(`${assignment.judgeName} holds no post in the case.`);
  return post.account === 'cross-posted' ? `cross-posted@${post.unit}` : post.account;
}

/** Null for somebody who was appointed since. */
function findPost({ judgeName, unit }: Pick<SeenAssignment, 'judgeName' | 'unit'>) {
  const { posts } = EXAMPLE.roster;
  return posts.find((one) => one.name === judgeName && (one.unit === unit?.code || unit === null)) ?? null;
}

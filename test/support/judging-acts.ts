import { EvaluationActs, type SeenRound } from './evaluation-acts.js';
import { NominationActs, type SeenNomination } from './nomination-acts.js';
import type { TestClient } from './test-client.js';
import type { TestRegion } from './test-region.js';

const SHEET = 'sheet { id version scores comment isSubmitted }';
const ASSIGNMENT = `id version state ground reason panelKind judgeName unit { code } nomination { id title } round { id state } ${SHEET}`;
const ROLL = `id version settledAt round { id }
  assignments(first: 100) { edges { node { ${ASSIGNMENT} } } }
  judges(first: 100) { edges { node { id version panelKind personName excusedAt excuse unit { code } } } }
  conflicts(first: 100) { edges { node { id personName reason nomination { id } } } }
  leftOut { panelKind judges nomination { id } } nominationsWithoutPanel { id }
  objections { state isForStreetOffice filedAt ruling ruledAt nomination { id title } }`;

/** Acts of judging, what they take and what they answer. */
const JUDGING_ACTS = {
  proposeJudges: [ROLL, 'id: ID!', 'version: Int!'],
  settleAssignments: [ROLL, 'id: ID!', 'version: Int!'],
  assignJudge: [ROLL, 'id: ID!', 'version: Int!', 'nominationId: ID!', 'judgeId: ID!'],
  dropAssignment: [ROLL, 'id: ID!', 'version: Int!', 'reason: String!'],
  excuseJudge: [ROLL, 'id: ID!', 'version: Int!', 'reason: String!'],
  saveScoreSheet: [ASSIGNMENT, 'nominationId: ID!', 'version: Int', 'input: ScoreSheetInput!'],
  submitScoreSheet: [ASSIGNMENT, 'nominationId: ID!', 'version: Int!'],
  declareConflict: ['id personName reason nomination { id }', 'nominationId: ID!', 'reason: String!'],
} as const;
export type JudgingActName = keyof typeof JUDGING_ACTS;

export interface SeenAssignment {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly panelKind: string;
  readonly judgeName: string;
  readonly unit: { readonly code: string } | null;
  readonly nomination: { readonly id: string; readonly title: string } | null;
  readonly round: { readonly id: string; readonly state: string } | null;
  readonly sheet: {
    readonly id: string;
    readonly version: number;
    readonly scores: readonly (string | null)[];
    readonly comment: string | null;
    readonly isSubmitted: boolean;
  } | null;
}

export interface SeenJudge {
  readonly id: string;
  readonly version: number;
  readonly panelKind: string;
  readonly personName: string;
  readonly excusedAt: string | null;
  readonly excuse: string | null;
  readonly unit: { readonly code: string } | null;
}

type Edges<Node> = { readonly edges: readonly { readonly node: Node }[] };

export interface SeenRoll {
  readonly id: string;
  readonly version: number;
  readonly settledAt: string | null;
  readonly round: { readonly id: string } | null;
  readonly assignments: Edges<SeenAssignment>;
  readonly judges: Edges<SeenJudge>;
  readonly conflicts: Edges<{ id: string; personName: string; reason: string; nomination: { id: string } }>;
  readonly nominationsWithoutPanel: readonly { id: string }[];
  readonly objections: readonly {
    state: string;
    isForStreetOffice: boolean;
    filedAt: string;
    ruling: string | null;
    ruledAt: string | null;
    nomination: { id: string; title: string } | null;
  }[];
  readonly leftOut: readonly { panelKind: string; judges: number; nomination: { id: string } }[];
}

/** What an act answers, or why not; of an error its code. */
export type JudgingOutcome = Partial<SeenAssignment & SeenRoll> & {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; message: string }[];
};

export function judgingAct(name: JudgingActName): string {
  const [shown, ...all] = JUDGING_ACTS[name];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  const type = shown === ROLL ? 'JudgingRoll' : shown === ASSIGNMENT ? 'JudgeAssignment' : 'JudgeConflict';
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on ${type} { ${shown} } ... on Refusal { message }
    }
  }`;
}

export const nodesOf = <Node>({ edges }: Edges<Node>): Node[] => edges.map(({ node }) => node);

/** Fewer sheets than would be proposed, so that a round takes few. */
const FEW = { sheetsPerPanel: 3 };

/** Has rounds judged as people would, over HTTP. Building groups, unless something else is nominated. */
export class JudgingActs {
  readonly rounds: EvaluationActs;
  readonly nominations: NominationActs;

  constructor(
    readonly region: TestRegion,
    readonly officer = 'savings-bank',
  ) {
    this.rounds = new EvaluationActs(region);
    this.nominations = new NominationActs(region);
  }

  /** A round that is being scored, of what these nominate; returned by the officer of these acts. */
  async scoring(
    subjects: readonly (readonly [account: string, subject: object])[] = [
      ['clinic', { subjectLabel: '三号楼组' }],
    ],
    changes: object = {},
  ): Promise<{ round: SeenRound; nominations: SeenNomination[] }> {
    const subjectKind = subjects.some(([, subject]) => 'projectId' in subject) ? 'PROJECT' : 'BUILDING_GROUP';
    const open = await this.rounds.nominating({ subjectKind, ...FEW, ...changes });
    const nominations: SeenNomination[] = [];
    for (const [unitAccount, subject] of subjects)
      nominations.push(await this.nominations.submitted(unitAccount, open.id, subject));
    return { round: await this.begin(open), nominations };
  }

  /** Scoring of a round that is open for nominations, returned by the officer of these acts. */
  async begin(open: SeenRound): Promise<SeenRound> {
    const [account = '', unit] = this.officer.split('@');
    const { id, version } = await this.rounds.appointed(open, account, unit);
    return this.rounds.act(this.rounds.secretary, 'beginScoring', { id, version });
  }

  /** The same with judges who have been shown what is theirs. */
  async settled(...of: Parameters<JudgingActs['scoring']>) {
    const { round, nominations } = await this.scoring(...of);
    return { round, nominations, roll: await this.settle(round) };
  }

  /** Judges are proposed, and shown what is theirs. */
  async settle({ id }: { readonly id: string }): Promise<SeenRoll> {
    return this.onRoll('settleAssignments', await this.onRoll('proposeJudges', await this.roll(id)));
  }

  async findRoll(account: string, roundId: string): Promise<SeenRoll | null> {
    const query = `query ($roundId: ID!) { judgingRoll(roundId: $roundId) { ${ROLL} } }`;
    type Answer = { judgingRoll: SeenRoll | null };
    return (await this.clientOf(account).ask<Answer>(query, { roundId })).judgingRoll;
  }

  async roll(roundId: string): Promise<SeenRoll> {
    const roll = await this.findRoll(this.officer, roundId);
    if (!roll) throw new Error('The returning officer reads no roll.');
    return roll;
  }

  /** What somebody judges, by the title of what is nominated. */
  async mine(account: string, filter: object = {}): Promise<SeenAssignment[]> {
    const query = `query ($filter: JudgeAssignmentFilter!) {
      myAssignments(filter: $filter, first: 100) { edges { node { ${ASSIGNMENT} } } } }`;
    type Answer = { myAssignments: Edges<SeenAssignment> };
    return nodesOf((await this.clientOf(account).ask<Answer>(query, { filter })).myAssignments);
  }

  /** By the returning officer, and granted. */
  async onRoll(name: JudgingActName, { id, version }: SeenRoll, more: object = {}): Promise<SeenRoll> {
    const outcome = await this.tryAct(this.officer, name, { id, version, ...more });
    if (outcome.__typename !== 'JudgingRoll') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenRoll;
  }

  /** Saves and submits one. */
  async submitted(account: string, nominationId: string, scores: readonly string[]): Promise<SeenAssignment> {
    const saved = await this.save(account, nominationId, scores);
    return this.act(account, 'submitScoreSheet', { nominationId, version: saved.sheet?.version });
  }

  save(
    account: string,
    nominationId: string,
    scores: readonly (string | null)[],
    version: number | null = null,
  ): Promise<SeenAssignment> {
    return this.act(account, 'saveScoreSheet', { nominationId, version, input: { scores } });
  }

  /** By a judge, and granted. */
  async act(account: string, name: JudgingActName, variables: object): Promise<SeenAssignment> {
    const outcome = await this.tryAct(account, name, variables);
    if (!['JudgeAssignment', 'JudgeConflict'].includes(outcome.__typename))
      throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenAssignment;
  }

  async tryAct(account: string, name: JudgingActName, variables: object): Promise<JudgingOutcome> {
    const reason = '与该项目有往来';
    const { data, errors } = await this.clientOf(account).tryAsk<Record<JudgingActName, JudgingOutcome>>(
      judgingAct(name),
      { reason, ...variables },
    );
    const [error] = errors ?? [];
    if (!error) return data?.[name] ?? { __typename: 'nothing' };
    const { code, fields } = error.extensions;
    return { __typename: code, message: error.message, ...(fields && { fields }) };
  }

  /** `cross-posted@developer` acts through the post in that unit. */
  clientOf(account: string): TestClient {
    const [name = '', unit] = account.split('@');
    return unit === undefined ? this.region.actingAs(name) : this.region.as(name, { unit });
  }
}

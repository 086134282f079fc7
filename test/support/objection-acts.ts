import type { TestRegion } from './test-region.js';

const FIELDS = `id version state source number label text answer unit { code } motion { id }`;
const MOTION = `mutation ($meetingId: ID!, $input: CreateMotionInput!) {
  createMotion(meetingId: $meetingId, input: $input) { __typename ... on Motion { id version } } }`;
const RAISE = `mutation ($motionId: ID!, $text: String!) {
  raiseObjection(motionId: $motionId, text: $text) { __typename ... on Objection { ${FIELDS} } ... on Refusal { message } } }`;
const RECORD = `mutation ($motionId: ID!, $input: RecordObjectionsInput!) {
  recordObjections(motionId: $motionId, input: $input) {
    __typename ... on RecordedObjections { objections { ${FIELDS} } } ... on Refusal { message } } }`;
const FOLLOW_UP = `mutation ($objectionId: ID!, $input: FollowUpInput!) {
  followUpObjection(objectionId: $objectionId, input: $input) { __typename ... on Objection { ${FIELDS} } ... on Refusal { message } } }`;
const SEE = `query ($id: ID!) { node(id: $id) { ... on Objection { ${FIELDS}
  notes(first: 50) { edges { node { step text happenedOn unit { code } } } }
  auditLines { totalCount } } } }`;
const OF_MOTION = `query ($id: ID!, $filter: ObjectionFilter! = {}) { node(id: $id) { ... on Motion {
  objectionCount { total open answered settled upheld }
  objections(filter: $filter, first: 100) { totalCount edges { node { id number label state } } } } } }`;

export interface SeenObjection {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly source: string;
  readonly number: number;
  readonly label: string | null;
  readonly text: string;
  readonly answer: string | null;
}

export interface WholeObjection extends SeenObjection {
  readonly notes: {
    readonly edges: readonly {
      node: { step: string; text: string; happenedOn: string; unit: { code: string } };
    }[];
  };
  readonly auditLines: { readonly totalCount: number };
}

export interface ObjectionsOfMotion {
  readonly objectionCount: Readonly<
    Record<'total' | 'open' | 'answered' | 'settled' | 'upheld', number>
  > | null;
  readonly objections: {
    readonly totalCount: number;
    readonly edges: readonly { node: Pick<SeenObjection, 'id' | 'number' | 'label' | 'state'> }[];
  };
}

export type ObjectionOutcome = Partial<SeenObjection> & {
  readonly __typename: string;
  readonly message?: string;
  readonly objections?: readonly SeenObjection[];
};

/** Steps of an objection, and what they take besides id and version. */
export const OBJECTION_STEPS = {
  updateObjection: 'input: UpdateObjectionInput!',
  answerObjection: 'text: String!',
  settleObjection: 'text: String!',
  upholdObjection: 'text: String!',
  reopenObjection: 'text: String!',
  withdrawObjection: 'text: String!',
} as const;
export type ObjectionStepName = keyof typeof OBJECTION_STEPS;

/** Objects to motions and follows objections up, over HTTP. */
export class ObjectionActs {
  constructor(
    private readonly region: TestRegion,
    private readonly officer = 'southeast-officer',
  ) {}

  /** Something to object to. */
  async motion(
    meeting: { readonly id: string },
    changes: object = {},
  ): Promise<{ id: string; version: number }> {
    const input = { text: '将喷泉改为广场', ...changes };
    const variables = { meetingId: meeting.id, input };
    type Made = { createMotion: { id: string; version: number } };
    return (await this.region.as(this.officer).ask<Made>(MOTION, variables)).createMotion;
  }

  raise(account: string, motion: { readonly id: string }, text = '噪声'): Promise<ObjectionOutcome> {
    return this.ask(account, 'raiseObjection', RAISE, { motionId: motion.id, text });
  }

  async record(
    account: string,
    motion: { readonly id: string },
    more: object = {},
  ): Promise<readonly SeenObjection[]> {
    const outcome = await this.tryRecord(account, motion, more);
    if (!outcome.objections) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    return outcome.objections;
  }

  tryRecord(account: string, motion: { readonly id: string }, more: object = {}): Promise<ObjectionOutcome> {
    const input = { text: '担心晚间噪声', ...more };
    return this.ask(account, 'recordObjections', RECORD, { motionId: motion.id, input });
  }

  followUp(account: string, { id }: Pick<SeenObjection, 'id'>, more: object = {}): Promise<ObjectionOutcome> {
    const input = { way: 'VISITED', text: '上门说明方案', ...more };
    return this.ask(account, 'followUpObjection', FOLLOW_UP, { objectionId: id, input });
  }

  /** By the committee unless told otherwise, expected to be granted. */
  async step(
    name: ObjectionStepName,
    objection: Pick<SeenObjection, 'id' | 'version'>,
    more: object = {},
    account = this.officer,
  ): Promise<SeenObjection> {
    const outcome = await this.tryStep(account, name, objection, more);
    if (outcome.__typename !== 'Objection') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenObjection;
  }

  tryStep(
    account: string,
    name: ObjectionStepName,
    { id, version }: Pick<SeenObjection, 'id' | 'version'>,
    more: object = {},
  ): Promise<ObjectionOutcome> {
    const own = OBJECTION_STEPS[name];
    const [word] = own.split(':');
    const document = `mutation ($id: ID!, $version: Int!, $${own}) {
      ${name}(id: $id, version: $version, ${word}: $${word}) { __typename ... on Objection { ${FIELDS} } ... on Refusal { message } } }`;
    return this.ask(account, name, document, {
      id,
      version,
      text: '说明',
      input: { text: '担心夜间噪声' },
      ...more,
    });
  }

  async see(account: string, { id }: Pick<SeenObjection, 'id'>): Promise<WholeObjection | null> {
    return (await this.region.as(account).ask<{ node: WholeObjection | null }>(SEE, { id })).node;
  }

  async ofMotion(
    account: string,
    { id }: { readonly id: string },
    filter = {},
  ): Promise<ObjectionsOfMotion | null> {
    type Seen = { node: ObjectionsOfMotion | null };
    return (await this.region.as(account).ask<Seen>(OF_MOTION, { id, filter })).node;
  }

  private async ask(
    account: string,
    name: string,
    document: string,
    variables: object,
  ): Promise<ObjectionOutcome> {
    const { data, errors } = await this.region
      .as(account)
      .tryAsk<Record<string, ObjectionOutcome>>(document, variables);
    const [problem] = errors ?? [];
    const path = problem?.extensions.fields?.[0]?.path;
    return data?.[name] ?? { __typename: [problem?.extensions.code, path].filter(Boolean).join(' ') };
  }
}

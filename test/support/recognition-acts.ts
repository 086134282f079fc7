import type { TestRegion } from './test-region.js';

const FIELDS = `id version kind title occasion what fromWhom day points isCoHost takenBackAt takenBackReason chatText
  unit { code } network { code } project { title } dish { title } files { name }`;

const ACTS = {
  recordRecognition: ['input: RecordRecognitionInput!'],
  takeBackRecognition: ['id: ID!', 'version: Int!', 'reason: String!'],
} as const satisfies Record<string, readonly string[]>;
export type RecognitionActName = keyof typeof ACTS;

export interface SeenRecognition {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly occasion: string | null;
  readonly what: string | null;
  readonly fromWhom: string;
  readonly day: string;
  readonly points: number;
  readonly isCoHost: boolean;
  readonly takenBackAt: string | null;
  readonly takenBackReason: string | null;
  readonly chatText: string;
  readonly unit: { readonly code: string } | null;
  readonly project: { readonly title: string } | null;
  readonly dish: { readonly title: string } | null;
  readonly files: readonly { readonly name: string }[];
}

/** What an act answers: the recognition, or why not. */
export type RecognitionOutcome = Partial<SeenRecognition> & {
  readonly __typename: string;
  readonly message?: string;
};

type Changes = Readonly<Record<string, unknown>>;

/** Thanks units as committees do, over HTTP. */
export class RecognitionActs {
  constructor(private readonly world: TestRegion) {}

  /** A banner for the fire squadron, unless `changes` say otherwise. */
  input(changes: Changes = {}): object {
    return {
      networkId: this.world.network('southeast'),
      kind: 'BANNER',
      title: '排涝解困 情系居民',
      what: '周日为307室、107室排水',
      fromWhom: '3号楼居民',
      day: '2026-11-23',
      ...changes,
      unitId: changes['unitId'] ?? this.world.unit('fire-squadron'),
    };
  }

  async record(changes: Changes = {}, account = 'southeast-officer'): Promise<SeenRecognition> {
    const outcome = await this.act(account, 'recordRecognition', { input: this.input(changes) });
    if (outcome.__typename !== 'Recognition') throw new Error(`Not recorded: ${JSON.stringify(outcome)}`);
    return outcome as SeenRecognition;
  }

  /** Whatever it answers; for an error its code and what is wrong. */
  async act(
    account: string,
    name: RecognitionActName,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<RecognitionOutcome> {
    const { data, errors } = await this.world
      .actingAs(account)
      .tryAsk<{ act: RecognitionOutcome }>(documentOf(name), variables);
    const [error] = errors ?? [];
    if (error) {
      const fields = error.extensions.fields?.map(({ path, message }) => `${path}: ${message}`);
      return { __typename: error.extensions.code, message: fields?.join('\n') ?? error.message };
    }
    if (!data) throw new Error(`${name} answered nothing.`);
    return data.act;
  }

  /** Null for whom it does not exist. */
  async seen(account: string, id: string): Promise<SeenRecognition | null> {
    const query = `query ($id: ID!) { recognition(id: $id) { ${FIELDS} } }`;
    type Seen = { recognition: SeenRecognition | null };
    return (await this.world.actingAs(account).ask<Seen>(query, { id })).recognition;
  }

  async list(account: string, filter: object = {}): Promise<SeenRecognition[]> {
    const query = `query ($filter: RecognitionFilter!) { recognitions(filter: $filter, first: 50) { edges { node { ${FIELDS} } } } }`;
    type Listed = { recognitions: { edges: { node: SeenRecognition }[] } };
    const { recognitions } = await this.world.actingAs(account).ask<Listed>(query, { filter });
    return recognitions.edges.map(({ node }) => node);
  }
}

function documentOf(name: RecognitionActName): string {
  const all = [...ACTS[name], 'tryOnly: Boolean'];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  const refused = name === 'takeBackRecognition' ? '... on Refusal { message }' : '';
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    act: ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename ... on Recognition { ${FIELDS} } ${refused}
    }
  }`;
}

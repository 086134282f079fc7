import type { Answer } from './test-client.js';
import type { TestRegion } from './test-region.js';

const CATEGORIES = `query ($id: ID!) { node(id: $id) { ... on Network { needCategories { id standing } } } }`;
const FIELDS = `id state version reason answer reopenings closedOnBehalf`;
const CREATE = `mutation ($input: CreateNeedInput!, $onBehalfOf: ID) {
  createNeed(input: $input, onBehalfOf: $onBehalfOf) { ${FIELDS} }
}`;

const CLAIM = `mutation ($needId: ID!) {
  claimNeed(needId: $needId) { __typename ... on Claim { need { ${FIELDS} } } ... on Refusal { message } }
}`;

export interface SeenNeed {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly reopenings: number;
  readonly closedOnBehalf: boolean;
}

/** What a step answers: the need, or why not. */
type NeedOutcome = Partial<SeenNeed> & {
  readonly __typename: string;
  readonly message?: string;
  readonly currentState?: string;
};

/** Steps in the life of a need, and what they take besides id and version. */
export const NEED_STEPS = {
  proposeNeed: '',
  takeNeed: '',
  returnNeed: 'reason: String!',
  openNeed: '',
  withdrawNeed: 'reason: String',
  markNeedUnmet: 'reason: String!',
  beginNeed: '',
  answerNeed: 'answer: String!',
  closeNeed: '',
  reopenNeed: 'reason: String!',
} as const;
export type NeedStepName = keyof typeof NEED_STEPS;

export function needStep(name: NeedStepName, more: 'onBehalfOf' | 'tryOnly' | null = null): string {
  const own = NEED_STEPS[name];
  const extra = more === null ? '' : `, $${more}: ${more === 'tryOnly' ? 'Boolean' : 'ID'}`;
  const passed = [own.split(':')[0] ?? '', more ?? ''].filter((one) => one !== '');
  return `mutation ($id: ID!, $version: Int!${own === '' ? '' : `, $${own}`}${extra}) {
    ${name}(id: $id, version: $version${passed.map((one) => `, ${one}: $${one}`).join('')}) {
      __typename ... on Need { ${FIELDS} } ... on Refusal { message } ... on WrongState { currentState }
    }
  }`;
}

/** Posts and moves needs as people would, over HTTP. */
export class NeedActs {
  private readonly categories = new Map<string, string>();

  constructor(private readonly world: TestRegion) {}

  async category(network = 'southeast', code = 'ADVICE_AND_SERVICES'): Promise<string> {
    const key = `${network} ${code}`;
    const known = this.categories.get(key);
    if (known) return known;
    const { node } = await this.world
      .as(`${network}-committee`)
      .ask<{ node: { needCategories: { id: string; standing: string }[] } }>(CATEGORIES, {
        id: this.world.network(network),
      });
    const found = node.needCategories.find(({ standing }) => standing === code);
    if (!found) throw new Error(`${network} has no category ${code}.`);
    this.categories.set(key, found.id);
    return found.id;
  }

  /** A draft; `changes` go over its input. */
  async draft(
    account: string,
    changes: object = {},
    network = 'southeast',
    onBehalfOf?: string,
  ): Promise<SeenNeed> {
    const { data, errors } = await this.tryDraft(account, changes, network, onBehalfOf);
    if (!data) throw new Error(`createNeed was refused: ${JSON.stringify(errors)}`);
    return data.createNeed;
  }

  /** The whole answer, whatever it is. */
  async tryDraft(
    account: string,
    changes: object = {},
    network = 'southeast',
    onBehalfOf?: string,
  ): Promise<Answer<{ createNeed: SeenNeed }>> {
    const input = {
      networkId: this.world.network(network),
      categoryId: await this.category(network),
      title: '活动需要一辆车',
      what: '接送老人去体检。',
      ...changes,
    };
    return this.world.as(account).tryAsk<{ createNeed: SeenNeed }>(CREATE, { input, onBehalfOf });
  }

  /** One that stands OPEN, posted by that unit. */
  async open(account: string, changes: object = {}, network = 'southeast'): Promise<SeenNeed> {
    const committee = `${network}-committee`;
    const proposed = await this.step(account, 'proposeNeed', await this.draft(account, changes, network));
    const taken = proposed.state === 'PROPOSED' ? await this.step(committee, 'takeNeed', proposed) : proposed;
    return taken.state === 'TAKEN' ? this.step(committee, 'openNeed', taken) : taken;
  }

  /** A step that is expected to be granted. */
  async step(
    account: string,
    name: NeedStepName,
    { id, version }: Pick<SeenNeed, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenNeed> {
    const outcome = await this.tryStep(account, name, { id, version, ...more });
    if (outcome.__typename !== 'Need') throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenNeed;
  }

  /** Takes a place of an open need; gives the need as it stands then. */
  async claim(account: string, needId: string): Promise<SeenNeed> {
    const { claimNeed } = await this.world
      .as(account)
      .ask<{ claimNeed: { need?: SeenNeed } }>(CLAIM, { needId });
    if (!claimNeed.need) throw new Error(`The claim was refused: ${JSON.stringify(claimNeed)}`);
    return claimNeed.need;
  }

  async tryStep(account: string, name: NeedStepName, variables: object): Promise<NeedOutcome> {
    const answer = await this.world.as(account).ask<Record<NeedStepName, NeedOutcome>>(needStep(name), {
      reason: '说明',
      answer: '已办好。',
      ...variables,
    });
    return answer[name];
  }
}

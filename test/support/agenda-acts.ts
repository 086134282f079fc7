import type { TestRegion } from './test-region.js';

const FIELDS = `id state version place title minutes reason carriedFrom { id state reason } need { id } meeting { id }`;
const PROPOSE = `mutation ($meetingId: ID!, $input: ProposeItemInput!) {
  proposeItem(meetingId: $meetingId, input: $input) { __typename ... on AgendaItem { ${FIELDS} } ... on Refusal { message } }
}`;
const SEE = `query ($id: ID!) { meeting(id: $id) { call { agendaMinutes agendaOverrunMinutes agenda { ${FIELDS} files { name } } } } }`;

export interface SeenItem {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly place: number | null;
  readonly title: string;
  readonly minutes: number | null;
  readonly reason: string | null;
  readonly carriedFrom: { readonly id: string; readonly reason: string | null } | null;
  readonly need: { readonly id: string } | null;
  readonly files?: readonly { name: string }[];
}

export type ItemOutcome = Partial<SeenItem> & { readonly __typename: string; readonly message?: string };

export interface SeenAgenda {
  readonly agendaMinutes: number;
  readonly agendaOverrunMinutes: number;
  readonly agenda: readonly SeenItem[];
}

export const ITEM_STEPS = {
  updateItem: 'input: UpdateItemInput!',
  takeItem: '',
  postponeItem: 'reason: String!',
  refuseItem: 'reason: String!',
  withdrawItem: '',
  carryOverItem: 'meetingId: ID!',
} as const;
export type ItemStepName = keyof typeof ITEM_STEPS;

/** Proposes and settles items of one meeting, over HTTP. */
export class AgendaActs {
  constructor(
    private readonly region: TestRegion,
    readonly meeting: { readonly id: string },
    private readonly officer = 'southeast-officer',
  ) {}

  async propose(account: string, changes: object = {}): Promise<SeenItem> {
    const outcome = await this.tryPropose(account, changes);
    if (outcome.__typename !== 'AgendaItem') throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenItem;
  }

  async tryPropose(account: string, changes: object = {}): Promise<ItemOutcome> {
    const input = { title: '菜场周边停车', minutes: 20, ...changes };
    return this.ask<'proposeItem'>(account, 'proposeItem', PROPOSE, { meetingId: this.meeting.id, input });
  }

  /** By the committee, expected to be granted. */
  async step(
    name: ItemStepName,
    item: Pick<SeenItem, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenItem> {
    const outcome = await this.tryStep(this.officer, name, item, more);
    if (outcome.__typename !== 'AgendaItem') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenItem;
  }

  tryStep(
    account: string,
    name: ItemStepName,
    { id, version }: Pick<SeenItem, 'id' | 'version'>,
    more: object = {},
  ): Promise<ItemOutcome> {
    const own = ITEM_STEPS[name];
    const passed = own === '' ? '' : `, ${own.split(':')[0]}: $${own.split(':')[0]}`;
    const document = `mutation ($id: ID!, $version: Int!${own && `, $${own}`}) {
      ${name}(id: $id, version: $version${passed}) { __typename ... on AgendaItem { ${FIELDS} } ... on Refusal { message } }
    }`;
    return this.ask(account, name, document, {
      id,
      version,
      reason: '说明',
      input: { minutes: 30 },
      ...more,
    });
  }

  async see(account: string): Promise<SeenAgenda> {
    type Seen = { meeting: { call: SeenAgenda } };
    return (await this.region.as(account).ask<Seen>(SEE, { id: this.meeting.id })).meeting.call;
  }

  private async ask<Name extends string>(
    account: string,
    name: Name,
    document: string,
    variables: object,
  ): Promise<ItemOutcome> {
    const { data, errors } = await this.region
      .as(account)
      .tryAsk<Record<Name, ItemOutcome>>(document, variables);
    return data?.[name] ?? { __typename: errors?.[0]?.extensions.code ?? '' };
  }
}

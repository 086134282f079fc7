import type { TestRegion } from './test-region.js';

const ORDER = `id state version round title what way reason served fromDay toDay heads answerBy
  unit { code } server { code } contact { name phone }
  requests { id state way round title reason served onBehalf askedAt acceptedAt unit { code } }`;
const REQUESTS = `query ($filter: DishOrderRequestFilter!) { dishOrderRequests(filter: $filter, first: 20) { edges { node {
  state title reason served chatText order { id } } } } }`;

/** Acts on orders, and what they take. */
const ORDER_ACTS = {
  placeDishOrder: ['input: PlaceDishOrderInput!'],
  updateDishOrder: ['id: ID!', 'version: Int!', 'input: UpdateDishOrderInput!'],
  withdrawDishOrder: ['id: ID!', 'version: Int!', 'reason: String!'],
  refuseDishOrder: ['id: ID!', 'version: Int!', 'reason: String!'],
  dispatchDishOrder: ['id: ID!', 'version: Int!', 'unitId: ID', 'answerBy: DateTime'],
  recallDishOrder: ['id: ID!', 'version: Int!'],
  acceptDishOrder: ['id: ID!'],
  declineDishOrder: ['id: ID!', 'version: Int!', 'reason: String!'],
  serveDishOrder: ['id: ID!', 'version: Int!', 'served: String!'],
  closeDishOrder: ['id: ID!', 'version: Int!'],
  reopenDishOrder: ['id: ID!', 'version: Int!', 'reason: String!'],
} as const satisfies Record<string, readonly string[]>;
export type OrderActName = keyof typeof ORDER_ACTS;

export interface SeenOrder {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly round: number;
  readonly title: string;
  readonly way: string | null;
  readonly reason: string | null;
  readonly served: string | null;
  readonly answerBy: string | null;
  readonly unit: { readonly code: string } | null;
  readonly server: { readonly code: string } | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null } | null;
  readonly requests: readonly {
    readonly id: string;
    readonly state: string;
    readonly way: string;
    readonly round: number;
    readonly reason: string | null;
    readonly served: string | null;
    readonly onBehalf: boolean;
    readonly acceptedAt: string | null;
    readonly unit: { readonly code: string } | null;
  }[];
}

/** How a unit stands to an order, as it keeps it. */
export interface SeenRequest {
  readonly state: string;
  readonly title: string;
  readonly reason: string | null;
  readonly served: string | null;
  readonly chatText: string;
  readonly order: { readonly id: string } | null;
}

/** What an act answers: an order, or why not; of an error its code. */
export type OrderOutcome = Partial<SeenOrder> & {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; message: string }[];
};

function document(name: OrderActName, more: readonly string[]): string {
  const all: string[] = [...ORDER_ACTS[name], ...more];
  const names = all.map((one) => one.slice(0, one.indexOf(':')));
  const refusal = name === 'placeDishOrder' ? '' : '... on Refusal { message }';
  return `mutation (${all.map((one) => `$${one}`).join(', ')}) {
    ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) { __typename ... on DishOrder { ${ORDER} } ${refusal} } }`;
}

/** Orders, dispatches and serves in a network as people would, over HTTP. */
export class OrderActs {
  constructor(
    private readonly region: TestRegion,
    readonly network = 'southeast',
  ) {}

  get secretary(): string {
    return `${this.network}-committee`;
  }

  input(changes: object = {}): object {
    return {
      networkId: this.region.network(this.network),
      title: '消防演练',
      what: '楼道灭火演练',
      heads: 40,
      fromDay: '2026-11-23',
      toDay: '2026-12-20',
      contactName: '王主任',
      contactPhone: '13812345678',
      ...changes,
    };
  }

  placed(account: string, changes: object = {}): Promise<SeenOrder> {
    return this.act(account, 'placeDishOrder', { input: this.input(changes) });
  }

  async open(account: string, changes: object = {}): Promise<SeenOrder> {
    return this.act(this.secretary, 'dispatchDishOrder', await this.placed(account, changes));
  }

  async named(account: string, unit: string, changes: object = {}): Promise<SeenOrder> {
    const order = await this.placed(account, changes);
    return this.act(this.secretary, 'dispatchDishOrder', { ...order, unitId: this.region.unit(unit) });
  }

  async accepted(account: string, unit: string, changes: object = {}): Promise<SeenOrder> {
    return this.act(unit, 'acceptDishOrder', await this.named(account, unit, changes));
  }

  async served(account: string, unit: string, changes: object = {}): Promise<SeenOrder> {
    return this.act(unit, 'serveDishOrder', await this.accepted(account, unit, changes));
  }

  async order(account: string, id: string): Promise<SeenOrder | null> {
    const query = `query ($id: ID!) { dishOrder(id: $id) { ${ORDER} } }`;
    const { dishOrder } = await this.region
      .actingAs(account)
      .ask<{ dishOrder: SeenOrder | null }>(query, { id });
    return dishOrder;
  }

  /** What was put to the unit of that account, the latest first. */
  async requests(account: string): Promise<SeenRequest[]> {
    const filter = { networkId: this.region.network(this.network), unitId: this.region.unit(account) };
    type Answer = { dishOrderRequests: { edges: { node: SeenRequest }[] } };
    const { dishOrderRequests } = await this.region.actingAs(account).ask<Answer>(REQUESTS, { filter });
    return dishOrderRequests.edges.map(({ node }) => node);
  }

  /** An act that is expected to be granted. */
  async act(account: string, name: OrderActName, variables: object): Promise<SeenOrder> {
    const outcome = await this.tryAct(account, name, variables);
    if (outcome.__typename !== 'DishOrder') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenOrder;
  }

  async tryAct(account: string, name: OrderActName, variables: object): Promise<OrderOutcome> {
    const more = [
      ...('onBehalfOf' in variables ? ['onBehalfOf: ID'] : []),
      ...('tryOnly' in variables ? ['tryOnly: Boolean'] : []),
    ];
    const unsaid: Readonly<Record<string, string>> = { reason: '说明', served: '已办' };
    const passed = Object.fromEntries(
      [...ORDER_ACTS[name], ...more].flatMap((one) => {
        const key = one.slice(0, one.indexOf(':'));
        const value: unknown = Reflect.get(variables, key) ?? unsaid[key];
        return value === undefined ? [] : [[key, value]];
      }),
    );
    const answer = await this.region
      .actingAs(account)
      .tryAsk<Record<OrderActName, OrderOutcome>>(document(name, more), passed);
    const [error] = answer.errors ?? [];
    if (!error) return answer.data?.[name] ?? { __typename: 'nothing' };
    const { code, fields } = error.extensions;
    return { __typename: code, message: error.message, ...(fields && { fields }) };
  }
}

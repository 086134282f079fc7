import { OrderActs, type OrderActName, type SeenOrder } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = [
  'PLACED',
  'NAMED',
  'OPEN',
  'ACCEPTED',
  'TAKEN',
  'SERVED',
  'CLOSED',
  'REFUSED',
  'WITHDRAWN',
  'AGAIN',
] as const;
type State = (typeof STATES)[number];
/** TAKEN was accepted while it stood open, AGAIN did not satisfy. The clinic orders, the food market is asked by name and serves, the developer takes what stands open. */
const WHO = {
  orderer: 'clinic',
  committee: 'southeast-committee',
  server: 'food-market',
  third: 'developer',
};
type Who = keyof typeof WHO;

/** Who may take each step from which states, and to where; from all others it is refused and changes nothing. */
const LEADS: Record<
  Exclude<OrderActName, 'placeDishOrder'>,
  Partial<Record<State, readonly [Who, string]>>
> = {
  updateDishOrder: { PLACED: ['orderer', 'PLACED'], AGAIN: ['orderer', 'PLACED'] },
  withdrawDishOrder: {
    PLACED: ['orderer', 'WITHDRAWN'],
    NAMED: ['orderer', 'WITHDRAWN'],
    OPEN: ['orderer', 'WITHDRAWN'],
    ACCEPTED: ['orderer', 'WITHDRAWN'],
    TAKEN: ['orderer', 'WITHDRAWN'],
    AGAIN: ['orderer', 'WITHDRAWN'],
  },
  refuseDishOrder: { PLACED: ['committee', 'REFUSED'] },
  dispatchDishOrder: { PLACED: ['committee', 'DISPATCHED'], AGAIN: ['committee', 'DISPATCHED'] },
  recallDishOrder: { NAMED: ['committee', 'PLACED'], OPEN: ['committee', 'PLACED'] },
  acceptDishOrder: { NAMED: ['server', 'ACCEPTED'], OPEN: ['third', 'ACCEPTED'] },
  declineDishOrder: {
    NAMED: ['server', 'PLACED'],
    ACCEPTED: ['server', 'PLACED'],
    TAKEN: ['third', 'PLACED'],
  },
  serveDishOrder: { ACCEPTED: ['server', 'SERVED'], TAKEN: ['third', 'SERVED'] },
  closeDishOrder: { SERVED: ['orderer', 'CLOSED'] },
  reopenDishOrder: { SERVED: ['orderer', 'PLACED'] },
};
const STEPS = Object.keys(LEADS) as (keyof typeof LEADS)[];

/** Who reads the order, and of these who reads whom to ring. */
const RING = ['clinic', 'southeast-officer'];
const READERS: Record<State, readonly [reads: readonly string[], rings: readonly string[]]> = {
  PLACED: [RING, RING],
  NAMED: [[...RING, 'food-market'], RING],
  OPEN: [[...RING, 'food-market', 'developer'], RING],
  ACCEPTED: [
    [...RING, 'food-market'],
    [...RING, 'food-market'],
  ],
  TAKEN: [
    [...RING, 'food-market', 'developer'],
    [...RING, 'developer'],
  ],
  SERVED: [
    [...RING, 'food-market'],
    [...RING, 'food-market'],
  ],
  CLOSED: [
    [...RING, 'food-market'],
    [...RING, 'food-market'],
  ],
  REFUSED: [RING, RING],
  WITHDRAWN: [RING, RING],
  AGAIN: [RING, RING],
};
const ALL = [
  ...RING,
  'food-market',
  'developer',
  'zhoupu-steward',
  'resident-1',
  'owners-committee',
  'riverside-primary',
  'riverside-committee',
];
const OUTSIDE = ['zhoupu-steward', 'resident-1', 'riverside-committee'];

describe('an order', () => {
  let world: World;
  let acts: OrderActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new OrderActs(world);
  });
  afterAll(() => world.close());

  const bring: Record<State, () => Promise<SeenOrder>> = {
    PLACED: () => acts.placed('clinic'),
    NAMED: () => acts.named('clinic', 'food-market'),
    OPEN: () => acts.open('clinic'),
    ACCEPTED: () => acts.accepted('clinic', 'food-market'),
    TAKEN: async () => acts.act('developer', 'acceptDishOrder', await bring.OPEN()),
    SERVED: () => acts.served('clinic', 'food-market'),
    CLOSED: async () => acts.act('clinic', 'closeDishOrder', await bring.SERVED()),
    REFUSED: async () => acts.act(acts.secretary, 'refuseDishOrder', await bring.PLACED()),
    WITHDRAWN: async () => acts.act('clinic', 'withdrawDishOrder', await bring.NAMED()),
    AGAIN: async () => acts.act('clinic', 'reopenDishOrder', await bring.SERVED()),
  };
  const kept = new Map<State, SeenOrder>();
  /** What a refused step leaves as it was serves the next one too. */
  const standing = async (state: State): Promise<SeenOrder> => {
    const order = kept.get(state) ?? (await bring[state]());
    kept.set(state, order);
    return order;
  };
  const attempt = async (account: string, name: OrderActName, { id, version }: SeenOrder) => {
    const outcome = await acts.tryAct(account, name, { id, version, input: { heads: 50 } });
    return outcome.__typename === 'DishOrder' ? (outcome.state ?? '') : outcome.__typename;
  };

  describe.each(STATES)('%s', (state) => {
    it('is read by whom it concerns, with whom to ring, and by nobody else', async () => {
      const { id } = await standing(state);
      const seen = await Promise.all(
        ALL.map(async (account) => [account, await acts.order(account, id)] as const),
      );
      const [reads, rings] = READERS[state];
      expect(seen.flatMap(([account, order]) => (order ? [account] : []))).toEqual(reads);
      expect(seen.flatMap(([account, order]) => (order?.contact ? [account] : []))).toEqual(rings);
    });

    it.each(STEPS)('%s', async (name) => {
      const order = await standing(state);
      const [mover, to] = LEADS[name][state] ?? [null, 'WrongState'];
      const answers = await Promise.all(OUTSIDE.map((account) => attempt(account, name, order)));
      for (const answer of answers) expect(['FORBIDDEN', 'NOT_FOUND']).toContain(answer);
      const others = (Object.keys(WHO) as Who[]).filter((who) => who !== mover);
      for (const who of others) {
        // Whichever unit takes an open one first has it: here the third.
        if (name === 'acceptDishOrder' && state === 'OPEN' && who !== 'orderer') continue;
        const answer = await attempt(WHO[who], name, order);
        expect([who, ['FORBIDDEN', 'NOT_FOUND', 'WrongState']]).toEqual([
          who,
          expect.arrayContaining([answer]),
        ]);
      }
      expect(await acts.order('clinic', order.id)).toEqual(
        await acts.order(acts.secretary, order.id).then(asOrderer),
      );
      if (mover === null) return expect((await acts.order('clinic', order.id))?.version).toBe(order.version);
      kept.delete(state);
      return expect(await attempt(WHO[mover], name, order)).toBe(to);
    });
  });
});

/** The unit that ordered reads who has said yes, and never who was asked in vain. */
function asOrderer(order: SeenOrder | null): SeenOrder | null {
  return order && { ...order, requests: order.requests.filter(({ acceptedAt }) => acceptedAt !== null) };
}

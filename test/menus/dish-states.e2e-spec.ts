import { MenuActs, onPastDay, type MenuActName, type SeenDish } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

/** What was recorded after the fact waits for the committee, and is published with its yes. */
const STATES = [
  'DRAFT',
  'PROPOSED',
  'RETURNED',
  'TAKEN',
  'PUBLISHED',
  'WITHDRAWN',
  'CANCELLED',
  'RECORDED',
  'RECORD RETURNED',
  'ON RECORD',
  'STRUCK OUT',
] as const;
type State = (typeof STATES)[number];
type Who = 'own' | 'committee';

/** Who may take each step from which states, and to where; from all others it is refused and changes nothing. */
const LEADS: Partial<Record<MenuActName, Partial<Record<State, [Who, string]>>>> = {
  updateDish: {
    DRAFT: ['own', 'DRAFT'],
    PROPOSED: ['own', 'PROPOSED'],
    RETURNED: ['own', 'RETURNED'],
    TAKEN: ['committee', 'TAKEN'],
    PUBLISHED: ['committee', 'TAKEN'],
    RECORDED: ['own', 'PROPOSED'],
    'RECORD RETURNED': ['own', 'RETURNED'],
    'ON RECORD': ['committee', 'TAKEN'],
  },
  proposeDish: {
    DRAFT: ['own', 'PROPOSED'],
    RETURNED: ['own', 'PROPOSED'],
    'RECORD RETURNED': ['own', 'PROPOSED'],
  },
  takeDish: { PROPOSED: ['committee', 'TAKEN'], RECORDED: ['committee', 'TAKEN'] },
  returnDish: {
    PROPOSED: ['committee', 'RETURNED'],
    TAKEN: ['committee', 'RETURNED'],
    RECORDED: ['committee', 'RETURNED'],
  },
  withdrawDish: {
    DRAFT: ['own', 'WITHDRAWN'],
    PROPOSED: ['own', 'WITHDRAWN'],
    RETURNED: ['own', 'WITHDRAWN'],
    TAKEN: ['own', 'WITHDRAWN'],
    RECORDED: ['own', 'WITHDRAWN'],
    'RECORD RETURNED': ['own', 'WITHDRAWN'],
  },
  cancelDish: { PUBLISHED: ['committee', 'CANCELLED'], 'ON RECORD': ['committee', 'CANCELLED'] },
};
const STEPS = Object.keys(LEADS) as MenuActName[];

/** Who reads a dish of the clinic in which state. */
const READERS: Record<State, readonly string[]> = {
  DRAFT: ['clinic'],
  PROPOSED: ['clinic', 'southeast-officer'],
  RETURNED: ['clinic'],
  TAKEN: ['clinic', 'southeast-officer'],
  PUBLISHED: ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1'],
  WITHDRAWN: ['clinic', 'southeast-officer'],
  CANCELLED: ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1'],
  RECORDED: ['clinic', 'southeast-officer'],
  'RECORD RETURNED': ['clinic'],
  'ON RECORD': ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1'],
  'STRUCK OUT': ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1'],
};
const ALL = [
  'clinic',
  'southeast-officer',
  'food-market',
  'zhoupu-steward',
  'resident-1',
  'owners-committee',
  'riverside-primary',
  'riverside-committee',
];
const OTHERS = ['food-market', 'zhoupu-steward', 'resident-1', 'riverside-committee'];

describe('a dish of a unit', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  afterAll(() => world.close());

  const committee = (name: MenuActName, dish: object): Promise<SeenDish> =>
    acts.act(acts.secretary, name, dish);
  const bring: Record<State, () => Promise<SeenDish>> = {
    DRAFT: () => acts.draft('clinic'),
    PROPOSED: () => acts.proposed('clinic'),
    RETURNED: async () => own((await committee('returnDish', await bring.PROPOSED())).id),
    TAKEN: () => acts.taken('clinic'),
    PUBLISHED: async () => {
      const { id } = await bring.TAKEN();
      await acts.published();
      return own(id);
    },
    WITHDRAWN: async () => acts.act('clinic', 'withdrawDish', await bring.PROPOSED()),
    CANCELLED: async () => committee('cancelDish', await bring.PUBLISHED()),
    // Each on a day of its own: two at once would clash.
    RECORDED: () => acts.recorded('clinic', { dates: [onPastDay(++recordedDays)] }),
    'RECORD RETURNED': async () => own((await committee('returnDish', await bring.RECORDED())).id),
    'ON RECORD': async () => committee('takeDish', await bring.RECORDED()),
    'STRUCK OUT': async () => committee('cancelDish', await bring['ON RECORD']()),
  };
  let recordedDays = 0;
  const kept = new Map<State, SeenDish>();
  /** What a refused step leaves as it was serves the next one too. */
  const standing = async (state: State): Promise<SeenDish> => {
    const dish = kept.get(state) ?? (await bring[state]());
    kept.set(state, dish);
    return dish;
  };
  const own = async (id: string): Promise<SeenDish> => {
    const dish = await acts.dish('clinic', id);
    if (!dish) throw new Error('Its own unit does not read it.');
    return dish;
  };
  const attempt = async (account: string, name: MenuActName, { id, version }: SeenDish): Promise<string> => {
    const input = { title: '新名称' };
    const outcome = await acts.tryAct(account, name, { id, version, input });
    return outcome.__typename === 'Dish' ? (outcome.state ?? '') : outcome.__typename;
  };

  describe.each(STATES)('%s', (state) => {
    it('is read by whom it concerns, with its dates, and by nobody else', async () => {
      const { id } = await standing(state);
      const seen = await Promise.all(
        ALL.map(async (account) => {
          const dish = await acts.dish(account, id);
          return dish ? [[account, dish.title, dish.dates.length]] : [];
        }),
      );
      expect(seen.flat()).toEqual(READERS[state].map((account) => [account, '健康讲座', 1]));
    });

    it.each(STEPS)('%s', async (name) => {
      const dish = await standing(state);
      const [who, to] = LEADS[name]?.[state] ?? [null, 'WrongState'];
      if (who) kept.delete(state);
      for (const account of OTHERS) {
        const answer = await attempt(account, name, dish);
        expect([account, ['FORBIDDEN', 'NOT_FOUND']]).toEqual([account, expect.arrayContaining([answer])]);
      }
      const secretary = await attempt(acts.secretary, name, dish);
      const refused = ['FORBIDDEN', 'NOT_FOUND', 'WrongState'];
      expect(who === 'committee' ? [to] : refused).toContain(secretary);
      if (who === 'committee') return;
      const clinic = await attempt('clinic', name, dish);
      expect(who === 'own' ? [to] : ['FORBIDDEN', 'WrongState']).toContain(clinic);
      if (who === 'own') return;
      expect(await own(dish.id)).toMatchObject({ state: dish.state, version: dish.version });
    });
  });
});

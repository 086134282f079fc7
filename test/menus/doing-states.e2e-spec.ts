import { DoingActs, type DoingActName, type HeldDish } from '../support/doing-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = [
  'TAKEN',
  'AHEAD',
  'AT THE DOOR',
  'BEGUN',
  'OVER',
  'DAYS AFTER',
  'CANCELLED',
  'CLOSED',
] as const;
type State = (typeof STATES)[number];

const YES = 'yes';
/** Whoever does not see it is told that it is not there; whoever sees it and may not, that; all others that it cannot be now. */
const [NOT_FOUND, FORBIDDEN, REFUSED] = ['NOT_FOUND', 'FORBIDDEN', 'WrongState'];

/** Where nothing was filed there is nothing to say anew. */
type Tried = Exclude<DoingActName, 'updateDishOutcome'>;

/** In which states each act is granted to whom it is for. */
const GRANTED: Readonly<Record<Tried, readonly State[]>> = {
  // Before the committee has checked in as a unit, which may review then.
  reviewDish: ['BEGUN', 'OVER', 'DAYS AFTER'],
  openDishDesk: ['AHEAD', 'AT THE DOOR', 'BEGUN', 'OVER', 'DAYS AFTER'],
  checkInAtDish: ['AT THE DOOR', 'BEGUN', 'OVER'],
  noteDishCheckIn: ['AT THE DOOR', 'BEGUN', 'OVER', 'DAYS AFTER'],
  handOutReviewCodes: ['AT THE DOOR', 'BEGUN', 'OVER', 'DAYS AFTER'],
  fileDishOutcome: ['OVER', 'DAYS AFTER'],
};
const ACTS = Object.keys(GRANTED) as Tried[];

/** For whom each act is: by the rights of who holds the dish, or of who came. */
const MAY: Readonly<Record<Tried, readonly string[]>> = {
  openDishDesk: ['clinic', 'southeast-officer'],
  checkInAtDish: ['clinic', 'southeast-officer', 'food-market'],
  noteDishCheckIn: ['clinic', 'southeast-officer'],
  handOutReviewCodes: ['clinic', 'southeast-officer'],
  reviewDish: ['food-market', 'resident-1'],
  fileDishOutcome: ['clinic', 'southeast-officer'],
};
const ALL = [
  'clinic',
  'southeast-officer',
  'food-market',
  'resident-1',
  'zhoupu-steward',
  'riverside-primary',
];

describe('a dish of the clinic while it is held, and afterwards', () => {
  let world: World;
  let acts: DoingActs;
  let start: Date;

  beforeAll(async () => {
    world = await startWorld();
    acts = new DoingActs(world);
    start = world.clock.now();
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(start));

  const bring: Record<State, () => Promise<HeldDish>> = {
    TAKEN: async () => {
      const { id, dates } = await acts.menus.taken('clinic');
      return { dishId: id, dateId: dates[0]?.id ?? '' };
    },
    AHEAD: () => acts.published(),
    'AT THE DOOR': () => attended(16, '08:30'),
    BEGUN: () => attended(16, '09:00'),
    OVER: () => attended(16, '11:00'),
    'DAYS AFTER': () => attended(18, '09:00'),
    CANCELLED: async () => {
      const held = await acts.published();
      const dish = await acts.menus.dish(acts.menus.secretary, held.dishId);
      await acts.menus.act(acts.menus.secretary, 'cancelDish', { ...dish });
      acts.setClock(16, '11:00');
      return held;
    },
    CLOSED: async () => {
      const held = await attended(18, '09:00');
      world.clock.set(new Date('2027-01-01T00:00:00+08:00'));
      await acts.menus.onMenu('closeMenu', await acts.menus.menu());
      return held;
    },
  };

  /** The food market has come. */
  const attended = async (day: number, time: string): Promise<HeldDish> => {
    const held = await acts.published();
    acts.setClock(16, '08:30');
    await acts.note('clinic', held.dateId, 5, 'food-market');
    acts.setClock(day, time);
    return held;
  };

  const attempt = async (account: string, name: Tried, { dishId, dateId }: HeldDish) => {
    const given: Record<Tried, () => Promise<object>> = {
      openDishDesk: async () => ({ dateId }),
      checkInAtDish: async () => ({ dateId, heads: 5, code: (await acts.code(dateId)) || '000000' }),
      noteDishCheckIn: async () => ({ input: { dateId, unitId: world.unit('food-market'), heads: 5 } }),
      handOutReviewCodes: async () => ({ dateId, count: 1 }),
      reviewDish: async () => ({ dishId, input: { mark: 5 } }),
      fileDishOutcome: async () => ({ dishId, input: { heads: 5, hours: '2', what: '服务五人' } }),
    };
    const { __typename } = await acts.act(account, name, await given[name]());
    return [NOT_FOUND, FORBIDDEN, REFUSED].includes(__typename) ? __typename : YES;
  };

  /** Who came to it does not know of it before it is published; a post that may never do it is told so first. */
  const refusals = (name: Tried, account: string, state: State): readonly string[] => {
    const isFor = MAY[name].includes(account);
    if (isFor && GRANTED[name].includes(state)) return [YES];
    if (isFor && !(state === 'TAKEN' && account !== 'clinic' && account !== 'southeast-officer'))
      return [REFUSED];
    return [NOT_FOUND, FORBIDDEN, REFUSED];
  };

  // Of an outcome there is one: the second who files it finds it filed.
  const isSecond = (name: Tried, account: string): boolean =>
    name === 'fileDishOutcome' && account === 'southeast-officer';

  it.each(STATES)('%s: each act by everybody', async (state) => {
    const held = await bring[state]();
    for (const name of ACTS)
      for (const account of ALL) {
        const answer = await attempt(account, name, held);
        const expected = isSecond(name, account) ? [REFUSED] : refusals(name, account, state);
        expect([state, name, account, expected]).toEqual([
          state,
          name,
          account,
          expect.arrayContaining([answer]),
        ]);
      }
  });
});

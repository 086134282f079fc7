import { queryAsSuperuser } from '../support/cluster.js';
import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { SignUpActs, type SeenSignUp, type SignUpActName } from '../support/sign-up-acts.js';
import { SIGN_UP_FAULTS } from '../support/sign-up-faults.js';
import { CASE_CLOCK } from '../support/test-api.js';
import { startWorld, type World } from '../support/world.js';

/** Who stands where to the sign-up of the food market for a dish that the clinic leads. */
const PEOPLE = {
  own: 'food-market',
  /** The officer, who writes down what the market says on the telephone. */
  forOwn: 'southeast-officer',
  lead: 'clinic',
  secretary: 'southeast-committee',
  officer: 'southeast-officer',
  partner: 'developer',
  guest: 'owners-committee',
  elsewhere: 'riverside-primary',
  otherCommittee: 'riverside-committee',
  steward: 'zhoupu-steward',
  representative: 'resident-1',
} as const;
type Person = keyof typeof PEOPLE;
const READERS: readonly Person[] = ['own', 'lead', 'secretary', 'officer'];
const STATES = ['CONFIRMED', 'WAITING', 'CANCELLED', 'CLOSED'] as const;
type State = (typeof STATES)[number];
const ACTS: readonly SignUpActName[] = ['updateSignUp', 'cancelSignUp', 'signUpForDish'];

/** Where each act of its own unit leads; all else is a WrongState. */
const LEADS: Record<SignUpActName, Partial<Record<State, string>>> = {
  updateSignUp: { CONFIRMED: 'CONFIRMED', WAITING: 'WAITING' },
  cancelSignUp: { CONFIRMED: 'CANCELLED', WAITING: 'CANCELLED' },
  signUpForDish: { CANCELLED: 'CONFIRMED' },
};

function expected(act: SignUpActName, state: State, person: Person): string {
  if (person === 'steward' || person === 'representative') return 'FORBIDDEN';
  if (person === 'own' || person === 'forOwn') return LEADS[act][state] ?? 'WrongState';
  if (['guest', 'elsewhere', 'otherCommittee'].includes(person)) return 'NOT_FOUND';
  return READERS.includes(person) ? 'FORBIDDEN' : 'NOT_FOUND';
}

describe('signing up', () => {
  let world: World;
  let acts: SignUpActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new SignUpActs(world, new MenuActs(world));
  });
  afterEach(async () => {
    world.clock.set(new Date(CASE_CLOCK));
    expect(await queryAsSuperuser(SIGN_UP_FAULTS, world.api.database.name)).toEqual([]);
  });
  afterAll(() => world.close());

  const after = (at: string): void => world.clock.set(new Date(Date.parse(at) + 1));
  const messageOf = async (account: string, name: SignUpActName, variables: object) => {
    const { __typename, fields, message } = await acts.try(account, name, variables);
    return [__typename, fields?.map((field) => `${field.path}: ${field.message}`).join() ?? message];
  };

  describe('every act from every state by everybody', () => {
    interface Standing {
      readonly dish: SeenDish;
      readonly signUp: SeenSignUp;
    }
    const kept = new Map<State, Standing>();
    const bring = async (state: State): Promise<Standing> => {
      const dish = await acts.published({ quota: 4, signUpDeadline: onDay(14).startsAt });
      if (state === 'WAITING') await acts.sign('savings-bank', dish, 4);
      const signUp = await acts.sign('food-market', dish, 3);
      return { dish, signUp: state === 'CANCELLED' ? await acts.cancel('food-market', signUp) : signUp };
    };

    describe.each(STATES)('%s', (state) => {
      it.each(ACTS)('%s', async (act) => {
        for (const person of Object.keys(PEOPLE) as Person[]) {
          if (act === 'signUpForDish' && ['lead', 'secretary', 'officer', 'partner'].includes(person))
            continue;
          const standing = kept.get(state) ?? (await bring(state));
          kept.set(state, standing);
          if (state === 'CLOSED') after(onDay(14).startsAt);
          const { id, version } = standing.signUp;
          const said = act === 'signUpForDish' ? { dishId: standing.dish.id } : { id, version };
          const behalf = person === 'forOwn' ? { onBehalfOf: world.unit('food-market') } : {};
          const outcome = await acts.try(PEOPLE[person], act, { ...said, heads: 2, ...behalf });
          const became = outcome.state ?? outcome.__typename;
          expect([person, became]).toEqual([person, expected(act, state, person)]);
          if (outcome.__typename === 'SignUp') kept.delete(state);
          world.clock.set(new Date(CASE_CLOCK));
        }
      });

      it('is read by its unit, the lead and the committee alone; the others read how many', async () => {
        const { dish, signUp } = kept.get(state) ?? (await bring(state));
        const readers: Person[] = [];
        for (const person of Object.keys(PEOPLE) as Person[]) {
          if (person === 'forOwn') continue;
          if (await acts.find(PEOPLE[person], 'food-market', dish.id)) readers.push(person);
        }
        expect(readers).toEqual(READERS);
        const places = await acts.places('developer', dish.id);
        expect(places).toEqual(await acts.places('zhoupu-steward', dish.id));
        expect(places).toMatchObject({ freeHeads: 4 - (places?.confirmedHeads ?? 0) });
        expect(await acts.line('developer', dish.id)).toEqual([]);
        expect(await acts.places('riverside-primary', dish.id)).toBeNull();
        expect(signUp.heads).toBe(3);
      });
    });
  });

  it('is refused for what is not published or not held, and for a group that could never be let in', async () => {
    const { id: dishId } = await acts.menus.taken('clinic');
    expect(await messageOf('clinic', 'signUpForDish', { dishId, heads: 1 })).toEqual([
      'WrongState',
      'Units sign up for what is published and not cancelled.',
    ]);
    const dish = await acts.published({ quota: 9, quotaPerUnit: 5 });
    const fault = async (heads: number) => messageOf('clinic', 'signUpForDish', { dishId: dish.id, heads });
    expect(await fault(0)).toEqual(['BAD_USER_INPUT', 'heads: Sign up one person at least.']);
    expect(await fault(6)).toEqual(['BAD_USER_INPUT', 'heads: One unit signs up 5 persons at most.']);
    await acts.change(dish, { quotaPerUnit: null });
    expect(await fault(10)).toEqual(['BAD_USER_INPUT', 'heads: There is room for 9 persons in all.']);
    await acts.menus.act(acts.menus.secretary, 'cancelDish', await acts.dish(dish.id));
    expect((await fault(1))[0]).toBe('WrongState');
  });

  it('ends at the deadline, or else when the dish starts', async () => {
    const deadline = onDay(10).startsAt;
    for (const [changes, end] of [
      [{ signUpDeadline: deadline }, deadline],
      [{}, onDay(16).startsAt],
    ] as const) {
      const dish = await acts.published(changes);
      world.clock.set(new Date(Date.parse(end) - 1));
      await acts.sign('clinic', dish, 2);
      world.clock.set(new Date(end));
      expect((await messageOf('developer', 'signUpForDish', { dishId: dish.id, heads: 1 }))[1]).toMatch(
        /^Sign-up has ended/,
      );
      world.clock.set(new Date(CASE_CLOCK));
    }
  });

  it('can be tried first: the answer says whether it would wait, and nothing is stored', async () => {
    const dish = await acts.published({ quota: 4 });
    await acts.sign('clinic', dish, 3);
    const tried = await acts.act('developer', 'signUpForDish', { dishId: dish.id, heads: 2, tryOnly: true });
    expect([tried.state, await acts.line('southeast-officer', dish.id)]).toEqual([
      'WAITING',
      [['clinic', 3, 'CONFIRMED']],
    ]);
  });

  it('is listed for the committee that leads a dish itself, not for the representatives who belong to it', async () => {
    const dish = await acts.published({}, 'southeast-committee');
    const text = `query ($id: ID!) { dish(id: $id) { title signUpChatText } }`;
    const read = async (account: string) => (await world.as(account).ask<{ dish: object }>(text, dish)).dish;
    expect(await read('southeast-officer')).toMatchObject({
      signUpChatText: expect.stringContaining('【报名】'),
    });
    expect(await read('resident-1')).toEqual({ title: dish.title, signUpChatText: null });
  });

  it('is written down by the committee for a unit that telephones, which is told and can correct it', async () => {
    const dish = await acts.published({ quota: 4 });
    const onBehalfOf = world.unit('developer');
    const said = { dishId: dish.id, heads: 3, onBehalfOf };
    const written = await acts.act('southeast-officer', 'signUpForDish', said);
    expect(written).toMatchObject({ onBehalf: true, unit: { code: 'developer' } });
    const told = `{ recordedForUs(first: 1) { edges { node { act manner thing { id } } } } }`;
    expect(await world.as('developer').ask(told)).toMatchObject({
      recordedForUs: { edges: [{ node: { act: 'CONFIRMED', manner: 'ON_BEHALF', thing: { id: dish.id } } }] },
    });
    const corrected = await acts.setHeads('developer', written, 2);
    expect(corrected).toMatchObject({ onBehalf: false, heads: 2 });
    const { id, version } = corrected;
    const ended = await acts.act('southeast-committee', 'cancelSignUp', { id, version, onBehalfOf });
    expect(ended).toMatchObject({ onBehalf: true, state: 'CANCELLED', endReason: 'BY_UNIT' });
  });

  it('keeps the place of a group that shrinks, and lets one that has places grow only where there is room', async () => {
    const dish = await acts.published({ quota: 6 });
    const clinic = await acts.sign('clinic', dish, 3);
    const market = await acts.sign('food-market', dish, 4);
    const bank = await acts.sign('savings-bank', dish, 4);
    const { id, version } = clinic;
    expect(await messageOf('clinic', 'updateSignUp', { id, version, heads: 4 })).toEqual([
      'WrongState',
      'There is room for 3 more persons, and 8 persons wait: sign-up of your unit stays as it is.',
    ]);
    await acts.setHeads('food-market', market, 5);
    expect((await acts.line('clinic', dish.id)).map(([unit]) => unit)).toEqual([
      'clinic',
      'savings-bank',
      'food-market',
    ]);
    expect(await acts.setHeads('savings-bank', bank, 3)).toMatchObject({ state: 'CONFIRMED', lineNumber: 3 });
  });

  it('holds quotas above what is taken, with the figures, and deadlines ahead', async () => {
    const dish = await acts.published({ quota: 9, quotaPerUnit: 6 });
    await acts.sign('clinic', dish, 4);
    await acts.sign('food-market', dish, 5);
    await acts.sign('savings-bank', dish, 6);
    const fault = async (input: object) => (await acts.change(dish, input)).fields;
    expect(await fault({ quota: 8 })).toEqual([
      { path: 'input.quota', message: '9 persons have places: the quota is no less.' },
    ]);
    expect(await fault({ quotaPerUnit: 5 })).toEqual([
      { path: 'input.quotaPerUnit', message: 'One unit has signed up 6 persons: the quota is no less.' },
    ]);
    expect(await fault({ signUpDeadline: '2026-11-22T09:00:00+08:00' })).toEqual([
      { path: 'input.signUpDeadline', message: 'The deadline of sign-up lies ahead.' },
    ]);
    expect((await fault({ signUpDeadline: onDay(17).startsAt }))?.[0]?.message).toMatch(/^Sign-up ends when/);
    expect((await acts.change(dish, { quota: null })).__typename).toBe('Dish');
    expect((await acts.line('clinic', dish.id)).map(([, , state]) => state)).toEqual(
      Array(3).fill('CONFIRMED'),
    );
  });

  it('lets nobody in once it has begun', async () => {
    const dish = await acts.published({ quota: 4, dates: [onDay(16), onDay(18)] });
    await acts.sign('clinic', dish, 4);
    await acts.sign('food-market', dish, 4);
    after(onDay(16).startsAt);
    expect((await acts.change(dish, { quota: 8 })).__typename).toBe('Dish');
    expect((await acts.line('clinic', dish.id))[1]).toEqual(['food-market', 4, 'WAITING']);
    // So that what all tests ask of stored rows holds: who waits has no room.
    await acts.change(dish, { quota: 7 });
  });

  it('is read by the lead that the dish has, by one that is named from its yes on, and no longer by the one before', async () => {
    const dish = await acts.published({ quota: 4 });
    await acts.sign('food-market', dish, 2);
    const named = await acts.change(dish, { leadUnitId: world.unit('savings-bank') });
    expect(named.lead?.code).toBe('clinic');
    const text = `query ($id: ID!) { dish(id: $id) { signUpChatText } }`;
    const read = async (account: string) => [
      (await acts.line(account, dish.id)).length,
      (await world.actingAs(account).ask<{ dish: { signUpChatText: string | null } }>(text, dish)).dish
        .signUpChatText,
    ];
    const list =
      '【报名】健康讲座\n时间：2026年12月16日（星期三）09:00–11:00\n已报1个单位2人，名额4人\n已报1：东南菜场2人\n报名截止：2026年12月16日（星期三）09:00';
    expect([await read('clinic'), await read('savings-bank')]).toEqual([
      [1, list],
      [0, null],
    ]);
    const taken = await acts.menus.answer('savings-bank', dish, true);
    expect(taken.lead?.code).toBe('savings-bank');
    expect(await read('savings-bank')).toEqual([1, list]);
    expect(await read('clinic')).toEqual([0, null]);
    expect(await read('developer')).toEqual([0, null]);
  });
});

import { DoingActs, type HeldDish } from '../support/doing-acts.js';
import { onDay } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const SIGN_UP = `mutation ($dishId: ID!, $heads: Int!) { signUpForDish(dishId: $dishId, heads: $heads) { __typename ... on Refusal { message } } }`;
const LIST = `query ($filter: DishReviewFilter!) { dishReviews(filter: $filter, first: 50) {
  totalCount edges { node { mark day dish { id } reviewer { unit { code } personName } } } } }`;
const LINES = `query ($id: ID!) { dish(id: $id) { auditLines(first: 50) { edges { node { part act unit { code } changes { field after } } } } } }`;

interface Listed {
  readonly dishReviews: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly mark: number; readonly day: string } }[];
  };
}

describe('reviews of a dish by those who have an account', () => {
  let world: World;
  let acts: DoingActs;
  let now: Date;

  beforeAll(async () => {
    world = await startWorld();
    acts = new DoingActs(world);
    now = world.clock.now();
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(now));

  const held = async (): Promise<HeldDish> => {
    const dish = await acts.published();
    acts.setClock(16, '10:00');
    await acts.note('clinic', dish.dateId, 3, 'food-market');
    await acts.note('clinic', dish.dateId, 2, 'developer');
    return dish;
  };
  const review = async (
    account: string,
    { dishId }: HeldDish,
    mark: number,
    comment: string | null = null,
  ) => {
    const { __typename, message } = await acts.act(account, 'reviewDish', {
      dishId,
      input: { mark, comment },
    });
    return message ?? __typename;
  };
  const namesSeen = async (account: string, { dishId }: HeldDish) =>
    (await acts.seen(account, dishId))?.reviews.edges
      .map(({ node: { mark, comment, reviewer } }) =>
        [mark, comment, reviewer?.unit?.code ?? reviewer?.personName ?? 'nobody'].join(' '),
      )
      .toSorted();

  it('are one of each unit and representative, said anew until the menu is closed; read as the page of the field says', async () => {
    const dish = await held();
    const { dishId, dateId } = dish;
    expect(await review('food-market', dish, 5, '很好')).toBe('OwnDishReview');
    expect(await review('developer', dish, 2)).toBe('OwnDishReview');
    expect(await review('resident-1', dish, 4, '请多办')).toBe('OwnDishReview');
    const [path = ''] = await acts.paths(dateId, 1);
    await world.nobody().send({
      method: 'POST',
      url: path,
      payload: 'mark=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    world.clock.set(new Date('2026-12-31T00:00:00+08:00'));
    await acts.releaseReviews();
    acts.setClock(18, '10:00');
    expect(await review('developer', dish, 3, '更正')).toBe('OwnDishReview');

    const marks = ['1  ', '3 更正 ', '4 请多办 ', '5 很好 '];
    const names = ['nobody', 'developer', '居民代表一', 'food-market'];
    expect(await namesSeen('southeast-officer', dish)).toEqual(
      marks.map((mark, at) => `${mark}${names[at]}`),
    );
    expect(await namesSeen('clinic', dish)).toEqual(marks.map((mark) => `${mark}nobody`));
    for (const account of ['food-market', 'savings-bank', 'zhoupu-steward', 'resident-1', 'resident-2'])
      expect([account, await namesSeen(account, dish)]).toEqual([account, []]);
    for (const account of ['clinic', 'food-market', 'savings-bank', 'zhoupu-steward', 'resident-1'])
      expect((await acts.seen(account, dishId))?.figures).toEqual({
        checkedInHeads: 5,
        reviewCount: 4,
        meanMark: '3.25',
      });
    expect((await acts.seen('developer', dishId))?.ownReview).toEqual({ mark: 3, comment: '更正' });
    expect((await acts.seen('resident-1', dishId))?.ownReview).toEqual({ mark: 4, comment: '请多办' });
    for (const account of ['clinic', 'southeast-officer', 'savings-bank', 'zhoupu-steward'])
      expect([account, (await acts.seen(account, dishId))?.ownReview]).toEqual([account, null]);
  });

  it('tell whoever holds it no name by their order, their day or a line', async () => {
    const dish = await held();
    for (const [account, mark] of [
      ['food-market', 5],
      ['developer', 1],
    ] as const)
      await review(account, dish, mark);
    const filter = { dishId: dish.dishId };
    const { dishReviews } = await world.as('clinic').ask<Listed>(LIST, { filter });
    expect(dishReviews.edges.map(({ node }) => node.day)).toEqual(['2026-12-16', '2026-12-16']);
    expect(JSON.stringify(dishReviews)).not.toMatch(/food-market|developer/);
    const linesOf = async (account: string) =>
      JSON.stringify(await world.as(account).ask(LINES, { id: dish.dishId })).match(/"DishReviewer"/g)
        ?.length ?? 0;
    expect(
      await Promise.all(['clinic', 'food-market', 'savings-bank', 'southeast-officer'].map(linesOf)),
    ).toEqual([0, 1, 0, 2]);
  });

  it('are listed for whoever holds a dish, and for the committee, by network and day', async () => {
    const dish = await held();
    await review('food-market', dish, 5);
    const count = async (account: string, filter: object) =>
      (await world.as(account).ask<Listed>(LIST, { filter })).dishReviews.totalCount;
    const { dishId } = dish;
    const networkId = world.network('southeast');
    expect(
      await count('southeast-officer', { dishId, networkId, from: '2026-12-16', to: '2026-12-17' }),
    ).toBe(1);
    expect(await count('southeast-officer', { dishId, to: '2026-12-16' })).toBe(0);
    expect(await count('southeast-officer', { dishId, from: '2026-12-17' })).toBe(0);
    expect(await count('clinic', { dishId })).toBe(1);
    for (const account of ['food-market', 'riverside-committee', 'zhoupu-steward', 'resident-1'])
      expect(await count(account, {})).toBe(0);
  });

  it('come from who was signed up or checked in, not from who holds it, nor before it begins', async () => {
    const dish = await acts.published({ quota: 20 });
    await world.as('savings-bank').ask(SIGN_UP, { dishId: dish.dishId, heads: 2 });
    acts.setClock(16, '08:45');
    await acts.note('clinic', dish.dateId, 3, 'food-market');
    expect(await review('food-market', dish, 5)).toBe('It has not begun yet.');
    expect(await review('resident-1', dish, 5)).toBe('It has not begun yet.');
    acts.setClock(16, '09:00');
    expect(await review('food-market', dish, 5)).toBe('OwnDishReview');
    expect(await review('savings-bank', dish, 5)).toBe('OwnDishReview');
    expect(await review('developer', dish, 5)).toMatch(/^Only a unit that was signed up/);
    expect(await review('clinic', dish, 5)).toBe('Whoever holds it does not review it.');
    expect(await review('zhoupu-steward', dish, 5)).toBe('Your post may not do this.');
    expect(await review('owners-committee', dish, 5)).toMatch(/^There is no such thing/);
    expect(await review('riverside-primary', dish, 5)).toMatch(/^There is no such thing/);
    await acts.note('clinic', dish.dateId, 0, 'developer');
    expect(await review('developer', dish, 5)).toMatch(/^Only a unit that was signed up/);
  });

  it('refuse what is no mark, and what is too long', async () => {
    const dish = await held();
    for (const mark of [0, 6])
      expect(await review('food-market', dish, mark)).toBe('input.mark: Give 1 to 5.');
    expect(await review('food-market', dish, 5, 'a'.repeat(501))).toMatch(/^input.comment: /);
    expect(await review('food-market', dish, 5, 'a'.repeat(500))).toBe('OwnDishReview');
  });

  it('stand for ever when the menu is closed, and a lead that leaves its unit takes none along', async () => {
    const dish = await held();
    await review('food-market', dish, 5);
    world.clock.set(new Date('2027-01-01T00:00:00+08:00'));
    await acts.menus.onMenu('closeMenu', await acts.menus.menu());
    expect(await review('food-market', dish, 1)).toBe('The menu of this month is closed.');
    expect((await acts.seen('food-market', dish.dishId))?.ownReview).toMatchObject({ mark: 5 });
    expect(onDay(16).startsAt).toContain('2026-12-16');
  });
});

import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { ProjectActs } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) { ... on BookingBundle { bookings { id } } } }`;
const DISH = `... on Dish { version findings { id version text unit { code } need { id } } }`;
const ADD = `mutation ($input: AddDishFindingInput!) { act: addDishFinding(input: $input) {
  __typename ${DISH} ... on Refusal { message } } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: DishFindingInput!) {
  act: updateDishFinding(id: $id, version: $version, input: $input) { __typename ${DISH} ... on Refusal { message } } }`;
const CHANGE_KIND = `mutation ($id: ID!, $version: Int!, $kind: DishKind!) {
  act: updateDish(id: $id, version: $version, input: { kind: $kind }) { __typename ... on Refusal { message } } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) {
  act: removeDishFinding(id: $id, version: $version) { __typename ${DISH} ... on Refusal { message } } }`;

interface Finding {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly unit: { readonly code: string } | null;
  readonly need: { readonly id: string } | null;
}

interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly findings?: readonly Finding[];
}

describe('the chain', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  beforeEach(() => world.clock.set('2026-11-23T09:00:00+08:00'));
  afterAll(() => world.close());

  const change = async (account: string, document: string, variables: object): Promise<Outcome> => {
    const { data, errors } = await world
      .actingAs(account)
      .tryAsk<{ act: Outcome }>(document, { ...variables });
    return data?.act ?? { __typename: String(errors?.[0]?.extensions.code) };
  };
  const again = async ({ id }: SeenDish): Promise<SeenDish> => {
    const dish = await acts.dish(acts.secretary, id);
    if (!dish) throw new Error('The committee does not read it.');
    return dish;
  };

  it('goes from a survey to what it found, the need that came of it, the project and the activity with what is booked, and back', async () => {
    const survey = await acts.taken('clinic', { kind: 'TOPICAL_SURVEY', title: '停车调研' });
    await acts.published();
    world.clock.set(survey.endsAt);
    const need = await new NeedActs(world).open('food-market', { title: '停车难' });
    const found = { dishId: survey.id, text: '晚间缺车位', needId: need.id };
    expect((await change('clinic', ADD, { input: found })).__typename).toBe('Dish');
    const stays = await change(acts.secretary, CHANGE_KIND, { ...(await again(survey)), kind: 'LECTURE' });
    expect(stays.__typename).toBe('BAD_USER_INPUT');
    const project = await new ProjectActs(world).start('bus-639', { title: '错时停车' });
    const next = new MenuActs(world, 'southeast', '2027-01-01');
    const date = { startsAt: '2027-01-16T09:00:00+08:00', endsAt: '2027-01-16T11:00:00+08:00' };
    const input = { dates: [date], projectId: project.id };
    const activity = await next.taken('bus-639', { ...input, title: '停车宣传' });
    const answer = await next.taken('food-market', { dates: [date], needId: need.id, title: '停车咨询' });
    await next.act('bus-639', 'createDish', { input: next.input({ dates: [date], copyOfId: survey.id }) });
    await next.published();
    const items = [{ offerId: await world.offer('computer-room'), ...date }];
    const bundle = { input: { dishId: activity.id, items } };
    await world.actingAs('southeast-committee').ask(BOOK, bundle);

    const walk = `query ($id: ID!) { dish(id: $id) { title
      findings { text unit { code } dish { title }
        need { title dishes { edges { node { title need { title } } } } findings { dish { title } } } }
      copies { edges { node { state copiedFrom { title } } } } } }`;
    type Walked = { dish: { title: string; findings: object[]; copies: { edges: object[] } } };
    const from = async (account: string) =>
      (await world.actingAs(account).ask<Walked>(walk, { id: survey.id })).dish;
    const seen = await from('savings-bank');
    expect(seen).toEqual({
      title: '停车调研',
      findings: [
        {
          text: '晚间缺车位',
          unit: { code: 'clinic' },
          dish: { title: '停车调研' },
          need: {
            title: '停车难',
            dishes: { edges: [{ node: { title: answer.title, need: { title: '停车难' } } }] },
            findings: [{ dish: { title: '停车调研' } }],
          },
        },
      ],
      // A draft of another unit.
      copies: { edges: [] },
    });
    expect((await from('bus-639')).copies.edges).toEqual([
      { node: { state: 'DRAFT', copiedFrom: { title: '停车调研' } } },
    ]);

    const round = `query ($id: ID!) { dish(id: $id) { project { title dishes { edges { node { title } } } }
      offers { title booking { state dish { title project { title } } } } } }`;
    const around = async (account: string) =>
      (await world.actingAs(account).ask<{ dish: object }>(round, { id: activity.id })).dish;
    const links = { title: '停车宣传', project: { title: '错时停车' } };
    expect(await around('southeast-officer')).toEqual({
      project: { title: '错时停车', dishes: { edges: [{ node: { title: '停车宣传' } }] } },
      offers: [
        {
          title: expect.any(String) as string,
          booking: { state: expect.any(String) as string, dish: links },
        },
      ],
    });
    // That a room is taken by it all may read; the booking its sides and the committee do, the idea of a project its unit.
    expect(await around('savings-bank')).toEqual({
      project: null,
      offers: [{ title: expect.any(String) as string, booking: null }],
    });
  });

  it('has findings of surveys alone, from their first date on, by their lead and the committee', async () => {
    const survey = await acts.taken('clinic', { kind: 'TOPICAL_SURVEY', dates: [onDay(20)] });
    const lecture = await acts.taken('clinic', { dates: [onDay(20)] });
    const add = (account: string, dish: SeenDish, more: object = {}) =>
      change(account, ADD, { input: { dishId: dish.id, text: '发现', ...more } });
    expect((await add('clinic', survey)).message).toMatch(/not published/);
    await acts.published();
    expect((await add('clinic', survey)).message).toBe('The survey has not begun.');
    world.clock.set(survey.startsAt);
    expect((await add('clinic', lecture)).message).toBe('Only a topical survey has findings.');
    for (const account of ['savings-bank', 'resident-1', 'zhoupu-steward'])
      expect([account, (await add(account, survey)).__typename]).toEqual([account, 'FORBIDDEN']);
    expect((await add('riverside-primary', survey)).__typename).toBe('NOT_FOUND');
    const hidden = await new NeedActs(world).draft('food-market');
    const needId = hidden.id;
    expect((await add('clinic', survey, { needId })).__typename).toBe('NOT_FOUND');
    expect((await add('clinic', survey, { text: ' ' })).__typename).toBe('BAD_USER_INPUT');
    const [first] = (await add('clinic', survey)).findings ?? [];
    world.clock.advance(60_000);
    const [, second] = (await add('southeast-officer', survey)).findings ?? [];
    expect([first?.unit?.code, second?.unit?.code]).toEqual(['clinic', 'southeast-committee']);
    const step = { id: first?.id, version: first?.version };
    expect((await change('savings-bank', REMOVE, step)).__typename).toBe('FORBIDDEN');
    const input = { text: '改写' };
    const changed = await change('southeast-officer', UPDATE, { ...step, input });
    expect(changed.findings?.map(({ text }) => text)).toEqual(['改写', '发现']);
    expect((await change('clinic', UPDATE, { ...step, input })).__typename).toBe('StaleVersion');
    expect((await change('clinic', REMOVE, { ...step, version: 2 })).findings).toHaveLength(1);
    expect((await acts.tryAct(acts.secretary, 'cancelDish', await again(survey))).message).toMatch(
      /^No date of it lies ahead/,
    );
    const lines = `query ($id: ID!) { dish(id: $id) { auditLines(first: 50) { edges { node { act } } } } }`;
    type Lines = { dish: { auditLines: { edges: { node: { act: string } }[] } } };
    const { dish } = await world.actingAs('savings-bank').ask<Lines>(lines, { id: survey.id });
    const noted = dish.auditLines.edges.map(({ node }) => node.act);
    expect(noted.filter((act) => act === 'REMOVED')).toHaveLength(1);
    expect(noted.filter((act) => act === 'CHANGED')).toHaveLength(1);
    expect(noted).toContain('CREATED');
  });
});

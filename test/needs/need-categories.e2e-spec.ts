import { startWorld, type World } from '../support/world.js';

const OUTCOME = `__typename ... on NeedCategory { id code name nameEn place retiredAt version }
  ... on Refusal { refused: code message }`;
const ADD = `mutation ($networkId: ID!, $name: String!) {
  answer: addNeedCategory(networkId: $networkId, name: $name) { ${OUTCOME} } }`;
const LIST = `query ($id: ID!) { node(id: $id) { ... on Network { needCategories { id code name version retiredAt } } } }`;
const STEPS = {
  rename: `mutation ($id: ID!, $version: Int!, $name: String!, $nameEn: String) {
    answer: renameNeedCategory(id: $id, version: $version, name: $name, nameEn: $nameEn) { ${OUTCOME} } }`,
  retire: `mutation ($id: ID!, $version: Int!) { answer: retireNeedCategory(id: $id, version: $version) { ${OUTCOME} } }`,
  restore: `mutation ($id: ID!, $version: Int!) { answer: restoreNeedCategory(id: $id, version: $version) { ${OUTCOME} } }`,
};

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

describe('the categories of needs', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const committee = () => world.as('southeast-committee', { role: 'SECRETARY' });
  const add = async (name: string): Promise<Outcome> =>
    (await committee().ask<{ answer: Outcome }>(ADD, { networkId: world.network('southeast'), name })).answer;
  const step = async (
    name: keyof typeof STEPS,
    { id, version }: Pick<Outcome, 'id' | 'version'>,
    more = {},
  ) =>
    (
      await committee().ask<{ answer: Outcome }>(STEPS[name], {
        id,
        version,
        ...more,
      })
    ).answer;
  const list = async (account = 'clinic', network = 'southeast') =>
    (
      await world.as(account).ask<{
        node: { needCategories: { id: string; name: string; code: string; version: number }[] } | null;
      }>(LIST, { id: world.network(network) })
    ).node?.needCategories;

  it('are added by the committee at the end of its list, for the whole network', async () => {
    const own = await add('宠物');
    expect(own).toMatchObject({ __typename: 'NeedCategory', code: null, place: 9, version: 1 });
    expect((await list())?.at(-1)).toMatchObject({ name: '宠物' });
    const theirs = await list('riverside-primary', 'riverside');
    expect(theirs?.map(({ name }) => name)).not.toContain('宠物');
  });

  it('are renamed, and a standing one keeps its code', async () => {
    const [first] = (await list()) ?? [];
    const renamed = await step('rename', { ...first! }, { name: '政策咨询', nameEn: 'Policy advice' });
    expect(renamed).toMatchObject({
      name: '政策咨询',
      nameEn: 'Policy advice',
      code: first?.code,
      version: 2,
    });
    expect(await step('rename', { ...first! }, { name: '迟到' })).toMatchObject({
      __typename: 'StaleVersion',
    });
  });

  it('have no two of one name in use', async () => {
    const own = await add('停车');
    expect(await add('停车')).toMatchObject({ __typename: 'CategoryExists', refused: 'ALREADY_EXISTS' });
    const retired = await step('retire', own);
    const successor = await add('停车');
    expect(successor).toMatchObject({ __typename: 'NeedCategory' });
    expect(await step('restore', retired)).toMatchObject({ __typename: 'CategoryExists' });
    await step('rename', successor, { name: '停车与充电' });
    expect(await step('restore', retired)).toMatchObject({ __typename: 'NeedCategory', retiredAt: null });
  });

  it('are retired and restored once', async () => {
    const own = await add('法律');
    expect(await step('restore', own)).toMatchObject({ __typename: 'WrongState' });
    const retired = await step('retire', own);
    expect(await step('retire', retired)).toMatchObject({ __typename: 'WrongState' });
    expect(await step('restore', retired)).toMatchObject({ retiredAt: null, version: 3 });
  });

  it('are no partner’s to change, nor another committee’s', async () => {
    const [first] = (await list()) ?? [];
    const { retire } = STEPS;
    const codeOf = async (account: string, query: string, variables: object) =>
      (await world.as(account).tryAsk(query, variables)).errors?.[0]?.extensions.code;
    expect(await codeOf('clinic', retire, { id: first?.id, version: 2 })).toBe('FORBIDDEN');
    expect(await codeOf('riverside-committee', retire, { id: first?.id, version: 2 })).toBe('NOT_FOUND');
    const networkId = world.network('southeast');
    expect(await codeOf('riverside-committee', ADD, { networkId, name: '外来' })).toBe('NOT_FOUND');
  });

  it('stay at fifty and apart by name, also when many are added at once', async () => {
    const known = (await list())?.length ?? 0;
    const names = Array.from({ length: 52 - known }, (_, index) => `类别${Math.floor(index / 2)}`);
    const answers = await Promise.all(names.map((name) => add(name)));
    const kinds = answers.map(({ __typename }) => __typename);
    expect(new Set(kinds)).toEqual(new Set(['NeedCategory', 'CategoryExists']));
    for (let count = (await list())?.length ?? 0; count < 50; count++) await add(`补充${count}`);
    const full = await committee().tryAsk(ADD, { networkId: world.network('southeast'), name: '第五十一' });
    expect(full.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'networkId' }],
    });
  });
});

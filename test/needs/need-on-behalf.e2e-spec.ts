import { NeedActs, needStep, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateNeedInput!, $onBehalfOf: ID) {
  updateNeed(id: $id, version: $version, input: $input, onBehalfOf: $onBehalfOf) {
    __typename ... on Need { id state version what contact { phone } }
  }
}`;
const CREATE = `mutation ($input: CreateNeedInput!, $onBehalfOf: ID) {
  createNeed(input: $input, onBehalfOf: $onBehalfOf) { id state version }
}`;
const TRY = `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID, $tryOnly: Boolean) {
  proposeNeed(id: $id, version: $version, onBehalfOf: $onBehalfOf, tryOnly: $tryOnly) {
    __typename ... on Need { id state version what contact { phone } }
  }
}`;

type Answer = Record<string, { __typename: string; version: number; state: string; id: string }>;

describe('a need that the committee enters for a unit', () => {
  let world: World;
  let acts: NeedActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
  });
  afterAll(() => world.close());

  const forClinic = (): object => ({ onBehalfOf: world.unit('clinic') });
  const onBehalf = async (document: string, { id, version }: SeenNeed, more: object = {}) => {
    const variables = { id, version, ...forClinic(), ...more };
    const { data, errors } = await world.as(COMMITTEE).tryAsk<Answer>(document, variables);
    return errors?.[0]?.extensions.code ?? Object.values(data ?? {})[0];
  };
  const update = async (need: SeenNeed, input: object): Promise<SeenNeed> => {
    const { id, version } = need;
    const answer = await world.as('clinic').ask<{ updateNeed: SeenNeed }>(UPDATE, { id, version, input });
    return answer.updateNeed;
  };
  const enter = async (): Promise<SeenNeed> => {
    const categoryId = await acts.category();
    const said = { title: '代办', what: '代为登记。', contactPhone: '021-55550000' };
    const input = { networkId: world.network('southeast'), categoryId, ...said };
    return (await world.as(COMMITTEE).ask<{ createNeed: SeenNeed }>(CREATE, { input, ...forClinic() }))
      .createNeed;
  };
  const expectUnreached = async (need: SeenNeed): Promise<void> => {
    const input = { title: '探听' };
    expect(await onBehalf(UPDATE, need, { input })).toBe('NOT_FOUND');
    expect(await onBehalf(TRY, need, { tryOnly: true })).toBe('NOT_FOUND');
    expect(await onBehalf(TRY, need)).toBe('NOT_FOUND');
    expect(await onBehalf(needStep('withdrawNeed', 'onBehalfOf'), need)).toBe('NOT_FOUND');
  };

  it('can be changed and proposed on its behalf', async () => {
    const need = await enter();
    const changed = await onBehalf(UPDATE, need, { input: { what: '改过。', contactPhone: '021-55550001' } });
    expect(changed).toMatchObject({ what: '改过。' });
    const proposed = await onBehalf(TRY, { ...need, version: 2 });
    expect(proposed).toMatchObject({ state: 'PROPOSED' });
  });

  it('is the unit’s alone once the unit has touched it', async () => {
    const touched = await update(await enter(), { contactPhone: '021-55550002' });
    await expectUnreached(touched);
  });

  it('stays open to both where the unit has changed nothing, which is no new version', async () => {
    const need = await enter();
    const same = {
      title: '代办',
      contactPhone: '021-55550000',
      kinds: [],
      urgency: 'NORMAL',
      location: null,
    };
    expect(await update(need, same)).toMatchObject({ version: need.version });
    expect(await onBehalf(TRY, need)).toMatchObject({ state: 'PROPOSED' });
  });

  it('is the unit’s alone after it was returned', async () => {
    const need = await enter();
    const proposed = (await onBehalf(TRY, need)) as unknown as SeenNeed;
    const returned = await acts.step(COMMITTEE, 'returnNeed', proposed);
    await expectUnreached(returned);
    await expectUnreached(await update(returned, { what: '退回之后才写的。' }));
  });

  it('is not one that the unit drafted itself, before it is proposed', async () => {
    const draft = await acts.draft('clinic');
    await expectUnreached(draft);
    const proposed = await acts.step('clinic', 'proposeNeed', draft);
    expect(await onBehalf(UPDATE, proposed, { input: { title: '改题' } })).toMatchObject({
      state: 'PROPOSED',
    });
  });
});

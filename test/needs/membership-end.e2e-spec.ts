import { ClaimActs } from '../support/claim-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const NEED = `query ($id: ID!) { need(id: $id) { state reason contact { phone } } }`;
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version state } } }`;
type Change = 'suspendMembership' | 'resumeMembership' | 'removeMembership';

interface Seen {
  readonly state: string;
  readonly reason: string | null;
  readonly contact: object | null;
}

describe('the needs and claims of a unit that leaves', () => {
  let world: World;
  let needs: NeedActs;
  let claims: ClaimActs;
  const committee = 'southeast-committee';

  beforeAll(async () => {
    world = await startWorld();
    needs = new NeedActs(world);
    claims = new ClaimActs(world);
  });
  afterAll(() => world.close());

  const see = async (id: string, account = committee): Promise<Seen | null> =>
    (await claims.as(account).ask<{ need: Seen | null }>(NEED, { id })).need;
  const stateOf = async (needId: string, unit: string): Promise<string | undefined> =>
    (await claims.list(committee, { needId, unitId: world.unit(unit) }))[0]?.state;
  const change = async (name: Change, unit: string): Promise<void> => {
    const id = world.membership(unit, 'southeast');
    const { node } = await claims
      .as(committee)
      .ask<{ node: { id: string; version: number } }>(MEMBERSHIP, { id });
    const document = `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { __typename } }`;
    const answer = await claims.as(committee).ask<Record<Change, { __typename: string }>>(document, node);
    expect(answer[name].__typename).toBe('Membership');
  };

  it('are withdrawn and given up; what others need is open again, and what was done stays', async () => {
    const post = () => needs.open('food-market');
    const draft = await needs.draft('clinic');
    const proposed = await needs.step('clinic', 'proposeNeed', await needs.draft('clinic'));
    const mine = await needs.open('clinic');
    await claims.claim('police-post', mine.id);
    const answered = await needs.open('clinic');
    await claims.claim('police-post', answered.id);
    const { version } = await claims
      .as('police-post')
      .ask<{ need: { version: number } }>(`query ($id: ID!) { need(id: $id) { version } }`, answered)
      .then(({ need }) => need);
    await needs.step('police-post', 'answerNeed', { id: answered.id, version });
    const [held, begun, asked] = [await post(), await post(), await post()];
    await claims.claim('clinic', held.id);
    await claims.step('clinic', 'noteArrival', await claims.claim('clinic', begun.id));
    await claims.askFor(asked.id, 'clinic', 'police-post');
    const elsewhere = await needs.open('fire-squadron', {}, 'riverside');

    await change('suspendMembership', 'clinic');
    const reason = '单位不再参加本网络。';
    for (const { id } of [proposed, mine, answered]) {
      expect(await see(id)).toMatchObject({ state: 'WITHDRAWN', reason });
    }
    expect(await see(mine.id, 'police-post')).toMatchObject({ contact: null });
    expect([await stateOf(mine.id, 'police-post'), await stateOf(answered.id, 'police-post')]).toEqual([
      'WITHDRAWN',
      'DONE',
    ]);
    expect(await see(draft.id, 'clinic')).toMatchObject({ state: 'DRAFT' });
    expect([await see(held.id), await see(begun.id), await see(asked.id)]).toMatchObject([
      { state: 'OPEN' },
      { state: 'OPEN' },
      { state: 'OPEN' },
    ]);
    expect(await stateOf(held.id, 'clinic')).toBe('GIVEN_UP');
    expect(await stateOf(begun.id, 'clinic')).toBe('GIVEN_UP');
    expect([await stateOf(asked.id, 'clinic'), await stateOf(asked.id, 'police-post')]).toEqual([
      'WITHDRAWN',
      'ASKED',
    ]);
    expect(await see(elsewhere.id, 'riverside-primary')).toMatchObject({ state: 'OPEN' });
    await expect(claims.tryClaim('clinic', held.id)).rejects.toThrow('NOT_FOUND');
    await expect(claims.tryAskFor(held.id, ['clinic'])).rejects.toThrow(
      /BAD_USER_INPUT.*takes no active part/,
    );
    await change('resumeMembership', 'clinic');
    expect(await claims.claim('clinic', held.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('leave nothing alive that was claimed at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const all = await Promise.all(Array.from({ length: 4 }, () => needs.open('food-market')));
      const answers = await Promise.all([
        ...all.map(({ id }) =>
          claims.tryClaim('developer', id).then(
            ({ __typename }) => __typename,
            (error: Error) => error.message.split(' ')[0],
          ),
        ),
        change('suspendMembership', 'developer'),
      ]);
      const kinds = answers.filter((kind) => kind !== undefined);
      expect(kinds.filter((kind) => kind !== 'Claim' && kind !== 'NOT_FOUND')).toEqual([]);
      const states = await Promise.all(all.map(async ({ id }) => (await see(id))?.state));
      expect(states).toEqual(Array<string>(4).fill('OPEN'));
      const live = { unitId: world.unit('developer'), states: ['ASKED', 'ACCEPTED'] };
      expect(await claims.list(committee, live)).toEqual([]);
      await change('resumeMembership', 'developer');
    }
    expect(world.api.failures).toEqual([]);
  });
});

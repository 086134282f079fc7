import { fingerprint } from '../support/fingerprint.js';
import { ProjectActs, projectStep } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = `mutation ($input: CreateNeedInput!) { createNeed(input: $input) { id } }`;
const PAST = { startsAt: '2026-11-20T08:00:00+08:00', endsAt: '2026-11-20T09:00:00+08:00' };
const AHEAD = { startsAt: '2026-11-24T08:00:00+08:00', endsAt: '2026-11-24T09:00:00+08:00' };

/** What is refused of needs, claims and projects says why, and leaves every row of every table as it was. */
describe('nothing is stored of', () => {
  let world: World;
  let acts: ProjectActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const expectUntouched = async (work: () => Promise<void>) => {
    const before = await fingerprint(world.api.database);
    await work();
    expect(await fingerprint(world.api.database)).toBe(before);
  };
  const answered = async () => {
    const claimed = await acts.claimed('clinic', 'food-market');
    return acts.needs.step('food-market', 'answerNeed', claimed);
  };

  it('a claim on one’s own need, which is named', async () => {
    const { id } = await acts.needs.open('clinic');
    await expectUntouched(async () => {
      const refused = await acts.claims.tryClaim('clinic', id);
      expect(refused).toMatchObject({ __typename: 'OwnNeed', code: 'OWN_NEED' });
      expect(refused.message).toBe('Southeast Clinic does not claim its own need.');
      expect(await acts.claims.tryAskFor(id, ['clinic'])).toMatchObject({ __typename: 'OwnNeed' });
    });
  });

  it('a project without a lead, or with one that is not of its network', async () => {
    const { leadUnitId: _, ...leaderless } = (await acts.input('clinic')) as Record<string, unknown>;
    await expectUntouched(async () => {
      for (const input of [leaderless, { ...leaderless, leadUnitId: null }]) {
        const { errors } = await world.as('clinic').tryAsk(projectStep('startProject'), { input });
        expect(errors?.[0]?.extensions).toMatchObject({
          code: 'BAD_USER_INPUT',
          fields: [{ path: 'input.leadUnitId' }],
        });
      }
      const elsewhere = { ...leaderless, leadUnitId: world.unit('riverside-primary') };
      const refused = await acts.tryAct('southeast-committee', 'startProject', { input: elsewhere });
      expect(refused.__typename).toBe('BAD_USER_INPUT');
    });
  });

  it('a closing word of anybody but who had the need', async () => {
    const { id, version } = await answered();
    await expectUntouched(async () => {
      for (const account of ['food-market', 'bus-639', 'southeast-committee'])
        await expect(acts.needs.tryStep(account, 'closeNeed', { id, version })).rejects.toThrow('FORBIDDEN');
    });
    expect((await acts.needs.step('clinic', 'closeNeed', { id, version })).state).toBe('CLOSED');
  });

  it('a need in the past, or one that is past by the time it is proposed', async () => {
    const [networkId, categoryId] = [world.network('southeast'), await acts.needs.category()];
    const draft = await acts.needs.draft('clinic', AHEAD);
    await expectUntouched(async () => {
      const input = { networkId, categoryId, title: '用车', what: '接送', ...PAST };
      const { errors } = await world.as('clinic').tryAsk(CREATE, { input });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.startsAt' }],
      });
      world.clock.advance(2 * 86_400_000);
      const proposed = acts.needs.tryStep('clinic', 'proposeNeed', draft);
      await expect(proposed).rejects.toThrow('BAD_USER_INPUT');
    });
  });

  it('a claim on a need that another client has just withdrawn', async () => {
    const open = await acts.needs.open('clinic');
    await acts.claims.askFor(open.id, 'bus-639');
    const [asked] = await acts.claims.list('bus-639', { needId: open.id });
    await acts.needs.step('clinic', 'withdrawNeed', open);
    const withdrawn = { __typename: 'WrongState', currentState: 'WITHDRAWN' };
    await expectUntouched(async () => {
      expect(await acts.claims.tryClaim('food-market', open.id)).toMatchObject(withdrawn);
      expect(await acts.claims.tryAskFor(open.id, ['food-market'])).toMatchObject(withdrawn);
      const late = { ...asked, accept: true };
      expect(await acts.claims.tryStep('bus-639', 'answerClaim', late)).toMatchObject({
        __typename: expect.stringMatching(/^(StaleVersion|WrongState)$/) as string,
      });
    });
  });

  it('one of the two when a need is withdrawn and claimed at once', async () => {
    for (let round = 0; round < 5; round++) {
      const open = await acts.needs.open('clinic');
      const [withdrawn, claimed] = await Promise.all([
        acts.needs.tryStep('clinic', 'withdrawNeed', open),
        acts.claims.tryClaim('food-market', open.id),
      ]);
      const claims = await acts.claims.list('food-market', { needId: open.id });
      expect([withdrawn.__typename, claimed.__typename, claims.map(({ state }) => state)]).toEqual(
        withdrawn.__typename === 'Need'
          ? ['Need', 'WrongState', []]
          : ['StaleVersion', 'Claim', ['ACCEPTED']],
      );
    }
  });
});

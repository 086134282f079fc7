import { ClaimActs } from '../support/claim-acts.js';
import { NeedActs, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const SEEN = `id version state reason answer answeredAt takenAt openedAt calledAt claimedAt endedAt urgency
  claims { edges { node { way state unit { code } } } }`;
const SEE = `query ($id: ID!) { need(id: $id) { ${SEEN} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateNeedInput!) {
  updateNeed(id: $id, version: $version, input: $input) { __typename ... on Need { ${SEEN} } }
}`;

type Seen = SeenNeed & {
  readonly calledAt: string | null;
  readonly takenAt: string | null;
  readonly answeredAt: string | null;
  readonly claims: { edges: { node: { way: string; state: string; unit: { code: string } } }[] };
};

describe('what was said of a need can be said anew', () => {
  let world: World;
  let needs: NeedActs;
  let claims: ClaimActs;

  beforeAll(async () => {
    world = await startWorld();
    needs = new NeedActs(world);
    claims = new ClaimActs(world);
    await world.offers('pumps', 'ladder-truck', 'bus-45');
  });
  afterAll(() => world.close());

  const see = async (account: string, id: string) =>
    (await world.actingAs(account).ask<{ need: Seen | null }>(SEE, { id })).need;
  const update = async (account: string, { id, version }: SeenNeed, input: object) =>
    world.as(account).tryAsk<{ updateNeed: Seen }>(UPDATE, { id, version, input });
  const STAGES = ['PROPOSED', 'TAKEN', 'OPEN'] as const;
  const bring = async (stage: (typeof STAGES)[number], changes: object): Promise<SeenNeed> => {
    if (stage === 'OPEN') return needs.open('clinic', changes);
    const proposed = await needs.step('clinic', 'proposeNeed', await needs.draft('clinic', changes));
    return stage === 'PROPOSED' ? proposed : needs.step(COMMITTEE, 'takeNeed', proposed);
  };

  it.each(STAGES)('one that is raised to urgent while %s is a call', async (stage) => {
    const need = await bring(stage, { kinds: ['EQUIPMENT'], urgency: 'SOON' });
    const before = await see(COMMITTEE, need.id);
    const { data } = await update('clinic', need, { urgency: 'URGENT' });
    const calledAt = world.clock.now().toISOString();
    expect(data?.updateNeed).toMatchObject({ state: 'OPEN', urgency: 'URGENT', calledAt });
    const seen = await see(COMMITTEE, need.id);
    expect(seen?.takenAt).toBe(before?.takenAt ?? calledAt);
    expect(seen?.claims.edges.map(({ node }) => node)).toEqual([
      { way: 'CALLED', state: 'ASKED', unit: { code: 'fire-squadron' } },
    ]);
    const lowered = await update('clinic', data?.updateNeed as Seen, { urgency: 'SOON' });
    expect(lowered.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('a draft that is raised to urgent calls nobody before it is proposed', async () => {
    const draft = await needs.draft('clinic');
    const { data } = await update('clinic', draft, { urgency: 'URGENT' });
    expect(data?.updateNeed).toMatchObject({ state: 'DRAFT', calledAt: null });
  });

  it('a no can be taken back as long as the need asks, unless the unit was asked again since', async () => {
    const need = await needs.open('clinic', { places: 2 });
    const asked = (await claims.askFor(need.id, 'bus-639')).get('bus-639');
    if (!asked) throw new Error('The fleet was not asked.');
    const no = await claims.step('bus-639', 'answerClaim', asked, { accept: false, reason: '车在外' });
    await claims.askFor(need.id, 'bus-639');
    const twice = { id: no.id, version: no.version, accept: true };
    expect(await claims.tryStep('bus-639', 'answerClaim', twice)).toMatchObject({ __typename: 'WrongState' });
    const [again] = await claims.list('bus-639', { needId: need.id, states: ['ASKED'] });
    if (!again) throw new Error('The fleet was not asked again.');
    const second = await claims.step('bus-639', 'answerClaim', again, { accept: false });
    expect(await claims.step('bus-639', 'answerClaim', second, { accept: true })).toMatchObject({
      state: 'ACCEPTED',
      reason: null,
      settledAt: null,
    });
    const other = (await claims.askFor(need.id, 'police-post')).get('police-post');
    if (!other) throw new Error('The post was not asked.');
    const refused = await claims.step('police-post', 'answerClaim', other, { accept: false });
    expect(await claims.claim('police-post', need.id)).toMatchObject({ state: 'ACCEPTED', way: 'TAKEN' });
    const late = { id: refused.id, version: refused.version, accept: true };
    expect((await claims.tryStep('police-post', 'answerClaim', late)).__typename).not.toBe('Claim');
  });

  it('one that was withdrawn can be proposed anew, and only the committee reads it until it is taken', async () => {
    const open = await needs.open('clinic');
    await claims.claim('bus-639', open.id);
    const claimed = await see('clinic', open.id);
    const withdrawn = await needs.step('clinic', 'withdrawNeed', claimed as Seen, { reason: '误操作' });
    expect(await see('food-market', open.id)).toMatchObject({ state: 'WITHDRAWN' });
    const proposed = await needs.step('clinic', 'proposeNeed', withdrawn);
    expect(await see('food-market', open.id)).toBeNull();
    expect(await see('bus-639', open.id)).toBeNull();
    const none = { takenAt: null, openedAt: null, claimedAt: null, endedAt: null, reason: null };
    expect(await see(COMMITTEE, open.id)).toMatchObject({ state: 'PROPOSED', ...none });
    const taken = await needs.step(COMMITTEE, 'takeNeed', proposed);
    await needs.step(COMMITTEE, 'openNeed', taken);
    expect(await claims.claim('bus-639', open.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('an answer can be amended until those who had the need have spoken', async () => {
    const open = await needs.open('clinic');
    const answered = await needs.step('bus-639', 'answerNeed', await needs.claim('bus-639', open.id));
    const before = await see('clinic', open.id);
    const amended = await needs.step('bus-639', 'answerNeed', answered, { answer: '两趟都送到了。' });
    expect(amended).toMatchObject({ state: 'ANSWERED', answer: '两趟都送到了。' });
    expect((await see('clinic', open.id))?.answeredAt).toBe(before?.answeredAt);
    const { id, version } = await needs.step('clinic', 'closeNeed', amended);
    await expect(needs.tryStep('bus-639', 'answerNeed', { id, version })).rejects.toThrow('FORBIDDEN');
  });

  it('one whose time is over can still be changed, ended and given another time, but not claimed', async () => {
    const soon = { startsAt: '2026-11-24T09:00:00+08:00', endsAt: '2026-11-24T10:00:00+08:00' };
    const later = { startsAt: '2026-12-24T09:00:00+08:00', endsAt: '2026-12-24T10:00:00+08:00' };
    const [need, unmet, gone] = [
      await needs.open('clinic', soon),
      await needs.open('clinic', soon),
      await needs.open('clinic', soon),
    ];
    world.clock.set('2026-11-24T10:00:00+08:00');
    const refused = {
      __typename: 'WrongState',
      message: expect.stringContaining('time of the need is over') as string,
    };
    expect(await claims.tryClaim('bus-639', need.id)).toMatchObject(refused);
    expect(await claims.tryAskFor(need.id, ['bus-639'])).toMatchObject(refused);
    const { data } = await update('clinic', need, { contactPhone: '021-55550003' });
    expect(data?.updateNeed.version).toBe(need.version + 1);
    await needs.step(COMMITTEE, 'markNeedUnmet', unmet);
    await needs.step('clinic', 'withdrawNeed', gone);
    await update('clinic', data?.updateNeed as Seen, later);
    expect(await claims.claim('bus-639', need.id)).toMatchObject({ state: 'ACCEPTED' });
  });
});

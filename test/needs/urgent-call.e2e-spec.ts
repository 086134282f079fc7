import { ClaimActs } from '../support/claim-acts.js';
import { NeedActs, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const SEEN = `state version openedAt takenAt calledAt callText
  firstAcceptance { unit { code } acceptedAt } claims { edges { node { way state unit { code } } } }`;
const SEE = `query ($id: ID!) { need(id: $id) { ${SEEN} } }`;
const PROPOSE = `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
  done: proposeNeed(id: $id, version: $version, tryOnly: $tryOnly) { __typename ... on Need { ${SEEN} } } }`;
const AGAIN = `mutation ($id: ID!, $version: Int!) {
  done: callAgain(id: $id, version: $version) {
    __typename ... on Need { ${SEEN} } ... on Refusal { message } ... on WrongState { currentState } } }`;

interface Seen {
  __typename?: string;
  state: string;
  version: number;
  openedAt: string | null;
  takenAt: string | null;
  calledAt: string | null;
  callText: string | null;
  firstAcceptance: { unit: { code: string } } | null;
  claims: { edges: { node: { way: string; state: string; unit: { code: string } } }[] };
}

const FLOOD = {
  title: '307室、107室进水',
  what: '两户家中进水，需要抽水。电话 021-5555 0307',
  location: '12号楼',
  urgency: 'URGENT',
  kinds: ['EQUIPMENT', 'VEHICLE'],
  facts: { driverIncluded: true, seatsAtLeast: 4 },
  contactPhone: '021-55550107',
};

describe('an urgent need', () => {
  let world: World;
  let acts: NeedActs;
  let claims: ClaimActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
    claims = new ClaimActs(world);
    await world.offers('pumps', 'ladder-truck', 'bus-45', 'hall');
  });
  afterAll(() => world.close());

  const see = async (account: string, { id }: { id: string }) =>
    (await world.as(account).ask<{ need: Seen | null }>(SEE, { id })).need;
  const step = async (account: string, document: string, { id, version }: SeenNeed, more: object = {}) =>
    (
      await world
        .as(account)
        .ask<{ done: Seen & { currentState?: string; message?: string } }>(document, { id, version, ...more })
    ).done;
  const called = (seen: Seen | null, state = 'ASKED') =>
    seen?.claims.edges
      .filter(({ node }) => node.state === state && node.way === 'CALLED')
      .map(({ node }) => node.unit.code)
      .toSorted();
  const call = async (account: string, changes: object = {}) => {
    const draft = await acts.draft(account, { ...FLOOD, ...changes });
    return { ...draft, ...(await step(account, PROPOSE, draft)), id: draft.id } as Seen & SeenNeed;
  };

  it('is open at once and calls who could help by the facts of its offers, whoever posts it', async () => {
    const { id } = await call('southeast-officer', { source: 'TELEPHONE' });
    const now = world.clock.now().toISOString();
    const seen = await see('southeast-officer', { id });
    expect(seen).toMatchObject({
      state: 'OPEN',
      takenAt: now,
      openedAt: now,
      calledAt: now,
      firstAcceptance: null,
    });
    expect(called(seen)).toEqual(['bus-639', 'fire-squadron']);
    const byUnit = await call('clinic', { facts: { seatsAtLeast: 30 }, kinds: ['VEHICLE'] });
    expect(byUnit).toMatchObject({ state: 'OPEN', calledAt: now });
    expect(called(await see('southeast-officer', byUnit))).toEqual(['bus-639']);
    expect(called(await see('clinic', byUnit))).toEqual([]);
  });

  it('calls all partners where no kind of offer is named, and never the one that has the need', async () => {
    const all = called(await see('southeast-officer', await call('clinic', { kinds: [], facts: null })));
    expect(all).toHaveLength(12);
    expect(all).not.toContain('clinic');
    expect(all).not.toContain('southeast-committee');
  });

  it('looks neither at time nor at hours, but at the network', async () => {
    const soon = { startsAt: '2026-11-23T09:30:00+08:00', endsAt: '2026-11-23T23:00:00+08:00' };
    expect(
      called(
        await see('southeast-officer', await call('clinic', { ...soon, kinds: ['VENUE'], facts: null })),
      ),
    ).toEqual(['southeast-kindergarten']);
    const elsewhere = await acts.draft('riverside-clinic', { ...FLOOD, kinds: ['VENUE'] }, 'riverside');
    await step('riverside-clinic', PROPOSE, elsewhere);
    expect(called(await see('riverside-committee', elsewhere))).toEqual([]);
  });

  it('shows beforehand whom it would call', async () => {
    const draft = await acts.draft('southeast-officer', FLOOD);
    const tried = await step('southeast-officer', PROPOSE, draft, { tryOnly: true });
    expect([tried.state, called(tried)]).toEqual(['OPEN', ['bus-639', 'fire-squadron']]);
    expect(await see('southeast-officer', draft)).toMatchObject({ state: 'DRAFT', claims: { edges: [] } });
    expect(await see('fire-squadron', draft)).toBeNull();
  });

  it('shows the first acceptance to all, and lets the others go', async () => {
    const need = await call('southeast-officer');
    expect((await see('police-post', need))?.callText).toBe(
      [
        '【紧急求助】东南社区党总支：307室、107室进水',
        '情况：两户家中进水，需要抽水。电话 ****0307',
        '地点：12号楼',
        '急需：设备、车辆',
        '求助时间：2026年11月23日（星期一）09:00',
        '还需1家，能够前往的单位请立即答复。',
      ].join('\n'),
    );
    const [mine] = await claims.list('fire-squadron', { needId: need.id });
    if (!mine) throw new Error('The squadron was not called.');
    await claims.step('fire-squadron', 'answerClaim', mine, { accept: true });
    for (const account of ['police-post', 'bus-639', 'zhoupu-steward', 'southeast-officer'])
      expect(await see(account, need)).toMatchObject({
        state: 'CLAIMED',
        firstAcceptance: { unit: { code: 'fire-squadron' } },
      });
    expect(called(await see('southeast-officer', need), 'WITHDRAWN')).toEqual(['bus-639']);
    expect((await see('police-post', need))?.callText).toMatch(/周浦消防中队已响应（.*09:00）$/);
    const gone = await claims.step(
      'fire-squadron',
      'giveUpClaim',
      (await claims.list('fire-squadron', { needId: need.id }))[0] ?? mine,
    );
    expect(gone.state).toBe('GIVEN_UP');
    expect(await see('police-post', need)).toMatchObject({
      state: 'OPEN',
      calledAt: need.calledAt,
      firstAcceptance: null,
    });
  });

  it('calls again those that are neither awaited nor at work', async () => {
    const need = await call('southeast-officer');
    const [mine] = await claims.list('fire-squadron', { needId: need.id });
    if (!mine) throw new Error('The squadron was not called.');
    await claims.step('fire-squadron', 'answerClaim', mine, { accept: false, reason: '正在出警' });
    const before = await see('southeast-officer', need);
    expect(called(before)).toEqual(['bus-639']);
    world.clock.set(new Date(world.clock.now().getTime() + 600_000));
    const now = { ...need, version: before?.version ?? 0 };
    const again = await step('southeast-officer', AGAIN, now);
    expect(called(again)).toEqual(['bus-639', 'fire-squadron']);
    expect(called(again, 'DECLINED')).toEqual(['fire-squadron']);
    expect(again.calledAt).toBe(need.calledAt);
    const once = await step('southeast-officer', AGAIN, { ...now, version: again.version });
    expect(called(once)).toEqual(['bus-639', 'fire-squadron']);
  });

  it('is called again by its committee alone, and only while it is open and urgent', async () => {
    const codeOf = async (account: string, { id, version }: { id: string; version: number }) => {
      const { errors } = await world.as(account).tryAsk(AGAIN, { id, version });
      return errors?.[0]?.extensions.code;
    };
    const need = await call('clinic');
    expect(await codeOf('clinic', need)).toBe('FORBIDDEN');
    expect(await codeOf('riverside-committee', need)).toBe('NOT_FOUND');
    const calm = await acts.open('clinic');
    expect(await step('southeast-officer', AGAIN, calm)).toMatchObject({
      __typename: 'WrongState',
      currentState: 'OPEN',
    });
    const withdrawn = await acts.step('clinic', 'withdrawNeed', { id: need.id, version: need.version });
    expect(await step('southeast-officer', AGAIN, withdrawn)).toMatchObject({ currentState: 'WITHDRAWN' });
  });

  it('stays urgent once units were called', async () => {
    const need = await call('clinic');
    const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateNeedInput!) {
      updateNeed(id: $id, version: $version, input: $input) { __typename } }`;
    const { errors } = await world
      .as('clinic')
      .tryAsk(UPDATE, { id: need.id, version: need.version, input: { urgency: 'NORMAL' } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.urgency' }],
    });
  });
});

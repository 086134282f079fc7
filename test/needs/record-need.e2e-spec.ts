import { ClaimActs } from '../support/claim-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const SEEN = `id version state source unit { code } urgency calledAt answeredAt endedAt recordedAt postedAt places
  contact { name } claims { edges { node { id version state way recordedAt unit { code } } } }`;
const RECORD = `mutation ($input: RecordNeedInput!, $tryOnly: Boolean) {
  recordNeed(input: $input, tryOnly: $tryOnly) {
    __typename ... on Need { ${SEEN} } ... on Refusal { code message } ... on NotRecordable { earliestStart latestEnd }
  }
}`;
const SEE = `query ($id: ID!) { need(id: $id) { ${SEEN} auditLines { edges { node { act } } } } }`;
const COUNT = `{ needs { totalCount } }`;

interface Recorded {
  __typename: string;
  id: string;
  version: number;
  state: string;
  code?: string;
  claims: { edges: { node: { id: string; version: number; state: string; unit: { code: string } } }[] };
}

/** By the clock of the Friday before the case begins. */
const at = (time: string, day = '20'): string => `2026-11-${day}T${time}:00+08:00`;
const instant = (time: string): string => new Date(at(time)).toISOString();

describe('a need that is recorded afterwards', () => {
  let world: World;
  let acts: NeedActs;
  let claims: ClaimActs;
  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
    claims = new ClaimActs(world);
  });
  afterAll(() => world.close());

  const helper = (unit: string, times: object = {}): object => ({
    unitId: world.unit(unit),
    acceptedAt: at('09:10'),
    arrivedAt: at('09:30'),
    finishedAt: at('10:30'),
    ...times,
  });
  const input = async (changes: object = {}): Promise<object> => ({
    networkId: world.network('southeast'),
    categoryId: await acts.category(),
    source: 'RESIDENTS',
    title: '独居老人就医',
    what: '送一位老人去医院。',
    startsAt: at('09:00'),
    endsAt: at('11:00'),
    claims: [helper('bus-639')],
    answer: '已送医并接回。',
    ...changes,
  });
  const ask = async (account: string, changes: object, tryOnly = false) =>
    world.as(account).tryAsk<{ recordNeed: Recorded }>(RECORD, { input: await input(changes), tryOnly });
  const record = async (changes: object = {}, tryOnly = false): Promise<Recorded> => {
    const { data, errors } = await ask('southeast-officer', changes, tryOnly);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.recordNeed;
  };
  const see = async (account: string, id: string) =>
    (await world.as(account).ask<{ need: Recorded | null }>(SEE, { id })).need;

  it('of residents is closed with the word of the committee, and says when it happened and when it was written', async () => {
    const need = await record({
      claims: [helper('bus-639'), helper('clinic', { arrivedAt: null, finishedAt: null })],
    });
    const now = world.clock.now().toISOString();
    expect(need).toMatchObject({
      state: 'CLOSED',
      unit: { code: 'southeast-committee' },
      places: 2,
      calledAt: null,
      postedAt: instant('09:00'),
      answeredAt: instant('11:00'),
      endedAt: instant('11:00'),
      recordedAt: now,
    });
    const helped = { state: 'DONE', way: 'TAKEN', recordedAt: now };
    for (const account of ['police-post', 'zhoupu-steward', 'bus-639', 'southeast-officer']) {
      const seen = await see(account, need.id);
      expect(seen?.claims.edges.map(({ node }) => node.unit.code).toSorted()).toEqual(['bus-639', 'clinic']);
      for (const { node } of seen?.claims.edges ?? []) expect(node).toMatchObject(helped);
    }
    expect(await see('riverside-committee', need.id)).toBeNull();
  });

  it('of a unit waits for the word of that unit, which may say that it was not answered', async () => {
    const changes = {
      source: 'UNIT',
      unitId: world.unit('clinic'),
      urgency: 'URGENT',
      calledAt: at('09:05'),
    };
    const need = await record(changes);
    expect(need).toMatchObject({
      state: 'ANSWERED',
      unit: { code: 'clinic' },
      calledAt: instant('09:05'),
      endedAt: null,
    });
    expect(need.claims.edges[0]?.node).toMatchObject({ state: 'ACCEPTED', way: 'CALLED' });
    expect((await acts.step('clinic', 'closeNeed', need)).state).toBe('CLOSED');
    expect((await see('police-post', need.id))?.claims.edges[0]?.node.state).toBe('DONE');
    const other = await record(changes);
    expect((await acts.step('clinic', 'reopenNeed', other)).state).toBe('OPEN');
  });

  it('can be corrected by a unit that did not help, whatever became of it', async () => {
    const closed = await record();
    const [mine] = await claims.list('bus-639', { needId: closed.id });
    if (!mine) throw new Error('The fleet does not see what was recorded of it.');
    expect(await claims.step('bus-639', 'giveUpClaim', mine)).toMatchObject({ state: 'GIVEN_UP' });
    expect((await see('police-post', closed.id))?.state).toBe('CLOSED');
    const answered = await record({ source: 'UNIT', unitId: world.unit('clinic') });
    const [another] = await claims.list('bus-639', { needId: answered.id });
    if (!another) throw new Error('The fleet does not see what was recorded of it.');
    expect(await claims.step('bus-639', 'giveUpClaim', another)).toMatchObject({ state: 'GIVEN_UP' });
  });

  it('can be tried first', async () => {
    const count = async () =>
      (await world.as('southeast-officer').ask<{ needs: { totalCount: number } }>(COUNT)).needs.totalCount;
    const before = await count();
    expect(await record({}, true)).toMatchObject({
      state: 'CLOSED',
      claims: { edges: [{ node: { state: 'DONE' } }] },
    });
    expect(await count()).toBe(before);
  });

  it.each([
    ['is not over', { endsAt: at('09:30', '23') }],
    ['began more than 90 days ago', { startsAt: '2026-08-24T09:00:00+08:00' }],
    ['has a claim that is to come', { claims: 'later' }],
  ])('%s is refused', async (_, changes) => {
    const claimed =
      'claims' in changes ? { claims: [helper('bus-639', { finishedAt: at('09:01', '23') })] } : changes;
    expect(await record(claimed)).toMatchObject({
      __typename: 'NotRecordable',
      latestEnd: world.clock.now().toISOString(),
    });
  });

  it.each([
    ['endsAt', { endsAt: at('09:00') }, {}],
    ['calledAt', { calledAt: at('09:00') }, {}],
    ['claims.0.acceptedAt', { urgency: 'URGENT', calledAt: at('09:11') }, {}],
    ['claims.0.arrivedAt', {}, { arrivedAt: at('09:09') }],
    ['claims.0.finishedAt', {}, { finishedAt: at('09:29') }],
    ['claims.0.finishedAt', {}, { arrivedAt: null, finishedAt: at('09:09') }],
    ['source', { unitId: 'clinic' }, {}],
    ['title', { title: ' ' }, {}],
    ['answer', { answer: '' }, {}],
    ['claims', { claims: [] }, null],
  ])('is told what is wrong with %s', async (path, changes, times) => {
    const said = { ...changes, ...('unitId' in changes && { unitId: world.unit('clinic') }) };
    const { errors } = await ask('southeast-officer', {
      ...(times && { claims: [helper('bus-639', times)] }),
      ...said,
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: `input.${path}` }],
    });
  });

  it('names each helper once, of this network, and never the one that had the need', async () => {
    const codeOf = async (changes: object, account = 'southeast-officer') => {
      const { data, errors } = await ask(account, changes);
      return errors?.[0]?.extensions.code ?? data?.recordNeed.code;
    };
    expect(await codeOf({ claims: [helper('bus-639'), helper('bus-639')] })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ claims: [helper('riverside-primary')] })).toBe('NOT_FOUND');
    expect(await codeOf({ source: 'UNIT', unitId: world.unit('riverside-primary') })).toBe('NOT_FOUND');
    const mine = { source: 'UNIT', unitId: world.unit('clinic'), claims: [helper('clinic')] };
    expect(await codeOf(mine)).toBe('OWN_NEED');
    expect(await codeOf({ claims: [helper('southeast-committee')] })).toBeUndefined();
    expect(await codeOf({}, 'riverside-committee')).toBe('NOT_FOUND');
    expect(await codeOf({}, 'clinic')).toBe('FORBIDDEN');
    expect(await codeOf({ categoryId: await acts.category('riverside') })).toBe('NOT_FOUND');
  });
});

import { NeedActs, needStep, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const NEED = `query ($id: ID!) {
  need(id: $id) {
    state title location startsAt heads urgency kinds places source reason chatText
    unit { code } network { code } category { standing name } facts { seatsAtLeast stepFree }
    contact { name phone } auditLines { edges { node { act } } }
  }
}`;
const LIST = `query ($filter: NeedFilter!) { needs(filter: $filter) { totalCount edges { node { id } } } }`;

const TOLD = `{ recordedForUs(first: 1) { edges { node { act thing { id } } } } }`;

interface Told {
  recordedForUs: { edges: object[] };
}

type Seen = { need: Record<string, unknown> & { contact: object | null; state: string } };

describe('a need', () => {
  let world: World;
  let acts: NeedActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
  });
  afterAll(() => world.close());

  const see = async (account: string, id: string) => (await world.as(account).ask<Seen>(NEED, { id })).need;
  const committee = 'southeast-committee';
  const READERS = ['clinic', 'food-market', 'southeast-officer', 'zhoupu-steward', 'riverside-primary'];
  const WHOLE = {
    location: '3 号楼门口',
    startsAt: '2026-12-05T08:00:00+08:00',
    endsAt: '2026-12-05T12:00:00+08:00',
    heads: 30,
    kinds: ['VEHICLE'],
    facts: { seatsAtLeast: 30 },
    contactName: '值班',
    contactPhone: '021-55550000',
  };

  it('is its unit’s alone as a draft, then the committee’s, then the network’s without its contact', async () => {
    const draft = await acts.draft('clinic', WHOLE);
    const readers = async () => {
      const all = [];
      for (const account of READERS) if (await see(account, draft.id)) all.push(account);
      return all;
    };
    expect(draft.state).toBe('DRAFT');
    expect(await readers()).toEqual(['clinic']);
    const proposed = await acts.step('clinic', 'proposeNeed', draft);
    expect(await readers()).toEqual(['clinic', 'southeast-officer']);
    const returned = await acts.step(committee, 'returnNeed', proposed, { reason: '请写明人数' });
    expect(returned).toMatchObject({ state: 'RETURNED', reason: '请写明人数' });
    expect(await readers()).toEqual(['clinic']);
    const again = await acts.step('clinic', 'proposeNeed', returned);
    expect(again.reason).toBeNull();
    const taken = await acts.step(committee, 'takeNeed', again);
    expect(await readers()).toEqual(['clinic', 'food-market', 'southeast-officer', 'zhoupu-steward']);
    await acts.step(committee, 'openNeed', taken);
    const { contact, ...others } = await see('food-market', draft.id);
    expect(contact).toBeNull();
    expect(others).toMatchObject({
      state: 'OPEN',
      location: '3 号楼门口',
      heads: 30,
      kinds: ['VEHICLE'],
      urgency: 'NORMAL',
      places: 1,
      unit: { code: 'clinic' },
      network: { code: 'southeast' },
      source: 'UNIT',
      category: { standing: 'ADVICE_AND_SERVICES', name: '咨询服务' },
      facts: { seatsAtLeast: 30, stepFree: null },
    });
    expect(await see('southeast-officer', draft.id)).toMatchObject({
      contact: { name: '值班', phone: '021-55550000' },
    });
    expect(others['chatText']).toBe(
      [
        '【需求】东南医务站：活动需要一辆车（待认领）',
        '内容：接送老人去体检。',
        '类别：咨询服务',
        '地点：3 号楼门口',
        '时间：2026年12月5日（星期六）08:00–12:00',
        '人数：30人',
        '可认领单位：1家，尚余1家',
      ].join('\n'),
    );
  });

  it('says in the group chat what a reader has to know next, at each step', async () => {
    const lines = async (id: string, account = 'clinic') =>
      String((await see(account, id))?.['chatText']).split('\n');
    const urgent = await acts.draft('clinic', { urgency: 'URGENT' });
    expect(await lines(urgent.id)).toContain('时间：立即');
    const draft = await acts.draft('clinic');
    const proposed = await acts.step('clinic', 'proposeNeed', draft);
    expect(await lines(draft.id)).toContain('时间：不限');
    const returned = await acts.step(committee, 'returnNeed', proposed, { reason: '请写明地点' });
    expect((await lines(draft.id)).slice(-2)).toEqual(['退回原因：请写明地点', '请修改后重新提交。']);
    const again = await acts.step('clinic', 'proposeNeed', returned);
    const taken = await acts.step(committee, 'takeNeed', again);
    expect((await lines(draft.id)).join()).not.toContain('可认领单位');
    await acts.step(committee, 'openNeed', taken);
    expect(await lines(draft.id)).toContain('可认领单位：1家，尚余1家');
    const claimed = await acts.claim('food-market', draft.id);
    expect(await lines(draft.id)).toContain('认领单位：东南菜场');
    const begun = await acts.step('food-market', 'beginNeed', claimed);
    const answered = await acts.step('food-market', 'answerNeed', begun);
    expect((await lines(draft.id)).slice(-2)).toEqual(['办理单位：东南菜场', '办理情况：已办好。']);
    expect((await lines(draft.id))[0]).toMatch(/（待确认）$/);
    const reopened = await acts.step('clinic', 'reopenNeed', answered, { reason: '没有来' });
    expect((await lines(draft.id)).at(-1)).toBe('重新提出原因：没有来');
    await acts.step(committee, 'markNeedUnmet', reopened, { reason: '没有单位有' });
    expect((await lines(draft.id)).at(-1)).toBe('未落实原因：没有单位有');
    const residents = await acts.draft(committee, { source: 'TELEPHONE' });
    expect(await lines(residents.id, committee)).toContain('来源：来电');
    const off = await acts.step('clinic', 'withdrawNeed', await acts.draft('clinic'), { reason: '不用了' });
    expect((await lines(off.id)).at(-1)).toBe('撤回原因：不用了');
  });

  it('is listed for whom it is shown to, and found by what it says', async () => {
    const mine = await acts.draft('police-post', { urgency: 'SOON' });
    const count = async (account: string, filter: object) =>
      (await world.as(account).ask<{ needs: { totalCount: number } }>(LIST, { filter })).needs.totalCount;
    const filter = { unitId: world.unit('police-post') };
    expect(await count('police-post', filter)).toBe(1);
    expect(await count('food-market', filter)).toBe(0);
    await acts.step(committee, 'takeNeed', await acts.step('police-post', 'proposeNeed', mine));
    expect(await count('food-market', filter)).toBe(1);
    expect(await count('food-market', { ...filter, states: ['OPEN'] })).toBe(0);
    expect(await count('food-market', { ...filter, states: ['TAKEN'], urgencies: ['SOON'] })).toBe(1);
    expect(await count('food-market', { ...filter, urgencies: ['NORMAL'] })).toBe(0);
    expect(await count('food-market', { ...filter, sources: ['RESIDENTS'] })).toBe(0);
    const categoryIds = [await acts.category('southeast', 'CHARITY')];
    expect(await count('food-market', { ...filter, categoryIds })).toBe(0);
    expect(await count('riverside-primary', { networkId: world.network('southeast') })).toBe(0);
  });

  it('of residents is entered and spoken for by the committee, and taken with the proposal', async () => {
    const refused = await acts.tryDraft('clinic', { source: 'RESIDENTS' });
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.source' }],
    });
    const residents = await acts.draft(committee, { source: 'RESIDENTS' });
    expect((await acts.step(committee, 'proposeNeed', residents)).state).toBe('TAKEN');
  });

  it.each([
    [{ startsAt: '2026-11-20T08:00:00+08:00', endsAt: '2026-11-20T09:00:00+08:00' }, 'input.startsAt'],
    [{ startsAt: '2026-12-20T08:00:00+08:00' }, 'input.endsAt'],
    [{ endsAt: '2026-12-20T08:00:00+08:00' }, 'input.startsAt'],
    [{ startsAt: '2026-12-20T08:00:00+08:00', endsAt: '2026-12-20T08:00:00+08:00' }, 'input.endsAt'],
    [{ title: ' ' }, 'input.title'],
    [{ heads: 0 }, 'input.heads'],
    [{ places: 21 }, 'input.places'],
    [{ contactPhone: '12' }, 'input.contactPhone'],
    [{ kinds: ['VENUE'], facts: { seatsAtLeast: 30 } }, 'input.facts.seatsAtLeast'],
    [{ facts: { indoor: false } }, 'input.facts.indoor'],
  ])('is not drafted with %p', async (changes, path) => {
    const { errors } = await acts.tryDraft('clinic', changes);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('goes to no network that its unit is not of, and stands in no category of another', async () => {
    const categoryId = await acts.category('riverside');
    for (const network of ['southeast', 'riverside']) {
      const { errors } = await acts.tryDraft('clinic', { categoryId }, network);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('is changed by its unit alone, and keeps what is left out', async () => {
    const draft = await acts.draft('clinic', WHOLE);
    const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateNeedInput!) {
      updateNeed(id: $id, version: $version, input: $input) { __typename ... on Need { version title heads location } }
    }`;
    const change = async (account: string, version: number, input: object) =>
      world.as(account).tryAsk<{ updateNeed: object }>(UPDATE, { id: draft.id, version, input });
    expect(
      (await change('clinic', 1, { title: '体检接送', what: '上午去，\n中午回。', location: null })).data
        ?.updateNeed,
    ).toEqual({
      __typename: 'Need',
      version: 2,
      title: '体检接送',
      heads: 30,
      location: null,
    });
    expect((await change('clinic', 1, { title: '迟到的更改' })).data?.updateNeed).toEqual({
      __typename: 'StaleVersion',
    });
    for (const kinds of [['VENUE'], []]) {
      const { errors } = await change('clinic', 2, { kinds });
      expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'input.facts.seatsAtLeast' }] });
    }
    expect((await change('food-market', 2, { title: '别人的' })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    expect(await see('clinic', draft.id)).toMatchObject({ contact: { phone: '021-55550000' } });
  });

  it('that its unit takes back says so to all who read it, and to nobody else', async () => {
    const open = await acts.open('clinic');
    await acts.step('clinic', 'withdrawNeed', open, { reason: '已自行解决' });
    expect(await see('food-market', open.id)).toMatchObject({ state: 'WITHDRAWN', reason: '已自行解决' });
    const draft = await acts.draft('clinic');
    await acts.step('clinic', 'withdrawNeed', draft);
    expect(await see(committee, draft.id)).toBeNull();
  });

  it('that was not answered is opened again by telephone, as the committee writes it down', async () => {
    const answered = async () => {
      const claimed = await acts.claim('food-market', (await acts.open('clinic')).id);
      return acts.step('food-market', 'answerNeed', claimed);
    };
    const onBehalfOf = world.unit('clinic');
    const reopen = async (need: { id: string; version: number }) => {
      const asked = { id: need.id, version: need.version, reason: '车没有来', onBehalfOf };
      const document = needStep('reopenNeed', 'onBehalfOf');
      return (await world.as('southeast-officer').ask<{ reopenNeed: object }>(document, asked)).reopenNeed;
    };
    const need = await answered();
    const reopened = { state: 'OPEN', reopenings: 1, reason: '车没有来' };
    expect(await reopen(need)).toMatchObject(reopened);
    expect((await world.as('clinic').ask<Told>(TOLD)).recordedForUs.edges[0]).toEqual({
      node: { act: 'OPEN', thing: { id: need.id } },
    });
    const closed = await world
      .as('southeast-officer')
      .ask<{ closeNeed: SeenNeed }>(needStep('closeNeed', 'onBehalfOf'), {
        ...(await answered()),
        onBehalfOf,
      });
    expect(await reopen(closed.closeNeed)).toMatchObject(reopened);
  });

  it('is closed by nobody but those who had it, who can see first what that would do', async () => {
    const claimed = await acts.claim('food-market', (await acts.open('clinic')).id);
    const need = await acts.step('food-market', 'answerNeed', claimed);
    const { errors } = await world.as('southeast-officer').tryAsk(needStep('closeNeed'), need);
    expect(errors?.[0]).toMatchObject({
      message:
        'Only the unit that posted the need says whether it is answered; the committee writes down its word with onBehalfOf.',
      extensions: { code: 'FORBIDDEN' },
    });
    const tried = await world.as('clinic').ask(needStep('closeNeed', 'tryOnly'), { ...need, tryOnly: true });
    expect(tried).toMatchObject({ closeNeed: { state: 'CLOSED' } });
    expect(await see('clinic', need.id)).toMatchObject({ state: 'ANSWERED' });
  });

  it('that stayed unmet can be opened again by the committee', async () => {
    const open = await acts.open('clinic');
    const unmet = await acts.step(committee, 'markNeedUnmet', open, { reason: '没有车' });
    expect(unmet).toMatchObject({ state: 'UNMET', reason: '没有车' });
    expect(await acts.step(committee, 'reopenNeed', unmet)).toMatchObject({ state: 'OPEN', reopenings: 0 });
  });
});

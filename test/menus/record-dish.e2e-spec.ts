import { DoingActs } from '../support/doing-acts.js';
import { fingerprint } from '../support/fingerprint.js';
import { MembershipActs } from '../support/membership-acts.js';
import { MenuActs, onDay, onPastDay, type SeenDish } from '../support/menu-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const REFUSED = `__typename ... on Refusal { message }`;
const RECORD = `mutation ($input: RecordDishInput!, $onBehalfOf: ID) { recordDish(input: $input, onBehalfOf: $onBehalfOf) {
  __typename ... on Dish { id version } ... on NotRecordable { earliestStart latestEnd }
  ... on DishClash { code clashes { title lead { code } } } ... on Refusal { message } } }`;
const SEEN = `query ($id: ID!) { dish(id: $id) { chatText places { confirmedHeads } outcome { chatText }
  figures { checkedInHeads reviewCount } auditLines(first: 20) { edges { node { act part manner unit { code } } } } } }`;
const FOR_US = `{ recordedForUs(first: 5) { edges { node { part manner thing { id } } } } }`;
const WARNINGS = `query ($id: ID!) { menu(id: $id) { warnings { code dishes { id } } chatText } }`;
const RHYTHM = `query ($networkId: ID!) { rhythm(networkId: $networkId, year: 2026) {
  periods { beat firstDay held dishes { id } serviceDays { id } } } }`;
const FIND = `mutation ($input: AddDishFindingInput!) { act: addDishFinding(input: $input) { ${REFUSED} } }`;
const SIGN = `mutation ($id: ID!) { act: signUpForDish(dishId: $id, heads: 2) { ${REFUSED} } }`;
const BOOK = `mutation ($input: BookForDishInput!) { act: bookForDish(input: $input) { ${REFUSED} } }`;
const LINK = `mutation ($id: ID!, $orderId: ID!) { act: linkDishToOrder(dishId: $id, orderId: $orderId) { ${REFUSED} } }`;

const ALL = ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1'];
const NEVER = ['owners-committee', 'riverside-primary', 'riverside-committee'];
const HOUR = 3_600_000;

interface Answer {
  readonly __typename: string;
  readonly message?: string;
}

describe('an activity that is recorded after it was held', () => {
  let world: World;
  let acts: MenuActs;
  let doing: DoingActs;
  let start: Date;
  let minutes = 0;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world, 'southeast', '2026-11-01');
    doing = new DoingActs(world);
    start = world.clock.now();
  });
  beforeEach(() => world.clock.set(start));
  afterAll(() => world.close());

  /** The next five minutes of November that no other case takes. */
  const free = () => {
    const from = Date.parse(onPastDay(1, '08:00').startsAt) + 300_000 * minutes++;
    return { startsAt: new Date(from).toISOString(), endsAt: new Date(from + 300_000).toISOString() };
  };
  const record = (account: string, changes: object = {}) =>
    acts.recorded(account, { dates: [free()], ...changes });
  const ask = async (account: string, changes: object, onBehalfOf?: string) => {
    const variables = { input: acts.past({ dates: [free()], ...changes }), onBehalfOf };
    const { data, errors } = await world.as(account).tryAsk<{ recordDish: Answer }>(RECORD, variables);
    const [error] = errors ?? [];
    if (!error) return data!.recordDish;
    return { __typename: error.extensions.code, message: error.extensions.fields?.[0]?.path };
  };
  const refusal = async (account: string, changes: object) => {
    const { __typename, message } = await ask(account, changes);
    return [__typename, message];
  };
  const readers = async (id: string): Promise<string[]> => {
    const seen = await Promise.all([...ALL, ...NEVER].map((account) => acts.dish(account, id)));
    return [...ALL, ...NEVER].filter((_, at) => seen[at]);
  };
  type Seen = {
    chatText: string;
    places: object | null;
    outcome: { chatText: string } | null;
    figures: object | null;
    auditLines: {
      edges: { node: { act: string; part: string; manner: string; unit: { code: string } } }[];
    };
  };
  const see = async (account: string, id: string) =>
    (await world.as(account).ask<{ dish: Seen }>(SEEN, { id })).dish;
  const say = async (account: string, document: string, variables: object) => {
    const { act } = await world.actingAs(account).ask<{ act: Answer }>(document, variables);
    return act.message ?? act.__typename;
  };

  it('by the committee stands published at once, marked, on the menu of its month, and no version tells of it', async () => {
    const dish = await record('southeast-officer', { place: '居委会', dates: [onPastDay(20)] });
    const now = start.toISOString();
    expect(dish).toMatchObject({
      state: 'TAKEN',
      month: '2026-11-01',
      recordedAt: now,
      publishedAt: now,
      lead: { code: 'southeast-committee' },
      version: 1,
      hosts: [],
      quota: null,
    });
    expect(await readers(dish.id)).toEqual(ALL);
    const { chatText, places } = await see('clinic', dish.id);
    expect(chatText).toBe(
      '【活动补录】健康讲座（已采纳）\n类别：讲座\n牵头单位：东南社区党总支\n时间：2026年11月20日（星期五）09:00–11:00\n地点：居委会\n面向：全体居民',
    );
    expect(places).toBeNull();
    const menu = await acts.menu();
    expect(menu).toMatchObject({ state: 'COLLECTING', edition: 0, versions: [] });
    expect(menu.dishes.edges.map(({ node }) => node.id)).toContain(dish.id);
    expect((await acts.findMenu('clinic'))?.month).not.toBe('2026-11-01');
    expect(await acts.tryAct(acts.secretary, 'publishMenu', menu)).toMatchObject({ __typename: 'Menu' });
    const published = await acts.menu();
    // The service day of the 25th is what that version announces.
    expect(published.versions.map(({ dishes }) => dishes.length)).toEqual([1]);
    const ahead = await acts.taken('clinic', { dates: [onPastDay(28)] });
    await record('southeast-officer');
    const { versions } = await acts.onMenu('publishMenu', published);
    expect(versions[0]?.changes.map(({ code, title }) => [code, title])).toEqual([['ADDED', ahead.title]]);
    type Warned = { menu: { warnings: { code: string; dishes: { id: string }[] }[]; chatText: string } };
    const { menu: warned } = await world.as('southeast-officer').ask<Warned>(WARNINGS, { id: published.id });
    const ofRecord = warned.warnings.filter(({ dishes }) => dishes.some(({ id }) => id === dish.id));
    expect(ofRecord.map(({ code }) => code)).toEqual(['RESULT_MISSING']);
    expect(warned.chatText).not.toContain('居委会');
  });

  it('is printed with the menu of its month, marked', async () => {
    const { id } = await acts.menu();
    const { body } = await world.actingAs('clinic').send({ method: 'GET', url: `/menus/${id}/menu.html` });
    expect(body.match(/健康讲座（补录）/g)?.length).toBe(2);
  });

  it('by the committee on behalf of its lead is told to it and to those who took part, and each takes its word back', async () => {
    const [clinic, market] = [world.unit('clinic'), world.unit('food-market')];
    const written = await ask('southeast-officer', { hostUnitIds: [market] }, clinic);
    expect(written).toMatchObject({ __typename: 'Dish' });
    const { id } = written as unknown as SeenDish;
    const dish = await acts.dish('clinic', id);
    expect(dish).toMatchObject({
      state: 'TAKEN',
      lead: { code: 'clinic' },
      unit: { code: 'southeast-committee' },
    });
    expect(
      dish?.hosts.map(({ unit, state, isLead, onBehalf }) => [unit?.code, state, isLead, onBehalf]),
    ).toEqual(
      expect.arrayContaining([
        ['clinic', 'ACCEPTED', true, true],
        ['food-market', 'ACCEPTED', false, true],
      ]),
    );
    const { edges } = (await see('clinic', id)).auditLines;
    expect(edges.map(({ node }) => node)).toContainEqual({
      act: 'TAKEN',
      part: 'Dish',
      manner: 'ON_BEHALF',
      unit: { code: 'clinic' },
    });
    for (const account of ['clinic', 'food-market'])
      expect([account, JSON.stringify(await world.as(account).ask(FOR_US))]).toEqual([
        account,
        expect.stringContaining(id),
      ]);
    expect(await readers(id)).toEqual(ALL);
    for (const account of ['food-market', 'clinic']) {
      const host = (await acts.dish(account, id))?.hosts.find(({ unit }) => unit?.code === account);
      await acts.act(account, 'answerDishHost', { id: host?.id, version: host?.version, accept: false });
    }
    const corrected = await acts.dish('resident-1', id);
    expect(corrected).toMatchObject({ state: 'TAKEN', lead: { code: 'southeast-committee' }, hosts: [] });
  });

  it('by a unit is proposed, returned and proposed anew, and published when the committee takes it', async () => {
    const [market, bank] = [world.unit('food-market'), world.unit('savings-bank')];
    const dish = await record('clinic', { hostUnitIds: [market, bank] });
    expect(dish).toMatchObject({
      state: 'PROPOSED',
      publishedAt: null,
      lead: { code: 'clinic' },
      version: 1,
    });
    expect(dish.recordedAt).toBe(start.toISOString());
    expect(await readers(dish.id)).toEqual(['clinic', 'southeast-officer', 'food-market']);
    await acts.answer('food-market', dish, true);
    const seen = (await acts.dish('clinic', dish.id))!;
    const returned = await acts.tryAct('southeast-officer', 'returnDish', seen);
    expect(returned.state).toBe('RETURNED');
    expect(await readers(dish.id)).toEqual(['clinic']);
    const { version } = (await acts.dish('clinic', dish.id))!;
    const said = await acts.act('clinic', 'updateDish', { ...dish, version, input: { title: '义诊' } });
    const again = await acts.act('clinic', 'proposeDish', said);
    const asked = await acts.act('clinic', 'askDishHost', { ...again, unitId: market });
    await acts.answer('food-market', asked, true);
    // A month later, too: it was written down in time.
    world.clock.set('2026-12-20T09:00:00+08:00');
    const late = (await acts.dish('clinic', dish.id))!;
    const taken = await acts.act('southeast-officer', 'takeDish', late);
    expect(taken).toMatchObject({ state: 'TAKEN', title: '义诊', publishedAt: '2026-12-20T01:00:00.000Z' });
    expect(await readers(dish.id)).toEqual(ALL);
    const { hosts, dates } = (await acts.dish('resident-1', dish.id))!;
    expect([hosts.map(({ unit }) => unit?.code), dates.length]).toEqual([['food-market'], 1]);
  });

  it('was led by nobody who led another then, and held nowhere where another was; service days go on beside it', async () => {
    const [one, place] = [free(), '棋牌室'];
    const around = { startsAt: one.startsAt, endsAt: new Date(Date.parse(one.endsAt) + 1).toISOString() };
    const next = { startsAt: one.endsAt, endsAt: new Date(Date.parse(one.endsAt) + 60_000).toISOString() };
    minutes++;
    const first = await record('clinic', { title: '象棋', place, dates: [one] });
    // Only what is published stands in the way.
    const rival = await record('food-market', { title: '义卖', place, dates: [around] });
    const own = await record('clinic', { title: '义诊', dates: [around] });
    await acts.act('southeast-officer', 'takeDish', first);
    const clash = (sentence: string) => ({
      __typename: 'DishClash',
      code: 'DISH_CLASH',
      message: sentence,
      clashes: [{ title: '象棋', lead: { code: 'clinic' } }],
    });
    const samePlace = '“象棋” was held at that place at that time.';
    const sameLead = 'The same unit led “象棋” at that time.';
    expect(await ask('food-market', { place, dates: [around] })).toEqual(clash(samePlace));
    expect(await ask('southeast-officer', { place, dates: [free(), around] })).toEqual(clash(samePlace));
    expect(await ask('southeast-officer', { dates: [around] }, world.unit('clinic'))).toEqual(
      clash(sameLead),
    );
    expect(await ask('clinic', { place, dates: [around] })).toMatchObject({ clashes: [{ title: '象棋' }] });
    for (const [dish, sentence] of [
      [rival, samePlace],
      [own, sameLead],
    ] as const)
      expect(await acts.tryAct('southeast-officer', 'takeDish', dish)).toMatchObject({
        __typename: 'DishClash',
        message: sentence,
      });
    for (const changes of [
      { place, dates: [next] },
      { kind: 'SERVICE_DAY', place, dates: [around] },
    ])
      expect((await ask('southeast-officer', changes)).__typename).toBe('Dish');
    const elsewhere = await record('food-market', { place: '广场', dates: [around] });
    const published = await acts.act('southeast-officer', 'takeDish', elsewhere);
    const moved = await acts.tryAct('southeast-officer', 'updateDish', { ...published, input: { place } });
    expect(moved).toMatchObject({ __typename: 'DishClash', message: expect.stringContaining(samePlace) });
    const back = await acts.tryAct('southeast-officer', 'returnDish', rival);
    expect(back.state).toBe('RETURNED');
    const { version } = (await acts.dish('food-market', rival.id))!;
    const tried = await acts.tryAct('food-market', 'proposeDish', { id: rival.id, version });
    expect(tried.__typename).toBe('DishClash');
  });

  it('clashes neither with what was cancelled nor with what nobody published', async () => {
    const there = new MenuActs(world, 'riverside', '2026-11-01');
    const place = '滨江广场';
    const [cancelled, unpublished] = [28, 29].map((day) => ({ place, dates: [onPastDay(day)] }));
    const lost = await there.taken('riverside-primary', cancelled);
    await there.published();
    const shown = await there.dish('riverside-primary', lost.id);
    await there.act(there.secretary, 'cancelDish', { ...shown });
    await there.taken('riverside-primary', unpublished);
    world.clock.set('2026-11-30T09:00:00+08:00');
    for (const held of [cancelled, unpublished])
      expect(await there.recorded(there.secretary, held)).toMatchObject({ state: 'TAKEN' });
  });

  it('does not clash with what is recorded at the same moment', async () => {
    const same = { place: '多功能厅', dates: [free()] };
    const outcomes = await Promise.all(
      ['southeast-officer', 'southeast-committee'].map((account) => ask(account, same)),
    );
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['Dish', 'DishClash']);
  });

  it('is over: no step of what lies ahead is taken with it, and each is refused with the reason', async () => {
    const dish = await record('southeast-officer');
    const change = async (input: object) =>
      (await acts.tryAct(acts.secretary, 'updateDish', { ...dish, input })).message;
    const fixed = expect.stringMatching(/^It was written down after it was held: when it was/);
    for (const input of [
      { dates: [onDay(16)] },
      { dates: [{ id: dish.dates[0]?.id, ...free() }] },
      { leadUnitId: world.unit('clinic') },
      { quota: 5 },
      { quotaPerUnit: 5 },
      { signUpDeadline: onDay(1).startsAt },
      { allowsPassing: true },
    ])
      expect([input, await change(input)]).toEqual([input, fixed]);
    const cancel = 'It is published: cancel it, with the reason.';
    for (const name of ['returnDish', 'withdrawDish'] as const)
      expect([name, (await acts.tryAct(acts.secretary, name, dish)).message]).toEqual([name, cancel]);
    for (const name of ['takeDish', 'proposeDish'] as const)
      expect([name, (await acts.tryAct(acts.secretary, name, dish)).__typename]).toEqual([
        name,
        'WrongState',
      ]);
    const { id } = dish;
    const items = [{ offerId: await world.offer('computer-room'), ...onDay(16) }];
    expect(await say('food-market', SIGN, { id })).toMatch(/nobody signs up for it/);
    expect(await say('southeast-committee', BOOK, { input: { dishId: id, items } })).toMatch(
      /is recorded with the offer/,
    );
    const orders = new OrderActs(world);
    const order = await orders.accepted('food-market', 'clinic');
    const served = await record('clinic');
    expect(await say('clinic', LINK, { id: served.id, orderId: order.id })).toMatch(/it answers no order/);
    const [dateId] = dish.dates.map((date) => date.id);
    const desk = [
      await doing.act('southeast-officer', 'openDishDesk', { dateId }),
      await doing.act('food-market', 'checkInAtDish', { dateId, code: '123456', heads: 3 }),
    ];
    for (const { message } of desk) expect(message).toMatch(/who came is noted on the list/);
    const codes = await doing.act('southeast-officer', 'handOutReviewCodes', { dateId, count: 1 });
    expect(codes.message).toMatch(/no review codes are handed out/);
    expect(dish).toMatchObject((await acts.dish('clinic', id))!);
  });

  it('is described anew by the committee, and has its list, its outcome, its findings and its reviews', async () => {
    const dish = await record('southeast-officer', { kind: 'TOPICAL_SURVEY', title: '停车调研' });
    const { id: dishId } = dish;
    const described = await acts.act('southeast-officer', 'updateDish', { ...dish, input: { what: '问卷' } });
    expect(described).toMatchObject({ what: '问卷', state: 'TAKEN', recordedAt: dish.recordedAt });
    const dateId = dish.dates[0]?.id ?? '';
    const noted = await doing.note('southeast-officer', dateId, 12, 'food-market');
    expect(noted).toMatchObject({ heads: 12, way: 'LIST', isLateEntry: true });
    expect(await say('southeast-officer', FIND, { input: { dishId, text: '晚间缺车位' } })).toBe('Dish');
    for (const account of ['food-market', 'resident-1'])
      expect(await doing.act(account, 'reviewDish', { dishId, input: { mark: 5 } })).toMatchObject({
        __typename: 'OwnDishReview',
      });
    const input = { heads: 12, hours: '2', what: '问了十二户' };
    expect((await doing.act('southeast-officer', 'fileDishOutcome', { dishId, input })).__typename).toBe(
      'DishOutcome',
    );
    expect(await see('clinic', dishId)).toMatchObject({
      figures: { checkedInHeads: 12, reviewCount: 2 },
      outcome: { chatText: expect.stringMatching(/^【活动成果】停车调研（补录）\n/) },
    });
  });

  it('keeps the rhythm of its month and two months once it is published; a service day stands beside it', async () => {
    type Rhythm = {
      rhythm: {
        periods: {
          beat: string;
          firstDay: string;
          held: number;
          dishes: { id: string }[];
          serviceDays: { id: string }[];
        }[];
      };
    };
    const networkId = world.network('southeast');
    const october = async (account: string) => {
      const { rhythm } = await world.actingAs(account).ask<Rhythm>(RHYTHM, { networkId });
      return rhythm.periods.filter(({ firstDay }) => ['2026-10-01', '2026-09-01'].includes(firstDay));
    };
    const held = async () => (await october('food-market')).map(({ beat, held: count }) => [beat, count]);
    const on = (day: string) => ({
      dates: [{ startsAt: `2026-10-${day}T09:00:00+08:00`, endsAt: `2026-10-${day}T10:00:00+08:00` }],
    });
    const before = [
      ['ACTIVITY', 0],
      ['ACTIVITY', 0],
      ['SURVEY', 0],
      ['MEETING', 0],
    ];
    expect(await held()).toEqual(before);
    const survey = await record('clinic', { kind: 'TOPICAL_SURVEY', ...on('12') });
    const service = await record('southeast-officer', { kind: 'SERVICE_DAY', ...on('15') });
    expect(await held()).toEqual(before);
    await acts.act('southeast-officer', 'takeDish', survey);
    expect(await held()).toEqual([
      ['ACTIVITY', 0],
      ['ACTIVITY', 1],
      ['SURVEY', 1],
      ['MEETING', 0],
    ]);
    const month = (await october('clinic'))[1];
    expect([month?.dishes, month?.serviceDays]).toEqual([[{ id: survey.id }], [{ id: service.id }]]);
  });

  it('was held within the last 90 days, in one month, at times that can be', async () => {
    const stored = await fingerprint(world.api.database);
    const now = start.getTime();
    const spanOf = (from: number, to: number) => ({
      dates: [{ startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() }],
    });
    const earliest = now - 90 * 24 * HOUR;
    const limits = { earliestStart: new Date(earliest).toISOString(), latestEnd: start.toISOString() };
    for (const account of ['clinic', 'southeast-officer'])
      for (const changes of [spanOf(now - HOUR, now + 1), spanOf(earliest - 1, earliest + HOUR)])
        expect(await ask(account, changes)).toMatchObject({ __typename: 'NotRecordable', ...limits });
    for (const [dates, path] of [
      [[], 'input.dates'],
      [[onPastDay(3, '10:00', '10:00')], 'input.dates.0.endsAt'],
      [[onPastDay(3), onPastDay(3, '10:59', '12:00')], 'input.dates'],
      [
        [onPastDay(3), { startsAt: '2026-10-31T09:00:00+08:00', endsAt: onPastDay(1).endsAt }],
        'input.dates.1.startsAt',
      ],
      [[{ startsAt: '2026-10-31T09:00:00+08:00', endsAt: onPastDay(1).endsAt }], 'input.dates.0.endsAt'],
    ] as const)
      expect([dates, ...(await refusal('clinic', { dates }))]).toEqual([dates, 'BAD_USER_INPUT', path]);
    expect(await fingerprint(world.api.database)).toBe(stored);
    for (const changes of [spanOf(now - HOUR, now), spanOf(earliest, earliest + HOUR)])
      expect(
        await acts.tryAct('clinic', 'recordDish', { input: acts.past(changes), tryOnly: true }),
      ).toMatchObject({
        __typename: 'Dish',
      });
    expect(await fingerprint(world.api.database)).toBe(stored);
  });

  it('is recorded by units and the committee of its network alone, with others of it, each once', async () => {
    expect(await refusal('clinic', { title: ' ' })).toEqual(['BAD_USER_INPUT', 'input.title']);
    const [clinic, market] = [world.unit('clinic'), world.unit('food-market')];
    for (const [hostUnitIds, at] of [
      [[market, clinic], 1],
      [[market, market], 1],
      [[world.unit('riverside-clinic')], 0],
    ] as const)
      expect(await refusal('clinic', { hostUnitIds })).toEqual(['BAD_USER_INPUT', `input.hostUnitIds.${at}`]);
    for (const account of ['zhoupu-steward', 'resident-1'])
      expect([account, ...(await refusal(account, {}))]).toEqual([account, 'FORBIDDEN', undefined]);
    for (const account of NEVER)
      expect([account, ...(await refusal(account, {}))]).toEqual([account, 'NOT_FOUND', undefined]);
    expect((await ask('clinic', {}, market)).__typename).toBe('FORBIDDEN');
    expect((await ask('southeast-officer', {}, world.unit('riverside-primary'))).__typename).toBe(
      'NOT_FOUND',
    );
  });

  it('that is not published yet goes with its unit when that leaves', async () => {
    const { id } = await record('developer');
    const published = await acts.act('southeast-officer', 'takeDish', await record('developer'));
    await new MembershipActs(world).step('suspendMembership', 'developer');
    expect((await acts.dish('southeast-officer', id))?.state).toBe('WITHDRAWN');
    expect(await acts.dish('southeast-officer', published.id)).toMatchObject({
      state: 'TAKEN',
      lead: { code: 'developer' },
    });
  });

  it('does not come onto a menu that is closed', async () => {
    const late = await record('clinic');
    const kept = await record('southeast-officer');
    const { id } = await acts.tryAct('southeast-officer', 'returnDish', await record('clinic'));
    world.clock.set('2026-12-01T00:00:00+08:00');
    await acts.onMenu('closeMenu', await acts.menu());
    const closed = ['WrongState', 'The menu of this month is closed.'];
    for (const account of ['clinic', 'southeast-officer'])
      expect([account, ...(await refusal(account, {}))]).toEqual([account, ...closed]);
    const taken = await acts.tryAct('southeast-officer', 'takeDish', late);
    expect([taken.__typename, taken.message]).toEqual(closed);
    const struck = await acts.tryAct(acts.secretary, 'cancelDish', kept);
    expect([struck.__typename, struck.message]).toEqual(closed);
    const returned = (await acts.dish('clinic', id!))!;
    const proposed = await acts.tryAct('clinic', 'proposeDish', returned);
    expect([proposed.__typename, proposed.message]).toEqual(closed);
  });
});

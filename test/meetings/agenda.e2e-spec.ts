import { AgendaActs, type SeenItem } from '../support/agenda-acts.js';
import { attachPicture } from '../support/attached.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const NODE = `query ($id: ID!) { node(id: $id) { ... on AgendaItem { state chatText } ... on Need { agendaItems { meeting { id } } } } }`;
const ORDER = `mutation ($meetingId: ID!, $itemIds: [ID!]!) { orderAgenda(meetingId: $meetingId, itemIds: $itemIds) {
  __typename ... on Agenda { items { title place } } } }`;
const NEED = `mutation ($meetingId: ID!, $needId: ID!) { putNeedOnAgenda(meetingId: $meetingId, needId: $needId) {
  __typename ... on AgendaItem { id state title need { id } } ... on Refusal { message } } }`;
const CHAT = `query ($id: ID!) { meeting(id: $id) { chatText } }`;

describe('an agenda', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const READERS = ['clinic', 'food-market', 'southeast-officer', 'owners-committee', 'zhoupu-steward'];
  const readersOf = async ({ id }: SeenItem) => {
    const readers = [];
    for (const account of READERS) {
      const { node } = await world.as(account).ask<{ node: object | null }>(NODE, { id });
      if (node) readers.push(account);
    }
    return readers;
  };
  const opened = async (changes: object = {}) => {
    const meeting = await acts.called(changes);
    return { meeting, agenda: new AgendaActs(world, meeting) };
  };
  const order = async (meetingId: string, itemIds: string[]) =>
    world
      .as('southeast-officer')
      .tryAsk<{ orderAgenda: { items: { title: string; place: number }[] } }>(ORDER, { meetingId, itemIds });

  it('takes proposals of invited units, which only these and the committee read until they are taken', async () => {
    const { agenda } = await opened();
    const item = await agenda.propose('clinic');
    const paper = await attachPicture(world.as('clinic'), item.id, '方案.png');
    const fileOf = async (account: string) =>
      (await world.as(account).send({ method: 'GET', url: `/files/${paper}` })).statusCode;
    expect(item).toMatchObject({ state: 'PROPOSED', place: null });
    expect(await readersOf(item)).toEqual(['clinic', 'southeast-officer']);
    expect([await fileOf('food-market'), await fileOf('southeast-officer')]).toEqual([404, 200]);
    expect((await agenda.see('food-market')).agenda).toEqual([]);
    const taken = await agenda.step('takeItem', item);
    expect(taken).toMatchObject({ state: 'TAKEN', place: 1 });
    expect(await readersOf(item)).toEqual(['clinic', 'food-market', 'southeast-officer']);
    expect([await fileOf('food-market'), await fileOf('zhoupu-steward')]).toEqual([200, 404]);
    expect((await agenda.see('food-market')).agenda).toMatchObject([{ files: [{ name: '方案.png' }] }]);
  });

  it('of a draft is the committee’s until it is called, and of a working meeting its units’', async () => {
    const draft = await acts.draft(acts.working(['clinic', 'owners-committee']));
    const item = await new AgendaActs(world, draft).propose('southeast-officer');
    const paper = await attachPicture(world.as('southeast-officer'), item.id);
    const fileOf = async (account: string) =>
      (await world.as(account).send({ method: 'GET', url: `/files/${paper}` })).statusCode;
    expect(item).toMatchObject({ state: 'TAKEN', place: 1 });
    expect(await readersOf(item)).toEqual(['southeast-officer']);
    expect(await fileOf('clinic')).toBe(404);
    await acts.step('callMeeting', draft);
    expect(await readersOf(item)).toEqual(['clinic', 'southeast-officer', 'owners-committee']);
    expect([await fileOf('clinic'), await fileOf('food-market')]).toEqual([200, 404]);
  });

  it('is closed to units after its deadline, to those not invited, and for good when the meeting is over', async () => {
    const { meeting, agenda } = await opened({ agendaDeadline: '2026-12-07T14:00:00+08:00' });
    const before = world.clock.now();
    world.clock.set(new Date('2026-12-07T14:00:00+08:00'));
    await agenda.propose('clinic');
    world.clock.set(new Date('2026-12-07T14:00:00.001+08:00'));
    expect(await agenda.tryPropose('clinic')).toMatchObject({
      __typename: 'WrongState',
      message: 'Items were proposed until its deadline: ask the committee.',
    });
    expect((await agenda.propose('southeast-officer')).state).toBe('TAKEN');
    for (const account of ['owners-committee', 'riverside-primary']) {
      expect((await agenda.tryPropose(account)).__typename).toBe('NOT_FOUND');
    }
    world.clock.set(new Date('2026-12-09T14:00:00+08:00'));
    const begun = await acts.step('beginMeeting', meeting);
    expect((await agenda.tryPropose('clinic')).__typename).toBe('WrongState');
    const urgent = await agenda.propose('southeast-officer');
    await acts.step('closeMeeting', begun);
    expect((await agenda.tryPropose('southeast-officer')).__typename).toBe('WrongState');
    // What was not got round to.
    expect((await agenda.step('postponeItem', urgent)).state).toBe('POSTPONED');
    world.clock.set(before);
  });

  it('keeps a reason for what is refused or put off, which its unit can paste into the chat', async () => {
    const { agenda } = await opened();
    const refused = await agenda.step('refuseItem', await agenda.propose('clinic'), { reason: '不属本网络' });
    expect(refused).toMatchObject({ state: 'REFUSED', reason: '不属本网络' });
    const { node } = await world.as('clinic').ask<{ node: { chatText: string } }>(NODE, { id: refused.id });
    expect(node.chatText).toBe(
      '【议题】东南医务站：菜场周边停车（未采纳）\n会议：联席会议\n原因：不属本网络',
    );
    expect(await readersOf(refused)).toEqual(['clinic', 'southeast-officer']);
  });

  it('moves an item by whom it is for, and from where it leads on alone', async () => {
    const { agenda } = await opened();
    const item = await agenda.propose('clinic');
    for (const account of ['food-market', 'riverside-committee']) {
      expect((await agenda.tryStep(account, 'withdrawItem', item)).__typename).toMatch(/NOT_FOUND/);
    }
    for (const name of ['takeItem', 'postponeItem', 'refuseItem'] as const) {
      expect((await agenda.tryStep('clinic', name, item)).__typename).toBe('FORBIDDEN');
    }
    expect((await agenda.tryStep('southeast-officer', 'withdrawItem', item)).__typename).toBe('FORBIDDEN');
    const input = { minutes: 25, what: '门口\n两侧' };
    expect(await agenda.tryStep('clinic', 'updateItem', item, { input: { title: '两\n行' } })).toEqual({
      __typename: 'BAD_USER_INPUT',
    });
    const said = await agenda.tryStep('clinic', 'updateItem', item, { input });
    expect(said).toMatchObject({ minutes: 25, title: '菜场周边停车', version: 2 });
    expect((await agenda.tryStep('clinic', 'withdrawItem', item)).__typename).toBe('StaleVersion');
    const taken = await agenda.step('takeItem', said as SeenItem);
    for (const name of ['updateItem', 'withdrawItem'] as const) {
      expect((await agenda.tryStep('clinic', name, taken)).__typename).toBe('WrongState');
    }
    expect((await agenda.tryStep('southeast-officer', 'refuseItem', taken)).__typename).toBe('WrongState');
    expect((await agenda.step('updateItem', taken)).minutes).toBe(30);
  });

  it('stands in order, says its minutes in the notice, and warns when it is longer than the meeting', async () => {
    const { meeting, agenda } = await opened();
    const items = [];
    for (const [title, minutes] of [
      ['停车', 60],
      ['菜场', 45],
      ['喷泉', null],
    ]) {
      items.push(await agenda.propose('southeast-officer', { title, minutes }));
    }
    expect(await agenda.see('clinic')).toMatchObject({ agendaMinutes: 105, agendaOverrunMinutes: 0 });
    const [parking, market, fountain] = items.map(({ id }) => id) as [string, string, string];
    const ordered = await order(meeting.id, [fountain, parking, market]);
    expect(ordered.data?.orderAgenda.items.map(({ title }) => title)).toEqual(['喷泉', '停车', '菜场']);
    for (const wrong of [
      [fountain, parking],
      [fountain, parking, parking],
      [fountain, parking, market, market],
    ]) {
      expect((await order(meeting.id, wrong)).errors?.[0]?.extensions.fields).toMatchObject([
        { path: 'itemIds' },
      ]);
    }
    await agenda.propose('southeast-officer', { title: '保险终端', minutes: 16 });
    expect(await agenda.see('clinic')).toMatchObject({ agendaMinutes: 121, agendaOverrunMinutes: 1 });
    const { meeting: seen } = await world.as('clinic').ask<{ meeting: { chatText: string } }>(CHAT, meeting);
    expect(seen.chatText).toContain(
      '议程：\n第1项：喷泉\n第2项：停车（60分钟）\n第3项：菜场（45分钟）\n第4项：保险终端（16分钟）',
    );
  });

  it('goes on with what was put off, once, and keeps its history', async () => {
    const { agenda } = await opened();
    const taken = await agenda.step('takeItem', await agenda.propose('clinic'));
    const postponed = await agenda.step('postponeItem', taken, { reason: '时间不够' });
    const next = await acts.draft();
    const later = new AgendaActs(world, next);
    expect(
      (await agenda.tryStep('southeast-officer', 'carryOverItem', taken, { meetingId: next.id })).__typename,
    ).toBe('StaleVersion');
    const carried = await agenda.step('carryOverItem', postponed, { meetingId: next.id });
    expect(carried).toMatchObject({
      state: 'TAKEN',
      place: 1,
      title: '菜场周边停车',
      minutes: 20,
      carriedFrom: { id: postponed.id, reason: '时间不够' },
    });
    expect(
      (await agenda.tryStep('southeast-officer', 'carryOverItem', postponed, { meetingId: next.id })).message,
    ).toBe('It has been carried over to a later meeting already.');
    const again = await later.step('postponeItem', carried, { reason: '再议' });
    const third = await acts.draft();
    const twice = await later.step('carryOverItem', again, { meetingId: third.id });
    expect(twice.carriedFrom).toMatchObject({ id: carried.id, reason: '再议' });
  });

  it('takes up what no unit could help with, and nothing else', async () => {
    const { meeting } = await opened();
    const needs = new NeedActs(world);
    const open = await needs.open('clinic');
    const put = async (needId: string) =>
      (
        await world
          .as('southeast-officer')
          .ask<{ putNeedOnAgenda: { __typename: string; message: string } }>(NEED, {
            meetingId: meeting.id,
            needId,
          })
      ).putNeedOnAgenda;
    expect(await put(open.id)).toEqual({
      __typename: 'WrongState',
      message: 'Only a need that stayed unmet is put before a meeting.',
    });
    await needs.step('southeast-committee', 'markNeedUnmet', open);
    expect(await put(open.id)).toMatchObject({
      state: 'TAKEN',
      title: '活动需要一辆车',
      need: { id: open.id },
    });
    expect((await put(open.id)).message).toBe('It is on the agenda already.');
    type Seen = { node: { agendaItems: { meeting: { id: string } }[] } };
    const { node } = await world.as('food-market').ask<Seen>(NODE, { id: open.id });
    expect(node.agendaItems).toEqual([{ meeting: { id: meeting.id } }]);
  });

  it('of a draft is not read by the unit whose item was carried there; a dropped unit keeps its own', async () => {
    const { meeting, agenda } = await opened(acts.working(['clinic', 'food-market']));
    const item = await agenda.step('takeItem', await agenda.propose('clinic'));
    const postponed = await agenda.step('postponeItem', item);
    const next = await acts.draft(acts.working(['clinic', 'food-market']));
    const carried = await agenda.step('carryOverItem', postponed, { meetingId: next.id });
    const paper = await attachPicture(world.as('southeast-officer'), carried.id);
    const fileOf = async () =>
      (await world.as('clinic').send({ method: 'GET', url: `/files/${paper}` })).statusCode;
    expect([await readersOf(carried), await fileOf()]).toEqual([['southeast-officer'], 404]);
    await acts.step('callMeeting', next);
    expect([await readersOf(carried), await fileOf()]).toEqual([
      ['clinic', 'food-market', 'southeast-officer'],
      200,
    ]);
    const proposed = await agenda.propose('clinic');
    const unitIds = [world.unit('food-market')];
    await acts.step('updateMeeting', await acts.seen(meeting.id), { input: { unitIds } });
    const WHERE = `query ($id: ID!) { node(id: $id) { ... on AgendaItem { state meeting { id } } } }`;
    expect(await world.as('clinic').ask(WHERE, { id: proposed.id })).toEqual({
      node: { state: 'PROPOSED', meeting: null },
    });
    for (const name of ['updateItem', 'withdrawItem'] as const) {
      expect(await agenda.tryStep('clinic', name, proposed)).toMatchObject({
        __typename: 'WrongState',
        message: 'Your unit is no longer invited to its meeting.',
      });
    }
  });

  it('of a cancelled meeting can be put off, to be carried over', async () => {
    const { meeting, agenda } = await opened();
    const item = await agenda.step('takeItem', await agenda.propose('clinic'));
    await acts.step('cancelMeeting', meeting);
    const postponed = await agenda.step('postponeItem', item, { reason: '会议取消' });
    const next = await acts.draft();
    const carried = await agenda.step('carryOverItem', postponed, { meetingId: next.id });
    expect(carried.carriedFrom).toMatchObject({ id: item.id });
  });

  it('stands on one agenda at a time, goes forward alone, and can be followed both ways', async () => {
    const { agenda } = await opened();
    const postponed = await agenda.step('postponeItem', await agenda.propose('clinic'));
    const earlier = { startsAt: '2026-12-08T14:00:00+08:00', endsAt: '2026-12-08T16:00:00+08:00' };
    const before = await acts.draft(earlier);
    expect(
      (await agenda.tryStep('southeast-officer', 'carryOverItem', postponed, { meetingId: before.id }))
        .__typename,
    ).toBe('BAD_USER_INPUT');
    const next = await acts.draft();
    const carried = await agenda.step('carryOverItem', postponed, { meetingId: next.id });
    expect((await agenda.tryStep('southeast-officer', 'takeItem', postponed)).message).toBe(
      'It has been carried over to a later meeting already.',
    );
    const CHAIN = `query ($id: ID!) { node(id: $id) { ... on AgendaItem { continuedBy { id } } } }`;
    const chainOf = (account: string) => world.as(account).ask(CHAIN, { id: postponed.id });
    expect(await chainOf('southeast-officer')).toEqual({ node: { continuedBy: { id: carried.id } } });
    expect(await chainOf('clinic')).toEqual({ node: { continuedBy: null } });
  });

  it('has a need once, carried over or put there anew', async () => {
    const { meeting, agenda } = await opened();
    const needs = new NeedActs(world);
    const need = await needs.step('southeast-committee', 'markNeedUnmet', await needs.open('clinic'));
    const next = await acts.draft();
    const put = async (meetingId: string) =>
      (
        await world
          .as('southeast-officer')
          .ask<{ putNeedOnAgenda: { id: string } }>(NEED, { meetingId, needId: need.id })
      ).putNeedOnAgenda;
    const [here] = [await put(meeting.id), await put(next.id)];
    const postponed = await agenda.step('postponeItem', { ...here, version: 1 });
    expect(
      await agenda.tryStep('southeast-officer', 'carryOverItem', postponed, { meetingId: next.id }),
    ).toMatchObject({ __typename: 'WrongState', message: 'It is on the agenda already.' });
  });

  it('is numbered without gaps, and has at most a hundred items', async () => {
    const { meeting, agenda } = await opened();
    const [first, second, third] = [
      await agenda.propose('southeast-officer', { title: '停车' }),
      await agenda.propose('southeast-officer', { title: '菜场' }),
      await agenda.propose('southeast-officer', { title: '喷泉' }),
    ];
    await agenda.step('postponeItem', first);
    const places = (await agenda.see('clinic')).agenda.map(({ id, place }) => [id, place]);
    expect(places).toEqual([
      [second.id, 1],
      [third.id, 2],
      [first.id, null],
    ]);
    // The version that others have read is still the one.
    expect((await agenda.step('postponeItem', third)).state).toBe('POSTPONED');
    const rows = `INSERT INTO agenda_item SELECT (jsonb_populate_record(agenda_item,
        jsonb_build_object('id', gen_random_uuid(), 'place', number))).*
      FROM agenda_item CROSS JOIN generate_series(2, 100) number WHERE title = '菜场' AND place = 1`;
    await queryAsSuperuser(rows, world.api.database.name);
    expect(await agenda.tryPropose('southeast-officer')).toMatchObject({
      __typename: 'WrongState',
      message: 'An agenda has at most 100 items.',
    });
    const { agenda: items } = await agenda.see('southeast-officer');
    const ids = items.filter(({ place }) => place !== null).map(({ id }) => id);
    expect((await order(meeting.id, ids)).data?.orderAgenda.items).toHaveLength(102);
  });

  it('can be tried before it is taken up', async () => {
    const { agenda } = await opened();
    const { id, version } = await agenda.propose('clinic');
    const TRY = `mutation ($id: ID!, $version: Int!) { takeItem(id: $id, version: $version, tryOnly: true) { ... on AgendaItem { state place } } }`;
    expect(await world.as('southeast-officer').ask(TRY, { id, version })).toEqual({
      takeItem: { state: 'TAKEN', place: 1 },
    });
    expect((await agenda.see('clinic')).agenda).toMatchObject([{ state: 'PROPOSED', version }]);
  });
});

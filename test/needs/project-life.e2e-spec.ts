import { ProjectActs, type SeenProject } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const committee = 'southeast-committee';
const READERS = ['clinic', 'bus-639', 'food-market', 'riverside-primary', 'zhoupu-steward', committee];

const BOOK = `mutation ($input: BookForProjectInput!, $tryOnly: Boolean, $onBehalfOf: ID) {
  bookForProject(input: $input, tryOnly: $tryOnly, onBehalfOf: $onBehalfOf) {
    __typename ... on Refusal { message } ... on ItemsRefused { items { index } }
    ... on BookingBundle { bookings { id version state purpose project { id } } }
  }
}`;

type Bundle = {
  __typename: string;
  bookings?: { id: string; version: number; state: string; project: object }[];
};
describe('a project', () => {
  let world: World;
  let acts: ProjectActs;
  let bus: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
    bus = await world.offer('bus-45', {
      confirmation: 'AUTOMATIC',
      leadTimeMinutes: 0,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
    });
  });
  afterAll(() => world.close());

  let hour = 8;
  const span = () => {
    hour += 1;
    const day = 12 + Math.floor(hour / 8);
    const at = (h: number) => `2026-12-${day}T${String(9 + h).padStart(2, '0')}:00:00+08:00`;
    return { startsAt: at(hour % 8), endsAt: at((hour % 8) + 1) };
  };
  const book = async (account: string, projectId: string, spans = [span()], more: object = {}) => {
    const input = { projectId, items: spans.map((one) => ({ offerId: bus, ...one })) };
    return (await acts.client(account).ask<{ bookForProject: Bundle }>(BOOK, { input, ...more }))
      .bookForProject;
  };
  const hostOf = (project: SeenProject | null, code: string) => {
    const host = project?.hosts.find(({ unit }) => unit.code === code);
    if (!host) throw new Error(`${code} is no host.`);
    return { id: host.id, version: host.version };
  };
  const readersOf = async (id: string) => {
    const all = [];
    for (const account of READERS) if (await acts.see(account, id)) all.push(account);
    return all;
  };

  it('takes on claimed needs, with all who claimed them, and closes with the word of those who had them', async () => {
    const one = await acts.claimed('clinic', 'food-market', 'property-management');
    const two = await acts.claimed('police-post', 'food-market');
    const input = { needIds: [one.id, two.id], categoryId: null };
    const planned = await acts.start('food-market', input);
    expect(planned).toMatchObject({
      state: 'PLANNED',
      startedBy: { code: 'food-market' },
      lead: { code: 'food-market' },
      hosts: [{ unit: { code: 'property-management' }, state: 'ACCEPTED' }],
    });
    expect(planned.needs.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(await readersOf(planned.id)).toEqual([
      'clinic',
      'bus-639',
      'food-market',
      'zhoupu-steward',
      committee,
    ]);

    const begun = await acts.act('food-market', 'beginProject', planned);
    expect(begun.needs.map(({ state }) => state)).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
    const answered = await acts.act('food-market', 'fileProjectResult', {
      ...begun,
      result: '接送了四次',
      heads: 30,
      hours: '12.50',
    });
    expect(answered).toMatchObject({
      state: 'ANSWERED',
      result: '接送了四次',
      resultHeads: 30,
      resultHours: '12.50',
      needs: [
        { state: 'ANSWERED', answer: '接送了四次' },
        { state: 'ANSWERED', answer: '接送了四次' },
      ],
    });

    await acts.needs.step('clinic', 'closeNeed', await acts.need(one.id));
    expect(await acts.see('food-market', planned.id)).toMatchObject({ state: 'ANSWERED' });
    const reopened = await acts.needs.step('police-post', 'reopenNeed', await acts.need(two.id), {
      reason: '周日没有来',
    });
    expect(reopened).toMatchObject({ state: 'OPEN', reopenings: 1 });
    const again = await acts.see('food-market', planned.id);
    expect(again).toMatchObject({ state: 'IN_PROGRESS', reason: '周日没有来', reopenings: 1 });
    const filed = await acts.act('food-market', 'fileProjectResult', { ...again, result: '周日也来了' });
    expect(filed.needs.map(({ state }) => state).toSorted()).toEqual(['ANSWERED', 'CLOSED']);
    await acts.needs.step('police-post', 'closeNeed', await acts.need(two.id));
    expect(await acts.see('clinic', planned.id)).toMatchObject({ state: 'CLOSED', reason: null });
  });

  it('opens again when a word that the committee wrote down is corrected', async () => {
    const need = await acts.claimed('clinic', 'food-market');
    const planned = await acts.start('food-market', { needIds: [need.id] });
    await acts.act('food-market', 'fileProjectResult', planned);
    const { id, version } = await acts.need(need.id);
    await acts
      .client(committee)
      .ask(
        `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { closeNeed(id: $id, version: $version, onBehalfOf: $onBehalfOf) { __typename } }`,
        {
          id,
          version,
          onBehalfOf: world.unit('clinic'),
        },
      );
    expect(await acts.see('clinic', planned.id)).toMatchObject({ state: 'CLOSED' });
    await acts.needs.step('clinic', 'reopenNeed', await acts.need(need.id));
    expect(await acts.see('clinic', planned.id)).toMatchObject({ state: 'IN_PROGRESS', reopenings: 1 });
  });

  it('is begun and answered through the project, not through its needs', async () => {
    const need = await acts.claimed('clinic', 'food-market');
    const planned = await acts.start('food-market', { needIds: [need.id] });
    const now = await acts.need(need.id);
    for (const step of ['beginNeed', 'answerNeed'] as const) {
      expect(
        await acts.needs.tryStep('food-market', step, { id: now.id, version: now.version }),
      ).toMatchObject({
        __typename: 'WrongState',
        message: 'A project works on it: begin and file the result there.',
      });
    }
    await acts.act('food-market', 'stopProject', planned);
    expect(await acts.need(need.id)).toMatchObject({ state: 'OPEN', reason: '说明' });
    await acts.claims.tryClaim('food-market', need.id);
    await acts.needs.step('food-market', 'beginNeed', await acts.need(need.id));
  });

  it('of a unit’s idea is read by it, then by the committee, then by all', async () => {
    const proposed = await acts.start('clinic');
    expect(proposed.state).toBe('PROPOSED');
    expect(await readersOf(proposed.id)).toEqual(['clinic', committee]);
    const returned = await acts.act(committee, 'returnProject', { ...proposed, reason: '请写明日期' });
    expect(returned).toMatchObject({ state: 'RETURNED', reason: '请写明日期' });
    expect(await readersOf(proposed.id)).toEqual(['clinic']);
    const changed = await acts.act('clinic', 'updateProject', {
      id: returned.id,
      version: returned.version,
      input: { startsOn: '2026-12-05', endsOn: '2026-12-26' },
    });
    const again = await acts.act('clinic', 'proposeProject', changed);
    expect(again.reason).toBeNull();
    const planned = await acts.act(committee, 'takeProject', again);
    expect(planned.state).toBe('PLANNED');
    expect(await readersOf(planned.id)).toHaveLength(5);
    const answered = await acts.act('clinic', 'fileProjectResult', planned);
    const reopened = await acts.act(committee, 'reopenProject', { ...answered, reason: '还差一次' });
    expect(reopened).toMatchObject({ state: 'IN_PROGRESS', reason: '还差一次', reopenings: 1 });
    const filed = await acts.act('clinic', 'fileProjectResult', reopened);
    expect(await acts.act(committee, 'closeProject', filed)).toMatchObject({ state: 'CLOSED' });
  });

  it.each([
    ['no unit of the network', 'riverside-primary', 'A project has a lead: an active unit of its network.'],
    [
      'one that nobody asked',
      'food-market',
      'It is led by the unit that starts it or by one that has claimed a need of it; ask others to take part first, and name them then.',
    ],
  ])('is not led by %s', async (_what, code, told) => {
    const outcome = await acts.tryAct('clinic', 'startProject', {
      input: await acts.input('clinic', { leadUnitId: world.unit(code) }),
    });
    expect(outcome).toMatchObject({ __typename: 'BAD_USER_INPUT' });
    expect(outcome.message).toContain(told);
    expect(outcome.message).toContain('input.leadUnitId');
  });

  it('takes on what is claimed and in no other project, and by whom it concerns', async () => {
    const open = await acts.needs.open('clinic');
    const start = async (account: string, needIds: string[], lead = account) =>
      acts.tryAct(account, 'startProject', {
        input: await acts.input(account, { needIds, leadUnitId: world.unit(lead) }),
      });
    expect(await start(committee, [open.id])).toMatchObject({
      __typename: 'WrongState',
      currentState: 'OPEN',
      message: 'Nobody has claimed this need: a project takes on claimed needs.',
    });
    const claimed = await acts.claimed('clinic', 'food-market');
    expect(await start('police-post', [claimed.id])).toMatchObject({ __typename: 'FORBIDDEN' });
    expect(await start('police-post', [claimed.id], 'food-market')).toMatchObject({
      __typename: 'FORBIDDEN',
    });
    const led = await start(committee, [claimed.id], 'food-market');
    expect(led).toMatchObject({ state: 'PLANNED', lead: { code: 'food-market' }, hosts: [] });
    expect(await start('food-market', [claimed.id])).toMatchObject({
      __typename: 'WrongState',
      message: 'This need is in a project already.',
    });
    const draft = await acts.needs.draft('clinic');
    expect(await start('food-market', [draft.id])).toMatchObject({ __typename: 'NOT_FOUND' });
  });

  it('can be tried without effect', async () => {
    const need = await acts.claimed('clinic', 'food-market');
    const input = await acts.input('food-market', { needIds: [need.id] });
    const tried = await acts.tryAct('food-market', 'startProject', { input, tryOnly: true });
    expect(tried).toMatchObject({ state: 'PLANNED' });
    expect(await acts.see('food-market', tried.id ?? '')).toBeNull();
    expect(await acts.need(need.id)).toEqual(need);
  });

  it('asks units to take part; a no stays between them, the lead and the committee', async () => {
    const planned = await acts.start(committee);
    const asked = await acts.act(committee, 'askProjectHost', { ...planned, unitId: world.unit('clinic') });
    const both = await acts.act(committee, 'askProjectHost', { ...asked, unitId: world.unit('food-market') });
    const seenBy = async (account: string) =>
      (await acts.see(account, planned.id))?.hosts
        .map(({ unit, state }) => `${unit.code} ${state}`)
        .toSorted();
    expect(await seenBy('bus-639')).toEqual([]);
    expect(await seenBy('clinic')).toEqual(['clinic ASKED']);
    await acts.act('clinic', 'answerProjectHost', { ...hostOf(both, 'clinic'), accept: true });
    await acts.act('food-market', 'answerProjectHost', {
      ...hostOf(both, 'food-market'),
      accept: false,
      reason: '人手不够',
    });
    expect(await seenBy('bus-639')).toEqual(['clinic ACCEPTED']);
    expect(await seenBy('food-market')).toEqual(['clinic ACCEPTED', 'food-market DECLINED']);
    const handed = await acts.act(committee, 'nameProjectLead', {
      ...(await acts.see(committee, planned.id)),
      unitId: world.unit('clinic'),
    });
    expect(handed.lead.code).toBe('clinic');
    expect(await seenBy('clinic')).toEqual([
      'clinic LEADING',
      'food-market DECLINED',
      'southeast-committee ACCEPTED',
    ]);
    expect(
      await acts.tryAct(committee, 'nameProjectLead', { ...handed, unitId: world.unit('bus-639') }),
    ).toMatchObject({
      __typename: 'BAD_USER_INPUT',
    });
    const stepped = await acts.act('clinic', 'addProjectStep', {
      projectId: planned.id,
      input: { unitId: world.unit(committee), title: '借场地', dueOn: '2026-11-21' },
    });
    expect(stepped.steps).toMatchObject([{ place: 1, overdue: true, unit: { code: committee } }]);
  });

  it('awaits nobody any more once its result is filed', async () => {
    const planned = await acts.start(committee);
    const asked = await acts.act(committee, 'askProjectHost', { ...planned, unitId: world.unit('clinic') });
    const filed = await acts.act(committee, 'fileProjectResult', asked);
    expect(filed.hosts).toMatchObject([{ state: 'WITHDRAWN', unit: { code: 'clinic' } }]);
  });

  it('is answered and noted by telephone, as the committee writes it down', async () => {
    const planned = await acts.start(committee);
    const asked = await acts.act(committee, 'askProjectHost', { ...planned, unitId: world.unit('clinic') });
    const onBehalfOf = world.unit('clinic');
    const yes = { ...hostOf(asked, 'clinic'), accept: true, onBehalfOf };
    expect(await acts.act(committee, 'answerProjectHost', yes)).toMatchObject({
      hosts: [{ state: 'ACCEPTED', unit: { code: 'clinic' } }],
    });
    await acts.act(committee, 'noteProjectProgress', { projectId: planned.id, text: '已联系', onBehalfOf });
    const notes = await acts
      .client('bus-639')
      .ask<{ project: object }>(
        `query ($id: ID!) { project(id: $id) { notes(first: 5) { edges { node { text unit { code } } } } } }`,
        { id: planned.id },
      );
    expect(notes.project).toEqual({
      notes: { edges: [{ node: { text: '已联系', unit: { code: 'clinic' } } }] },
    });
    const stepped = await acts.act(committee, 'addProjectStep', {
      projectId: planned.id,
      input: { unitId: world.unit('clinic'), title: '体检', dueOn: '2026-12-20' },
    });
    const [step] = stepped.steps;
    const done = await acts.act(committee, 'finishProjectStep', {
      id: step?.id,
      version: step?.version,
      note: '完成',
      onBehalfOf,
    });
    expect(done.steps).toMatchObject([{ doneNote: '完成', overdue: false }]);
    const { bookings } = await book(committee, planned.id, [span()], { onBehalfOf });
    expect(bookings).toMatchObject([{ state: 'CONFIRMED', project: { id: planned.id } }]);
    const filed = await acts.tryAct(committee, 'fileProjectResult', {
      ...(await acts.see(committee, planned.id)),
      onBehalfOf,
    });
    expect(filed).toMatchObject({ __typename: 'FORBIDDEN' });
  });

  it('keeps its steps in order, by those whose they are', async () => {
    const planned = await acts.start(committee);
    const asked = await acts.act(committee, 'askProjectHost', { ...planned, unitId: world.unit('clinic') });
    await acts.act('clinic', 'answerProjectHost', { ...hostOf(asked, 'clinic'), accept: true });
    const add = (account: string, title: string, unit: string, dueOn = '2026-12-01') =>
      acts.tryAct(account, 'addProjectStep', {
        projectId: planned.id,
        input: { unitId: world.unit(unit), title, dueOn },
      });
    await add(committee, '一', committee, '2026-11-22');
    await add(committee, '二', 'clinic', '2026-11-21');
    await add('clinic', '三', 'clinic');
    expect(await add('clinic', '四', committee)).toMatchObject({ __typename: 'FORBIDDEN' });
    expect(await add('food-market', '四', 'food-market')).toMatchObject({ __typename: 'FORBIDDEN' });
    expect(await add(committee, '四', 'food-market')).toMatchObject({ __typename: 'BAD_USER_INPUT' });
    const steps = async () => (await acts.see('clinic', planned.id))?.steps ?? [];
    const [first, second, third] = await steps();
    // The clock of the case shows Monday the 23rd in Shanghai.
    expect([first?.overdue, second?.overdue, third?.overdue]).toEqual([true, true, false]);
    expect(await acts.tryAct('clinic', 'moveProjectStep', { ...first, place: 3 })).toMatchObject({
      __typename: 'FORBIDDEN',
    });
    await acts.act('clinic', 'moveProjectStep', { id: third?.id, version: third?.version, place: 1 });
    expect((await steps()).map(({ title, place }) => `${place} ${title}`)).toEqual(['1 三', '2 一', '3 二']);
    await acts.act('clinic', 'finishProjectStep', { id: second?.id, version: second?.version, note: '好' });
    expect((await steps()).map(({ overdue }) => overdue)).toEqual([false, true, false]);
    await acts.act(committee, 'removeProjectStep', { id: first?.id, version: first?.version });
    expect((await steps()).map(({ title, place }) => `${place} ${title}`)).toEqual(['1 三', '2 二']);
    const host = hostOf(await acts.see('clinic', planned.id), 'clinic');
    await acts.act('clinic', 'leaveProject', { ...host, reason: '搬迁' });
    expect((await steps()).map(({ unit, title }) => `${title} ${unit.code}`)).toEqual([
      `三 ${committee}`,
      '二 clinic',
    ]);
  });
});

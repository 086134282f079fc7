import { attachPicture } from '../support/attached.js';
import { ProjectActs } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const committee = 'southeast-committee';

const CHAIN = `query ($id: ID!) {
  need(id: $id) { project { id needs { id } bookings(first: 5) { edges { node { id project { id needs { id } } } } } } }
}`;
const BOOK = `mutation ($input: BookForProjectInput!, $tryOnly: Boolean) {
  bookForProject(input: $input, tryOnly: $tryOnly) {
    __typename ... on Refusal { message } ... on ItemsRefused { items { index } }
    ... on BookingBundle { bookings { id version state purpose project { id } } }
  }
}`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;
const BOOKING = `query ($id: ID!) { booking(id: $id) { state remark project { id }
  auditLines(first: 1) { edges { node { act manner unit { code } } } } } }`;
const LIST = `query ($filter: ProjectFilter!) { projects(filter: $filter) { edges { node { id } } } }`;
const IN_NETWORK = `query ($id: ID!, $filter: NetworkProjectFilter!) {
  node(id: $id) { ... on Network { projects(filter: $filter) { edges { node { id } } } } }
}`;
const MEMBER = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { __typename } }`;

const ALWAYS = {
  hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
  leadTimeMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  slotMinutes: 60,
};

type Bundle = { __typename: string; bookings: { id: string; state: string; purpose: string }[] };
type Edges = { edges: { node: { id: string } }[] };
type Walked = {
  need: { project: { id: string; needs: object[]; bookings: { edges: { node: object }[] } } | null } | null;
};

/** From a need to what was done and lent for it, and back, as far as the asker may see. */
describe('the chain of a project', () => {
  let world: World;
  let acts: ProjectActs;
  let bus: string;
  let school: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
    bus = await world.offer('bus-45', { ...ALWAYS, confirmation: 'AUTOMATIC' });
    school = await world.offer('hall', { ...ALWAYS, confirmation: 'OWNER' });
  });
  afterAll(() => world.close());

  let hours = 0;
  /** An hour that nobody has asked for. */
  const span = () => {
    hours += 1;
    const at = (hour: number) => new Date(Date.parse('2026-12-05T09:00:00+08:00') + hour * 3_600_000);
    const from = 24 * Math.floor(hours / 8) + (hours % 8);
    return { startsAt: at(from).toISOString(), endsAt: at(from + 1).toISOString() };
  };
  const book = async (account: string, projectId: string, items: object[], more: object = {}) =>
    (
      await acts.client(account).ask<{ bookForProject: Bundle }>(BOOK, {
        input: { projectId, items },
        ...more,
      })
    ).bookForProject;
  const request = async (account: string, offerId = bus) => {
    const input = { offerId, networkId: world.network('southeast'), purpose: '接送', ...span() };
    return (await acts.client(account).ask<{ requestBooking: { id: string } }>(REQUEST, { input }))
      .requestBooking.id;
  };
  const bookingOf = async (account: string, id: string) =>
    (await acts.client(account).ask<{ booking: object | null }>(BOOKING, { id })).booking;
  const list = async (account: string, filter: object) =>
    (await acts.client(account).ask<{ projects: Edges }>(LIST, { filter })).projects.edges.map(
      ({ node }) => node.id,
    );
  const hosted = async (lead: string, host: string) => {
    const need = await acts.claimed('police-post', lead, host);
    return acts.start(lead, { needIds: [need.id] });
  };

  it('is walked from the need to its bookings and back, each link by those who see it', async () => {
    const need = await acts.claimed('clinic', 'food-market', 'property-management');
    const { id } = await acts.start('food-market', { needIds: [need.id] });
    const made = await book('property-management', id, [{ offerId: bus, ...span() }]);
    expect(made.bookings).toMatchObject([{ state: 'CONFIRMED', purpose: '体检接送', project: { id } }]);
    const [booking] = made.bookings;
    const walk = async (account: string) =>
      (await acts.client(account).ask<Walked>(CHAIN, { id: need.id })).need?.project ?? null;
    const back = { node: { id: booking?.id, project: { id, needs: [{ id: need.id }] } } };
    for (const account of ['property-management', 'bus-639', committee]) {
      expect(await walk(account)).toEqual({ id, needs: [{ id: need.id }], bookings: { edges: [back] } });
    }
    for (const account of ['clinic', 'food-market', 'zhoupu-steward']) {
      expect(await walk(account)).toEqual({ id, needs: [{ id: need.id }], bookings: { edges: [] } });
    }
    expect(await walk('riverside-primary')).toBeNull();
    expect(await walk('riverside-committee')).toBeNull();
  });

  it('gets all of what is asked for in one act, or nothing', async () => {
    const { id } = await hosted('food-market', 'clinic');
    const [one, two] = [span(), span()];
    expect(
      await book('clinic', id, [
        { offerId: bus, ...one },
        { offerId: school, ...two },
      ]),
    ).toMatchObject({ bookings: [{ state: 'CONFIRMED' }, { state: 'REQUESTED' }] });
    const refused = await book('clinic', id, [
      { offerId: school, ...span() },
      { offerId: bus, ...one },
    ]);
    expect(refused).toMatchObject({ __typename: 'ItemsRefused', items: [{ index: 1 }] });
    const tried = await book('clinic', id, [{ offerId: bus, ...span() }], { tryOnly: true });
    expect(tried).toMatchObject({ bookings: [{ state: 'CONFIRMED' }] });
    const all = await acts
      .client('clinic')
      .ask<{ project: { bookings: Edges } }>(
        `query ($id: ID!) { project(id: $id) { bookings(first: 10) { edges { node { id } } } } }`,
        { id },
      );
    expect(all.project.bookings.edges).toHaveLength(2);
    const { data, errors } = await acts
      .client('police-post')
      .tryAsk(BOOK, { input: { projectId: id, items: [{ offerId: bus, ...span() }] } });
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('takes in what was booked before, of one’s own and once', async () => {
    const { id } = await hosted('food-market', 'clinic');
    const other = await hosted('food-market', 'clinic');
    const bookingId = await request('clinic');
    const link = (account: string, projectId: string) =>
      acts.tryAct(account, 'linkBookingToProject', { projectId, bookingId });
    expect(await link('food-market', id)).toMatchObject({ __typename: 'NOT_FOUND' });
    expect(await link('bus-639', id)).toMatchObject({ __typename: 'FORBIDDEN' });
    expect(await link('clinic', id)).toMatchObject({ __typename: 'Project' });
    expect(await bookingOf('bus-639', bookingId)).toMatchObject({ project: { id } });
    expect(await link('clinic', other.id)).toMatchObject({
      message: 'This booking serves a project already.',
    });
    const unlink = (projectId: string) =>
      acts.tryAct('clinic', 'unlinkBookingFromProject', { projectId, bookingId });
    expect(await unlink(other.id)).toMatchObject({ message: 'This booking does not serve the project.' });
    expect(await unlink(id)).toMatchObject({ __typename: 'Project' });
    expect(await bookingOf('clinic', bookingId)).toMatchObject({ project: null });
  });

  it('stops as one: needs are open again, and what is ahead is given up in the name of who booked it', async () => {
    const need = await acts.claimed('police-post', 'food-market', 'clinic');
    const project = await acts.start('food-market', { needIds: [need.id] });
    const ahead = span();
    const { bookings } = await book('clinic', project.id, [
      { offerId: bus, ...ahead },
      { offerId: school, ...span() },
    ]);
    const [confirmed, asked] = bookings.map(({ id }) => id);
    const known = await acts.see('food-market', project.id);
    const reason = '资金没有到位';
    expect(await acts.tryAct('clinic', 'stopProject', { ...known, reason })).toMatchObject({
      __typename: 'FORBIDDEN',
    });
    // What was booked for it made a new version: who did not know of it looks again.
    expect(await acts.tryAct('food-market', 'stopProject', { ...project, reason })).toMatchObject({
      __typename: 'StaleVersion',
    });
    expect(await acts.tryAct(committee, 'stopProject', { ...known, reason, tryOnly: true })).toMatchObject({
      state: 'STOPPED',
    });
    expect(await bookingOf('clinic', confirmed ?? '')).toMatchObject({ state: 'CONFIRMED' });
    expect(await acts.act('food-market', 'stopProject', { ...known, reason })).toMatchObject({
      state: 'STOPPED',
      reason,
      needs: [{ state: 'OPEN', reason }],
    });
    expect(await bookingOf('clinic', confirmed ?? '')).toMatchObject({
      state: 'CANCELLED',
      remark: reason,
      auditLines: { edges: [{ node: { act: 'CANCELLED', manner: 'BY_RULE', unit: { code: 'clinic' } } }] },
    });
    expect(await bookingOf('clinic', asked ?? '')).toMatchObject({ state: 'WITHDRAWN' });
    expect(await request('fire-squadron')).toBeTruthy();
    const free = await acts.client('fire-squadron').ask<{ requestBooking: { id: string } }>(REQUEST, {
      input: { offerId: bus, networkId: world.network('southeast'), purpose: '接送', ...ahead },
    });
    expect(free.requestBooking.id).toBeTruthy();
    const again = await acts.claims.tryClaim('property-management', need.id);
    expect(again).toMatchObject({ state: 'ACCEPTED' });
    expect((await acts.see('food-market', project.id))?.hosts).toMatchObject([{ unit: { code: 'clinic' } }]);
    await acts.start('property-management', { needIds: [need.id] });
  });

  it('takes in who claims a need of it later', async () => {
    const need = await acts.needs.open('police-post', { places: 2 });
    await acts.claims.tryClaim('food-market', need.id);
    const project = await acts.start('food-market', { needIds: [need.id] });
    await acts.claims.tryClaim('clinic', need.id);
    expect((await acts.see('bus-639', project.id))?.hosts).toMatchObject([
      { state: 'ACCEPTED', unit: { code: 'clinic' } },
    ]);
  });

  it('is listed by network, units, category, state, time and overdue steps', async () => {
    const need = await acts.claimed('police-post', 'bus-639', 'savings-bank');
    const categoryId = await acts.needs.category('southeast', 'TRAINING');
    const { id } = await acts.start('bus-639', { needIds: [need.id], categoryId });
    const [bank, fleet] = [world.unit('savings-bank'), world.unit('bus-639')];
    const overdue = { unitId: fleet, title: '排班', dueOn: '2026-11-22' };
    expect(await list('clinic', { unitId: bank, overdue: true })).toEqual([]);
    await acts.act('bus-639', 'addProjectStep', { projectId: id, input: overdue });
    const found: [object, boolean][] = [
      [{ networkId: world.network('southeast'), unitId: bank }, true],
      [{ unitId: fleet }, true],
      [{ leadUnitId: fleet }, true],
      [{ leadUnitId: bank }, false],
      [{ categoryIds: [categoryId] }, true],
      [{ categoryIds: [await acts.needs.category()], unitId: bank }, false],
      [{ states: ['PLANNED'], unitId: bank }, true],
      [{ states: ['CLOSED', 'STOPPED'], unitId: bank }, false],
      [{ overdue: true }, true],
      [{ overdue: false, unitId: bank }, false],
      [{ from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z', unitId: bank }, true],
      [{ to: '2026-11-01T00:00:00Z' }, false],
    ];
    for (const [filter, isFound] of found) {
      expect([filter, (await list('clinic', filter)).includes(id)]).toEqual([filter, isFound]);
    }
    const network = { id: world.network('southeast'), filter: { unitId: bank } };
    expect(await acts.client('clinic').ask(IN_NETWORK, network)).toEqual({
      node: { projects: { edges: [{ node: { id } }] } },
    });
    await acts.act('bus-639', 'stopProject', { ...(await acts.see('bus-639', id)) });
    expect(await list('clinic', { unitId: bank, overdue: true })).toEqual([]);
    expect((await acts.see('clinic', id))?.steps).toMatchObject([{ overdue: false }]);
    expect(await list('clinic', { from: '2027-01-01T00:00:00Z', unitId: bank })).toEqual([]);
    expect(await list('riverside-primary', {})).toEqual([]);
  });

  it('says in the group chat where it stands', async () => {
    const { id } = await hosted('food-market', 'clinic');
    const input = { unitId: world.unit('clinic'), title: '联系 021-55550000', dueOn: '2026-12-01' };
    await acts.act('food-market', 'addProjectStep', { projectId: id, input });
    const { project } = await acts
      .client('bus-639')
      .ask<{ project: { chatText: string } }>(`query ($id: ID!) { project(id: $id) { chatText } }`, { id });
    expect(project.chatText.split('\n')).toEqual([
      '【项目】体检接送（筹备中）',
      expect.stringMatching(/^牵头单位：/),
      expect.stringMatching(/^协办单位：/),
      '内容：每周三接送老人。',
      '类别：咨询服务',
      expect.stringMatching(/^下一步：联系 .*，2026年12月1日前）$/),
    ]);
    expect(project.chatText).not.toContain('55550000');
  });

  it('carries files of its units and the committee, read by who reads it', async () => {
    const { id } = await hosted('food-market', 'clinic');
    const idea = await acts.start('clinic');
    const files = async (account: string, of: string) =>
      (
        await acts
          .client(account)
          .ask<{ project: { files: object[] } | null }>(
            `query ($id: ID!) { project(id: $id) { files { name } } }`,
            { id: of },
          )
      ).project?.files.length;
    for (const account of ['food-market', 'clinic', committee]) await attachPicture(acts.client(account), id);
    const refused = await acts.client('bus-639').attach(id, 'picture.png', Buffer.from('x'));
    expect(refused.statusCode).toBe(403);
    expect(await files('bus-639', id)).toBe(3);
    await attachPicture(acts.client('clinic'), idea.id);
    expect(await files(committee, idea.id)).toBe(1);
    const taken = await acts.act(committee, 'takeProject', idea);
    expect(await files('bus-639', taken.id)).toBe(1);
  });

  it('is led by the committee once its lead has left, and its steps are done by somebody', async () => {
    const { id } = await hosted('developer', 'clinic');
    const other = await hosted('food-market', 'developer');
    const idea = await acts.start('developer');
    for (const projectId of [id, other.id]) {
      const input = { unitId: world.unit('developer'), title: '场地', dueOn: '2026-12-01' };
      const by = projectId === id ? 'developer' : 'food-market';
      await acts.act(by, 'addProjectStep', { projectId, input });
    }
    const membership = { id: world.membership('developer', 'southeast') };
    const { node } = await acts.client(committee).ask<{ node: object }>(MEMBER, membership);
    await acts.client(committee).ask(SUSPEND, node);
    expect(await acts.see('clinic', id)).toMatchObject({
      lead: { code: committee },
      steps: [{ unit: { code: committee } }],
      hosts: [{ unit: { code: 'clinic' }, state: 'ACCEPTED' }],
    });
    expect(await acts.see('clinic', other.id)).toMatchObject({
      lead: { code: 'food-market' },
      steps: [{ unit: { code: 'food-market' } }],
      hosts: [{ unit: { code: 'developer' }, state: 'LEFT' }],
    });
    expect(await acts.see(committee, idea.id)).toMatchObject({ state: 'WITHDRAWN' });
    const named = { ...(await acts.see(committee, id)), unitId: world.unit('clinic') };
    expect(await acts.act(committee, 'nameProjectLead', named)).toMatchObject({ lead: { code: 'clinic' } });
  });
});

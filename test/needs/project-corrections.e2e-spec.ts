import { ProjectActs } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const committee = 'southeast-committee';
const lead = 'food-market';
const ALWAYS = {
  confirmation: 'AUTOMATIC',
  leadTimeMinutes: 0,
  hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
};
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;

describe('what was said of a project', () => {
  let world: World;
  let acts: ProjectActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(() => world.close());

  it('is filed again until all have said their word on it', async () => {
    const [one, two] = [await acts.claimed('clinic', lead), await acts.claimed('police-post', lead)];
    const planned = await acts.start(lead, { needIds: [one.id, two.id] });
    const filed = await acts.act(lead, 'fileProjectResult', { ...planned, result: '三十人', heads: 30 });
    const before = await acts.need(two.id);
    await acts.needs.step('clinic', 'closeNeed', await acts.need(one.id));
    const again = await acts.act(lead, 'fileProjectResult', { ...filed, result: '四十人', heads: 40 });
    expect(again).toMatchObject({ state: 'ANSWERED', result: '四十人', resultHeads: 40, reopenings: 0 });
    expect(new Map(again.needs.map(({ id, state, answer }) => [id, `${state} ${answer ?? ''}`]))).toEqual(
      new Map([
        [one.id, 'CLOSED 三十人'],
        [two.id, 'ANSWERED 四十人'],
      ]),
    );
    // Whoever read the former answer looks again before it says that this is it.
    const { id, version } = before;
    expect(await acts.needs.tryStep('police-post', 'closeNeed', { id, version })).toMatchObject({
      __typename: 'StaleVersion',
    });
    await acts.needs.step('police-post', 'closeNeed', await acts.need(two.id));
    const closed = await acts.see(lead, planned.id);
    expect(closed).toMatchObject({ state: 'CLOSED' });
    expect(await acts.tryAct(lead, 'fileProjectResult', { ...closed })).toMatchObject({
      __typename: 'WrongState',
    });
  });

  it('is a no that becomes a yes, while the project works and nobody has asked anew', async () => {
    const planned = await acts.start(committee);
    const ask = async (unit: string) =>
      acts.act(committee, 'askProjectHost', {
        ...(await acts.see(committee, planned.id)),
        unitId: world.unit(unit),
      });
    const rowsOf = async (code: string) =>
      (await acts.see(committee, planned.id))?.hosts.filter(({ unit }) => unit.code === code) ?? [];
    const answer = async (unit: string, accept: boolean) => {
      const [row] = await rowsOf(unit);
      return acts.tryAct(unit, 'answerProjectHost', { id: row?.id, version: row?.version, accept });
    };
    for (const unit of ['clinic', 'police-post']) {
      await ask(unit);
      await answer(unit, false);
    }
    expect(await answer('clinic', false)).toMatchObject({ __typename: 'WrongState' });
    expect(await answer('clinic', true)).toMatchObject({ __typename: 'Project' });
    expect(await rowsOf('clinic')).toMatchObject([{ state: 'ACCEPTED', reason: null }]);

    const [no] = await rowsOf('police-post');
    await ask('police-post');
    const late = { id: no?.id, version: no?.version, accept: true };
    expect(await acts.tryAct('police-post', 'answerProjectHost', late)).toMatchObject({
      __typename: 'WrongState',
      message: 'This unit was asked already.',
    });
    expect((await rowsOf('police-post')).map(({ state }) => state).toSorted()).toEqual(['ASKED', 'DECLINED']);
    await acts.act(committee, 'stopProject', { ...(await acts.see(committee, planned.id)) });
    expect(await acts.tryAct('police-post', 'answerProjectHost', late)).toMatchObject({
      __typename: 'WrongState',
    });
  });

  it.each(['CLOSED', 'STOPPED'])('keeps what was booked for it, once it is %s', async (state) => {
    const project = await acts.start(committee);
    const offerId = await world.offer('bus-45', ALWAYS);
    const day = state === 'CLOSED' ? '2026-12-08' : '2026-12-09';
    const span = { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T10:00:00+08:00` };
    const input = { offerId, networkId: world.network('southeast'), purpose: '接送', ...span };
    const { requestBooking } = await world
      .actingAs(committee)
      .ask<{ requestBooking: { id: string } }>(REQUEST, { input });
    const link = { projectId: project.id, bookingId: requestBooking.id };
    const linked = await acts.act(committee, 'linkBookingToProject', link);
    if (state === 'CLOSED') {
      const filed = await acts.act(committee, 'fileProjectResult', linked);
      await acts.act(committee, 'closeProject', filed);
    } else {
      await acts.act(committee, 'stopProject', linked);
    }
    expect(await acts.tryAct(committee, 'unlinkBookingFromProject', link)).toMatchObject({
      __typename: 'WrongState',
      currentState: state,
    });
  });
});

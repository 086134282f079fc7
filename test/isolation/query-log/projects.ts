import { ClaimActs } from '../../support/claim-acts.js';
import { NeedActs } from '../../support/need-acts.js';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

interface Versioned {
  id: string;
  version: number;
}
interface Made extends Versioned {
  hosts: (Versioned & { state: string; unit: { code: string } })[];
  steps: Versioned[];
}

const step = ({ id, version }: Versioned): Versioned => ({ id, version });

/** Every filter of the list of projects at once. */
export async function projectFilter(world: World): Promise<object> {
  const unitId = world.unit('food-market');
  return {
    networkId: world.network('southeast'),
    unitId,
    leadUnitId: unitId,
    categoryIds: [await new NeedActs(world).category()],
    states: ['PLANNED', 'STOPPED'],
    overdue: true,
    from: '2026-11-01T00:00:00Z',
    to: '2027-11-01T00:00:00Z',
  };
}

/** An idea that is sent back, taken, done, done again and closed; and a need that is taken on, planned, booked for and dropped. */
export async function projectInEveryWay(all: Everything, world: World): Promise<void> {
  const committee = world.as('southeast-committee', { role: 'SECRETARY' });
  const market = world.as('food-market');
  const input = {
    networkId: world.network('southeast'),
    leadUnitId: world.unit('food-market'),
    categoryId: await new NeedActs(world).category(),
    title: '体检接送',
    what: '每周三接送老人。',
  };
  const start = (more: object = {}) =>
    all.ask<Made>(market, 'startProject', { input: { ...input, ...more } });
  await all.ask(market, 'withdrawProject', step(await start()));
  const returned = await all.ask<Made>(committee, 'returnProject', {
    ...step(await start()),
    reason: '不清楚',
  });
  const proposed = await all.ask<Made>(market, 'proposeProject', step(returned));
  const planned = await all.ask<Made>(committee, 'takeProject', step(proposed));
  const begun = await all.ask<Made>(market, 'beginProject', step(planned));
  const file = (project: Made) =>
    all.ask<Made>(market, 'fileProjectResult', { ...step(project), result: '已办', heads: 30, hours: '4.5' });
  const again = { ...step(await file(begun)), reason: '还差一次' };
  const reopened = await all.ask<Made>(committee, 'reopenProject', again);
  await all.ask(committee, 'closeProject', step(await file(reopened)));
  const needs = new NeedActs(world);
  const need = await needs.open('clinic', { places: 2 });
  await new ClaimActs(world).claim('food-market', need.id);
  await new ClaimActs(world).claim('police-post', need.id);
  await planInEveryWay(all, world, await start({ needIds: [need.id] }));
}

async function planInEveryWay(all: Everything, world: World, project: Made): Promise<void> {
  const [market, fire, police] = [
    world.as('food-market'),
    world.as('fire-squadron'),
    world.as('police-post'),
  ];
  const unitId = world.unit('fire-squadron');
  const again = async () => step(await all.ask<Made>(market, 'project', { id: project.id }));
  const ask = async () =>
    hostOf(await all.ask<Made>(market, 'askProjectHost', { ...(await again()), unitId }));
  await all.ask(market, 'withdrawProjectHost', await ask());
  await all.ask(fire, 'answerProjectHost', { ...(await ask()), accept: true });
  await all.ask(market, 'nameProjectLead', { ...(await again()), unitId });
  const back = { ...(await again()), unitId: world.unit('food-market') };
  const led = await all.ask<Made>(fire, 'nameProjectLead', back);
  await all.ask(fire, 'leaveProject', { ...hostOf(led), reason: '出警' });
  await keepSteps(all, market, project.id, world.unit('police-post'));
  await all.ask(police, 'noteProjectProgress', { projectId: project.id, text: '已联系' });
  await bookInEveryWay(all, world, project.id);
  const input = { title: '接送', endsOn: '2026-12-31' };
  await all.ask(market, 'updateProject', { ...(await again()), input });
  await all.ask(market, 'stopProject', { ...(await again()), reason: '没有车' });
}

/** The squadron, as long as it is asked or takes part. */
function hostOf({ hosts }: Made): Versioned {
  const host = hosts.find(
    ({ state, unit }) => ['ASKED', 'ACCEPTED'].includes(state) && unit.code === 'fire-squadron',
  );
  if (!host) throw new Error('The squadron is not there.');
  return step(host);
}

async function keepSteps(
  all: Everything,
  market: TestClient,
  projectId: string,
  unitId: string,
): Promise<void> {
  const input = { unitId, title: '借车', dueOn: '2026-11-22' };
  const first = (made: Made): Versioned => step(made.steps[0] as Versioned);
  await all.ask(market, 'addProjectStep', { projectId, input });
  const two = await all.ask<Made>(market, 'addProjectStep', { projectId, input });
  const moved = await all.ask<Made>(market, 'moveProjectStep', { ...first(two), place: 2 });
  const change = { ...first(moved), input: { title: '接车' } };
  const changed = await all.ask<Made>(market, 'updateProjectStep', change);
  const done = await all.ask<Made>(market, 'finishProjectStep', { ...first(changed), note: '已借' });
  const open = await all.ask<Made>(market, 'unfinishProjectStep', first(done));
  await all.ask(market, 'removeProjectStep', first(open));
}

async function bookInEveryWay(all: Everything, world: World, projectId: string): Promise<void> {
  const market = world.as('food-market');
  const offerId = await world.offer('bus-45', {
    hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
    leadTimeMinutes: 0,
  });
  const span = (hour: number) => ({
    startsAt: `2026-12-08T${hour}:00:00+08:00`,
    endsAt: `2026-12-08T${hour + 1}:00:00+08:00`,
  });
  const items = [10, 15].map((hour) => ({ offerId, ...span(hour) }));
  const { bookings } = await all.ask<{ bookings: Versioned[] }>(market, 'bookForProject', {
    input: { projectId, items },
  });
  const link = { projectId, bookingId: bookings[0]?.id };
  await all.ask(market, 'unlinkBookingFromProject', link);
  await all.ask(market, 'linkBookingToProject', link);
}

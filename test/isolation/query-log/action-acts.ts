import { ActionActs } from '../../support/action-acts.js';
import { attachPicture } from '../../support/attached.js';
import { MeetingActs } from '../../support/meeting-acts.js';
import { ObjectionActs } from '../../support/objection-acts.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

interface Versioned {
  id: string;
  version: number;
}

const step = ({ id, version }: Versioned): Versioned => ({ id, version });

/** What two meetings decide, from the action to what became of it; and who objects to what they vote on. */
export async function decideInEveryWay(all: Everything, world: World): Promise<void> {
  const meetings = new MeetingActs(world);
  const before = world.clock.now();
  world.clock.set(new Date('2026-12-12T13:30:00+08:00'));
  const at = (hour: string) => `2026-12-12T${hour}:00+08:00`;
  const begin = async (from: string, to: string) =>
    meetings.step('beginMeeting', await meetings.called({ startsAt: at(from), endsAt: at(to) }));
  const first = await begin('13:40', '14:00');
  await objectInEveryWay(all, world, first);
  const [clinic, officer] = [world.as('clinic'), world.as('southeast-officer')];
  const input = new ActionActs(world).input();
  const create = (): Promise<Versioned> =>
    all.ask<Versioned>(officer, 'createAction', { meetingId: first.id, input });
  const action = await create();
  const updated = await all.ask<Versioned>(officer, 'updateAction', {
    ...step(action),
    input: { what: '划线' },
  });
  await all.ask(clinic, 'noteActionProgress', { actionId: action.id, text: '已开工' });
  const noted = { id: updated.id, version: updated.version + 1 };
  const postponed = await all.ask<Versioned>(officer, 'postponeAction', {
    ...noted,
    dueOn: '2027-01-31',
    reason: '说明',
  });
  const paper = await attachPicture(officer, action.id);
  const unitId = world.unit('developer');
  const handed = await all.ask<Versioned>(officer, 'reassignAction', {
    ...step(postponed),
    unitId,
    reason: '说明',
  });
  const next = await begin('13:50', '14:10');
  await all.ask(officer, 'reportOnAction', { meetingId: next.id, actionId: action.id, text: '进行中' });
  const done = await all.ask<Versioned>(world.as('developer'), 'finishAction', { ...step(handed) });
  await all.ask(officer, 'reopenAction', { ...step(done), reason: '说明' });
  await all.ask(officer, 'dropAction', { ...step(await create()), reason: '说明' });
  await all.ask(clinic, 'action', { id: action.id });
  await all.read(clinic, paper);
  await all.read(clinic, next.id);
  world.clock.set(before);
}

async function objectInEveryWay(all: Everything, world: World, meeting: { id: string }): Promise<void> {
  const { id: motionId } = await new ObjectionActs(world).motion(meeting);
  const [clinic, officer] = [world.as('clinic'), world.as('southeast-officer')];
  const own = await all.ask<Versioned>(clinic, 'raiseObjection', { motionId, text: '通道' });
  const input = { count: 3, labels: ['3号楼'], text: '噪声' };
  const { objections } = await all.ask<{ objections: Versioned[] }>(clinic, 'recordObjections', {
    motionId,
    input,
  });
  const text = '说明';
  await all.ask(clinic, 'withdrawObjection', { ...step(own), text });
  const [one, other] = objections as [Versioned, Versioned];
  await all.ask(officer, 'followUpObjection', { objectionId: one.id, input: { way: 'VISITED', text } });
  const noted = { id: one.id, version: 2 };
  const said = await all.ask<Versioned>(clinic, 'updateObjection', { ...noted, input: { text } });
  const answered = await all.ask<Versioned>(officer, 'answerObjection', { ...step(said), text });
  const settled = await all.ask<Versioned>(clinic, 'settleObjection', { ...step(answered), text });
  const again = await all.ask<Versioned>(officer, 'reopenObjection', { ...step(settled), text });
  await all.ask(officer, 'upholdObjection', { ...step(again), text });
  await all.read(clinic, other.id);
  await all.read(clinic, motionId);
}

import { MeetingActs } from '../../support/meeting-acts.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

interface Versioned {
  id: string;
  version: number;
}

const step = ({ id, version }: Versioned): Versioned => ({ id, version });

/** From the draft to the end, and one that is cancelled; a working one beside them. */
export async function meetInEveryWay(all: Everything, world: World): Promise<void> {
  const [secretary, officer] = [world.as('southeast-committee'), world.as('southeast-officer')];
  const acts = new MeetingActs(world);
  const create = (input: object): Promise<Versioned> =>
    all.ask<Versioned>(officer, 'createMeeting', { input });
  const call = async (input: object): Promise<Versioned> =>
    all.ask<Versioned>(secretary, 'callMeeting', step(await create(input)));

  const working = await call(acts.working(['clinic', 'owners-committee'], { location: '物业会议室' }));
  const unitIds = [world.unit('clinic'), world.unit('food-market')];
  const invited = await all.ask<Versioned>(officer, 'updateMeeting', {
    ...step(working),
    input: { unitIds },
  });
  const input = {
    startsAt: '2026-12-11T14:00:00+08:00',
    endsAt: '2026-12-11T15:00:00+08:00',
    reason: '改期',
  };
  const moved = await all.ask<Versioned>(secretary, 'moveMeeting', { ...step(invited), input });
  await all.ask(secretary, 'cancelMeeting', { ...step(moved), reason: '台风' });

  const joint = await call(acts.input({ about: '季度例会' }));
  const answer = { reply: 'DECLINED', proxyUnitId: world.unit('food-market') };
  await all.ask(world.as('clinic'), 'answerMeeting', { id: joint.id, input: answer });
  const told = { id: joint.id, input: { reply: 'ACCEPTED' }, onBehalfOf: world.unit('police-post') };
  await all.ask(officer, 'answerMeeting', told);
  const before = world.clock.now();
  world.clock.set(new Date('2026-12-09T14:00:00+08:00'));
  const begun = await all.ask<Versioned>(officer, 'beginMeeting', step(joint));
  await all.ask(officer, 'closeMeeting', step(begun));
  world.clock.set(before);
}

import { ActionActs } from '../support/action-acts.js';
import { AgendaActs } from '../support/agenda-acts.js';
import { AnswerActs } from '../support/answer-acts.js';
import { attachPicture } from '../support/attached.js';
import { DatePollActs, pollSpan } from '../support/date-poll-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MeetingSeriesActs } from '../support/meeting-series-acts.js';
import { MinutesActs } from '../support/minutes-acts.js';
import { MotionActs } from '../support/motion-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { VenueActs } from '../support/venue-acts.js';
import { ObjectionActs, type SeenObjection } from '../support/objection-acts.js';
import type { World } from '../support/world.js';

const PUT = `mutation ($meetingId: ID!, $needId: ID!) {
  putNeedOnAgenda(meetingId: $meetingId, needId: $needId) { __typename }
}`;

/** Meetings of every kind in every state, with what hangs on them; what may be empty is, and is not. */
export async function meetAndTalk(world: World): Promise<void> {
  const acts = new MeetingActs(world);
  await acts.draft({ about: '议题\n待定' });
  const moved = await acts.step('moveMeeting', await acts.called({ location: '小学礼堂' }));
  await answer(world, moved);
  const later = { startsAt: '2026-12-22T14:00:00+08:00', endsAt: '2026-12-22T16:00:00+08:00' };
  await talk(world, moved, await acts.draft(later));
  await acts.step('cancelMeeting', await acts.called());
  await acts.called(acts.working(['clinic', 'owners-committee']));
  await hold(world, acts);
  await askWhen(world, acts);
  await act(world, acts);
  await new MeetingSeriesActs(world).create();
  await new MeetingSeriesActs(world).end(await new MeetingSeriesActs(world).create({ title: '旧例会' }));
  await want(world);
  await new MeetingActs(world, 'riverside').called();
  await new MeetingActs(world.other).called();
}

/** A called meeting with a room and a bus that is asked for, and a draft of a series that only notes its own. */
async function want(world: World): Promise<void> {
  const open = { hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }], leadTimeMinutes: 0 };
  const room = await world.offer('warm-home', open);
  const venues = new VenueActs(world);
  const span = { startsAt: '2026-12-18T14:00:00+08:00', endsAt: '2026-12-18T15:00:00+08:00' };
  const wanting = await venues.wanting([{ offerId: room }], { ...span, expectedHeads: 40 });
  const called = await venues.act('callMeeting', wanting);
  const bus = await world.offer('bus-45', open);
  await venues.act('planMeetingOffers', called, { items: [{ offerId: bus, purpose: '接送' }] });
  await new MeetingSeriesActs(world).create({ title: '月例会', venueId: room });
}

async function answer(world: World, meeting: { id: string }): Promise<void> {
  const units = new AnswerActs(world, meeting);
  await units.accept('clinic', { comers: ['李医生', '王护士'], substitute: '王护士', remark: '晚到' });
  await units.give('developer', 'clinic');
  await units.answer('southeast-officer', { reply: 'TENTATIVE' }, world.unit('police-post'));
}

async function talk(world: World, meeting: { id: string }, next: { id: string }): Promise<void> {
  const agenda = new AgendaActs(world, meeting);
  const proposed = await agenda.propose('clinic', { what: '停车\n难', presenter: '李医生' });
  await attachPicture(world.as('clinic'), proposed.id);
  await agenda.step('takeItem', await agenda.propose('food-market', { minutes: null }));
  await agenda.step('refuseItem', await agenda.propose('clinic'));
  const postponed = await agenda.step('postponeItem', await agenda.propose('southeast-officer'));
  await agenda.step('carryOverItem', postponed, { meetingId: next.id });
  const needs = new NeedActs(world);
  const unmet = await needs.step('southeast-committee', 'markNeedUnmet', await needs.open('clinic'));
  await world.as('southeast-officer').ask(PUT, { meetingId: meeting.id, needId: unmet.id });
}

/** A poll that is open, with all that can be said, one that is settled and one that is closed. */
async function askWhen(world: World, acts: MeetingActs): Promise<void> {
  const polls = new DatePollActs(world);
  const venueOfferId = await world.offer('warm-home');
  const poll = await polls.open(await acts.draft(), { venueOfferId, zone: 'Asia/Urumqi' });
  await polls.answer('clinic', poll, { 0: 'YES', 1: 'NO' }, { remark: '上午最好' });
  await polls.answer('food-market', poll, { 0: 'IF_NEED_BE', 1: 'YES' });
  const told = { onBehalfOf: world.unit('police-post') };
  await polls.answer('southeast-officer', poll, { 1: 'YES' }, told);
  const struck = await polls.step('strikeDatePollSpan', poll, { spanId: poll.spans[0]?.id });
  await polls.step('addDatePollSpans', struck, { spans: [pollSpan(14)] });
  const working = await polls.open(await acts.draft(acts.working(['clinic', 'owners-committee'])));
  await polls.answer('owners-committee', working, { 2: 'YES' });
  await polls.step('settleDatePoll', working, { spanId: working.spans[2]?.id });
  await polls.step('closeDatePoll', await polls.open(await acts.draft()));
}

/** One that is over, with somebody late and something struck out. */
async function hold(world: World, acts: MeetingActs): Promise<void> {
  const start = world.clock.now().getTime() + 60_000;
  const span = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
  const begun = await acts.step('beginMeeting', await acts.called(span));
  const door = new DoorActs(world, begun);
  const at = world.clock.now().toISOString();
  await door.note('clinic', 'ARRIVED', { names: ['李医生'] });
  await door.note('food-market', 'ARRIVED', { at });
  await door.strike('food-market', at);
  const minutes = new MinutesActs(world);
  await minutes.draft(begun);
  await decide(new MotionActs(world, begun));
  await acts.step('closeMeeting', begun);
  const { id, version } = await minutes.published({ ...span, location: '小学礼堂' });
  await minutes.tryStep('clinic', 'confirmMinutes', { id, version });
  await minutes.tryStep('food-market', 'askForCorrection', { id, version });
  const unitIds = [world.unit('food-market')];
  await minutes.step(
    'correctMinutes',
    { id, version },
    { input: { what: '实到 9 家', why: '漏记', unitIds } },
  );
}

/** Openly and in secret; one is never voted on. */
async function decide(motions: MotionActs): Promise<void> {
  const consent = { majority: 'TWO_THIRDS_ALL', asked: 102, for: 68, against: 34 };
  await motions.draft({ text: '停车\n方案', consent });
  for (const ballot of ['OPEN', 'SECRET']) {
    const motion = await motions.opened({ ballot, majority: 'ABSOLUTE', text: `方案 ${ballot}` });
    await motions.vote('clinic', motion, 'YES');
    await motions.step('closeVote', motion);
  }
}

/** Actions in every state, one whose unit was handed another's, one reported on; objections in every state. */
async function act(world: World, acts: MeetingActs): Promise<void> {
  const start = world.clock.now().getTime() + 600_000;
  const begin = async (from: number) => {
    const span = { startsAt: new Date(from).toISOString(), endsAt: new Date(from + 3_600_000).toISOString() };
    return acts.step('beginMeeting', await acts.called(span));
  };
  const actions = new ActionActs(world);
  const first = await begin(start);
  const late = await actions.create(first);
  await actions.note('clinic', late, '进展\n顺利');
  await attachPicture(world.as('clinic'), late.id);
  await actions.step('dropAction', await actions.create(first));
  await actions.step('reassignAction', await actions.create(first));
  await actions.step('postponeAction', await actions.create(first, { unitId: world.unit('food-market') }));
  const next = await begin(start + 600_000);
  await actions.report('southeast-officer', next, late);
  await actions.step('finishAction', { id: late.id, version: 2 });
  await object(world, first);
}

async function object(world: World, meeting: { id: string }): Promise<void> {
  const objections = new ObjectionActs(world);
  const motion = await objections.motion(meeting);
  await objections.raise('food-market', motion, '通道\n太窄');
  const [one, other, third] = (await objections.record('clinic', motion, {
    count: 4,
    labels: ['3号楼'],
  })) as [SeenObjection, SeenObjection, SeenObjection];
  await objections.followUp('southeast-officer', one, { way: 'CALLED' });
  await objections.step('settleObjection', await objections.step('answerObjection', other));
  await objections.step('withdrawObjection', third);
}

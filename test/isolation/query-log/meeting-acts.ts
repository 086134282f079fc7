import { attachPicture } from '../../support/attached.js';
import { DoorActs } from '../../support/door-acts.js';
import { DatePollActs, pollSpan } from '../../support/date-poll-acts.js';
import { MeetingActs } from '../../support/meeting-acts.js';
import { MeetingSeriesActs } from '../../support/meeting-series-acts.js';
import { NeedActs } from '../../support/need-acts.js';
import { VenueActs } from '../../support/venue-acts.js';
import type { TestClient } from '../../support/test-client.js';
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

  await bookInEveryWay(all, world, create);

  const rounds = new MeetingSeriesActs(world);
  const series = await all.ask<Versioned>(officer, 'createMeetingSeries', { input: rounds.input() });
  const later = await all.ask<Versioned>(officer, 'updateMeetingSeries', {
    ...step(series),
    input: { nth: 3 },
  });
  await all.ask(officer, 'endMeetingSeries', step(later));
  await all.ask(officer, 'createMeetingSeries', {
    input: rounds.input({ venueId: await world.offer('newcomers-home') }),
  });

  const held = { startsAt: '2026-11-20T14:00:00+08:00', endsAt: '2026-11-20T15:00:00+08:00' };
  const attendance = [{ unitId: world.unit('clinic') }];
  await all.ask(officer, 'recordMeeting', {
    input: { ...acts.input(held), attendance, items: ['停车'] },
  });
  const { id, version } = await create(acts.input({ about: '季度例会' }));
  await all.ask(officer, 'meetingAudience', { id });
  const joint = await all.ask<Versioned>(secretary, 'callMeeting', { id, version });
  const answer = { reply: 'DECLINED', proxyUnitId: world.unit('food-market') };
  await all.ask(world.as('clinic'), 'answerMeeting', { id: joint.id, round: 1, input: answer });
  const told = {
    id: joint.id,
    round: 1,
    input: { reply: 'ACCEPTED' },
    onBehalfOf: world.unit('police-post'),
  };
  await all.ask(officer, 'answerMeeting', told);
  await pollInEveryWay(all, world, acts);
  await talkInEveryWay(all, world, joint, await create(acts.input()));
  const before = world.clock.now();
  world.clock.set(new Date('2026-12-09T14:00:00+08:00'));
  const acted = (name: string, variables: object): Promise<object> =>
    all.ask(officer, name, { meetingId: joint.id, ...variables });
  const at = world.clock.now().toISOString();
  const unitId = world.unit('bus-639');
  await acted('noteAttendance', { input: { unitId, act: 'ARRIVED', at } });
  await acted('strikeAttendance', { unitId, at, reason: '看错了' });
  const code = await new DoorActs(world, joint).code();
  await all.ask(world.as('food-market'), 'checkIn', { meetingId: joint.id, code });
  const begun = await all.ask<Versioned>(officer, 'beginMeeting', step(joint));
  const drafted = await all.ask<Versioned>(officer, 'draftMinutes', { meetingId: joint.id });
  await voteInEveryWay(all, world, joint.id);
  await all.ask(officer, 'closeMeeting', step(begun));
  await writeInEveryWay(all, world, drafted);
  world.clock.set(before);
}

/** What a meeting wants: asked for, confirmed while others wait, dropped, and moved with it. */
async function bookInEveryWay(
  all: Everything,
  world: World,
  create: (input: object) => Promise<Versioned>,
): Promise<void> {
  const [secretary, officer] = [world.as('southeast-committee'), world.as('southeast-officer')];
  const open = {
    hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
    leadTimeMinutes: 0,
    longestMinutes: 600,
  };
  const room = await world.offer('warm-home', open);
  const hall = await world.offer('hall', { ...open, confirmation: 'OWNER' });
  const venues = new VenueActs(world);
  const span = { startsAt: '2026-12-16T14:00:00+08:00', endsAt: '2026-12-16T15:00:00+08:00' };
  const draft = await create(venues.meetings.input({ ...span, expectedHeads: 40 }));
  const items = [{ offerId: room }, { offerId: hall }];
  const planned = await all.ask<Versioned>(officer, 'planMeetingOffers', { ...step(draft), items });
  await all.ask(secretary, 'letMeetingCallItself', { ...step(planned), callsItself: true });
  const see = async () => (await venues.see('southeast-officer', draft.id))!;
  const asked = (await see()).offers.find(({ booking }) => booking)!;
  const yes = { id: asked.booking!.id, version: asked.booking!.version };
  await all.ask(world.as('southeast-kindergarten'), 'confirmBooking', yes);
  const later = {
    startsAt: '2026-12-17T14:00:00+08:00',
    endsAt: '2026-12-17T15:00:00+08:00',
    reason: '改期',
  };
  await all.ask(secretary, 'moveMeeting', { ...step(await see()), input: later });
  const moved = (await see()).offers.find(({ offerTitle }) => offerTitle === asked.offerTitle)!;
  await venues.decline(moved);
  await all.ask(officer, 'requestMeetingOffers', step(await see()));
  await all.read(officer, moved.id);
  await all.ask(officer, 'dropMeetingOffer', step(moved));
}

/** Minutes, from the draft to the last answer. */
async function writeInEveryWay(all: Everything, world: World, drafted: Versioned): Promise<void> {
  const [secretary, officer, clinic] = ['southeast-committee', 'southeast-officer', 'clinic'].map((account) =>
    world.as(account),
  ) as [TestClient, TestClient, TestClient];
  const edited = await all.ask<Versioned>(officer, 'editMinutes', {
    ...step(drafted),
    input: { opening: '概要' },
  });
  const published = await all.ask<Versioned>(secretary, 'publishMinutes', step(edited));
  await all.ask(clinic, 'askForCorrection', { ...step(published), request: '少记一家' });
  const unitId = world.unit('clinic');
  await all.ask(officer, 'declineCorrection', { id: published.id, unitId, reason: '签到表如此' });
  const input = { what: '实到 9 家', why: '漏记', unitIds: [unitId] };
  const corrected = await all.ask<Versioned>(secretary, 'correctMinutes', { ...step(published), input });
  await all.ask(clinic, 'confirmMinutes', step(corrected));
  const onBehalfOf = world.unit('police-post');
  await all.ask(officer, 'confirmMinutes', { ...step(corrected), onBehalfOf });
  for (const client of [clinic, officer, world.as('zhoupu-steward')]) await all.read(client, published.id);
}

/** Openly and in secret, with a consent from outside; and one that is taken back. */
async function voteInEveryWay(all: Everything, world: World, meetingId: string): Promise<void> {
  const officer = world.as('southeast-officer');
  const market = world.as('food-market');
  const draft = (ballot: string): Promise<Versioned> => {
    const consent = { majority: 'SIMPLE', asked: 3, for: 2, against: 1 };
    return all.ask<Versioned>(officer, 'createMotion', {
      meetingId,
      input: { text: '停车方案', ballot, consent },
    });
  };
  for (const ballot of ['OPEN', 'SECRET']) {
    const motion = await all.ask<Versioned>(officer, 'openVote', step(await draft(ballot)));
    const vote = { motionId: motion.id, choice: 'YES' };
    await all.ask(market, 'castVote', vote);
    await all.ask(market, 'castVote', { ...vote, forUnitId: world.unit('clinic') });
    await all.ask(officer, 'closeVote', step(motion));
    await all.ask(market, 'motion', { id: motion.id });
  }
  const changed = await all.ask<Versioned>(officer, 'updateMotion', {
    ...step(await draft('OPEN')),
    input: { text: '停车方案二' },
  });
  await all.ask(officer, 'withdrawMotion', step(changed));
  await all.read(market, changed.id);
}

/** A date is asked for, answered and chosen; another poll is closed. */
async function pollInEveryWay(all: Everything, world: World, acts: MeetingActs): Promise<void> {
  const [clinic, officer] = [world.as('clinic'), world.as('southeast-officer')];
  const venueOfferId = await world.offer('warm-home');
  const input = { ...new DatePollActs(world).input(), venueOfferId };
  const open = async (): Promise<Versioned> =>
    all.ask<Versioned>(officer, 'openDatePoll', { ...step(await acts.draft()), input });
  const poll = await open();
  await all.ask(officer, 'closeDatePoll', step(await open()));
  await all.ask(officer, 'updateDatePoll', { ...step(poll), input: { until: '2026-12-02T18:00:00+08:00' } });
  await all.ask(officer, 'addDatePollSpans', { id: poll.id, version: 2, spans: [pollSpan(12)] });
  const { spans } = await new DatePollActs(world).get('southeast-officer', poll);
  const [chosen, struck] = spans.map(({ id }) => id);
  await all.ask(officer, 'strikeDatePollSpan', { id: poll.id, version: 3, spanId: struck });
  const answer = { id: poll.id, input: { answers: [{ spanId: chosen, choice: 'YES' }], remark: '上午最好' } };
  await all.ask(clinic, 'answerDatePoll', answer);
  await all.ask(clinic, 'answerDatePoll', answer);
  await all.ask(officer, 'answerDatePoll', { ...answer, onBehalfOf: world.unit('police-post') });
  await all.read(clinic, poll.id);
  await all.read(clinic, chosen ?? '');
  await all.ask(officer, 'settleDatePoll', { id: poll.id, version: 4, spanId: chosen });
}

/** What a meeting talks about, from the proposal to its place, and to a later meeting. */
async function talkInEveryWay(all: Everything, world: World, now: Versioned, next: Versioned): Promise<void> {
  const [clinic, officer] = [world.as('clinic'), world.as('southeast-officer')];
  const propose = (title: string): Promise<Versioned> =>
    all.ask<Versioned>(clinic, 'proposeItem', { meetingId: now.id, input: { title, minutes: 10 } });
  const first = await propose('停车');
  const paper = await attachPicture(clinic, first.id);
  await all.ask(clinic, 'updateItem', { ...step(first), input: { presenter: '李医生' } });
  const taken = await all.ask<Versioned>(officer, 'takeItem', { id: first.id, version: 2 });
  await all.ask(clinic, 'withdrawItem', step(await propose('门诊')));
  await all.ask(officer, 'refuseItem', { ...step(await propose('别处')), reason: '不属本网络' });
  await all.ask(officer, 'orderAgenda', { meetingId: now.id, itemIds: [taken.id] });
  const postponed = await all.ask<Versioned>(officer, 'postponeItem', {
    id: taken.id,
    version: 4,
    reason: '时间不够',
  });
  await all.ask(officer, 'carryOverItem', { ...step(postponed), meetingId: next.id });
  const needs = new NeedActs(world);
  const unmet = await needs.step('southeast-committee', 'markNeedUnmet', await needs.open('clinic'));
  await all.ask(officer, 'putNeedOnAgenda', { meetingId: next.id, needId: unmet.id });
  await all.read(clinic, first.id);
  await all.read(clinic, paper);
}

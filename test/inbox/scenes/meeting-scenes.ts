import { ActionActs } from '../../support/action-acts.js';
import { AgendaActs } from '../../support/agenda-acts.js';
import { DatePollActs } from '../../support/date-poll-acts.js';
import { DoorActs } from '../../support/door-acts.js';
import { MeetingActs } from '../../support/meeting-acts.js';
import { MinutesActs } from '../../support/minutes-acts.js';
import { MotionActs } from '../../support/motion-acts.js';
import { ObjectionActs, type SeenObjection } from '../../support/objection-acts.js';
import type { World } from '../../support/world.js';
import { DAY, dayAhead, HOUR, instantAhead, MINUTE, REASON, spanAhead, type Scene } from './scene.js';

const officer = 'southeast-officer';
const TEXT = { text: '说明' };

/** Meetings until they are closed. */
export function meetingScenes(world: World): readonly Scene[] {
  const meetings = new MeetingActs(world);
  const polls = new DatePollActs(world);
  const called = (ahead: number, more: object = {}) =>
    meetings.called(meetings.working(['clinic', 'food-market'], { ...spanAhead(world, ahead), ...more }));
  const begun = async () => meetings.step('beginMeeting', await called(30 * MINUTE));
  const polled = async () => {
    const spans = [spanAhead(world, 3 * DAY), spanAhead(world, 4 * DAY)];
    return polls.open(await meetings.draft(meetings.working(['clinic'], spanAhead(world, 9 * DAY))), {
      spans,
      until: instantAhead(world, HOUR),
    });
  };
  const objected = async () => {
    const objections = new ObjectionActs(world);
    const outcome = await objections.raise('clinic', await objections.motion(await called(5 * DAY)));
    return { objections, objection: outcome as SeenObjection };
  };
  return [
    {
      kind: 'MEETING_TO_ANSWER',
      stage: async () => {
        const { id, round } = await called(2 * DAY);
        return {
          by: 'clinic',
          id,
          more: { answerMeeting: { round, input: { reply: 'ACCEPTED', comers: ['王'] } } },
        };
      },
      settle: { answerMeeting: {} },
    },
    {
      kind: 'MEETING_TO_BEGIN',
      stage: async () => ({ by: 'southeast-committee', id: (await called(30 * MINUTE)).id }),
      settle: { beginMeeting: {}, cancelMeeting: REASON },
    },
    {
      kind: 'MEETING_TO_CLOSE',
      stage: async () => {
        const { id } = await begun();
        world.clock.advance(3 * HOUR);
        return { by: officer, id };
      },
      settle: { closeMeeting: {} },
    },
    {
      kind: 'DATE_POLL_TO_ANSWER',
      stage: async () => {
        const { id, spans } = await polled();
        const answers = spans.map((span) => ({ spanId: span.id, choice: 'YES' }));
        return { by: 'clinic', id, more: { answerDatePoll: { input: { answers } } } };
      },
      settle: { answerDatePoll: {} },
    },
    {
      kind: 'DATE_POLL_TO_SETTLE',
      stage: async () => {
        const { id, spans } = await polled();
        world.clock.advance(2 * HOUR);
        return { by: officer, id, more: { settleDatePoll: { spanId: spans[0]?.id } } };
      },
      settle: { settleDatePoll: {}, closeDatePoll: {} },
    },
    {
      kind: 'AGENDA_DEADLINE',
      stage: async () => ({
        by: 'clinic',
        id: (await called(3 * DAY, { agendaDeadline: instantAhead(world, DAY) })).id,
      }),
      settle: { proposeItem: { input: { title: '停车' } } },
    },
    {
      kind: 'AGENDA_ITEM_TO_TAKE',
      stage: async () => ({
        by: officer,
        id: (await new AgendaActs(world, await called(3 * DAY)).propose('clinic')).id,
      }),
      settle: { takeItem: {}, postponeItem: REASON, refuseItem: REASON },
    },
    {
      kind: 'VOTE_TO_CAST',
      stage: async () => {
        const meeting = await begun();
        await new DoorActs(world, meeting).note('clinic', 'ARRIVED');
        return { by: 'clinic', id: (await new MotionActs(world, meeting).opened({ ballot: 'SECRET' })).id };
      },
      settle: { castVote: { choice: 'NO' } },
    },
    {
      kind: 'VOTE_TO_CLOSE',
      stage: async () => ({ by: officer, id: (await new MotionActs(world, await begun()).opened()).id }),
      settle: { closeVote: {} },
    },
    {
      kind: 'ACTION',
      stage: async () => {
        const actions = new ActionActs(world);
        return { by: 'clinic', id: (await actions.create(await begun(), { dueOn: dayAhead(world, 9) })).id };
      },
      settle: { finishAction: {} },
    },
    {
      kind: 'OBJECTION_TO_ANSWER',
      stage: async () => ({ by: officer, id: (await objected()).objection.id }),
      settle: { answerObjection: TEXT },
    },
    {
      kind: 'OBJECTION_TO_SETTLE',
      stage: async () => {
        const { objections, objection } = await objected();
        return { by: 'clinic', id: (await objections.step('answerObjection', objection, TEXT)).id };
      },
      settle: { settleObjection: TEXT, upholdObjection: TEXT },
    },
  ];
}

const ASKED = `query ($id: ID!) { node(id: $id) { ... on Minutes { id version confirmations { id answer } } } }`;

async function askedOf(world: World, id: string) {
  type Confirmations = readonly { readonly id: string; readonly answer: string | null }[];
  type Seen = { node: { id: string; version: number; confirmations: Confirmations } };
  const { node } = await world.as('southeast-committee').ask<Seen>(ASKED, { id });
  return { ...node, confirmations: node.confirmations.filter(({ answer }) => answer === 'CORRECTION_ASKED') };
}

/** What comes after a meeting. */
export function minutesScenes(world: World): readonly Scene[] {
  const acts = new MinutesActs(world);
  const span = () => acts.meetings.working(['clinic'], spanAhead(world, 30 * MINUTE));
  const published = () => acts.published(span());
  return [
    {
      kind: 'MINUTES_TO_DRAFT',
      stage: async () => ({ by: officer, id: (await acts.closed(span())).id }),
      settle: { draftMinutes: {} },
    },
    {
      kind: 'MINUTES_TO_PUBLISH',
      stage: async () => ({
        by: 'southeast-committee',
        id: (await acts.draft(await acts.closed(span()))).id,
      }),
      settle: { publishMinutes: {} },
    },
    {
      kind: 'MINUTES_TO_CONFIRM',
      stage: async () => ({ by: 'clinic', id: (await published()).id }),
      settle: { confirmMinutes: {}, askForCorrection: { request: '漏记一家' } },
    },
    {
      kind: 'CORRECTION_ASKED',
      stage: async () => {
        const minutes = await published();
        await acts.tryStep('clinic', 'askForCorrection', minutes);
        const { id: minutesId, version, confirmations } = await askedOf(world, minutes.id);
        const unitId = world.unit('clinic');
        const input = { what: '补记一家', why: '漏记', unitIds: [unitId] };
        return {
          by: 'southeast-committee',
          id: confirmations[0]?.id ?? '',
          more: {
            declineCorrection: { id: minutesId, unitId, ...REASON },
            correctMinutes: { id: minutesId, version, input },
          },
        };
      },
      settle: { declineCorrection: {}, correctMinutes: {} },
    },
  ];
}

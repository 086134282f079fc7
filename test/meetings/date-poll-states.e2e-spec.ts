import {
  DatePollActs,
  POLL_STEPS,
  pollSpan,
  type PollStepName,
  type SeenPoll,
} from '../support/date-poll-acts.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['NONE', 'OPEN', 'EXPIRED', 'SETTLED', 'CLOSED', 'CALLED'] as const;
type State = (typeof STATES)[number];
type ActName = PollStepName | 'answerDatePoll';
const ACTS = [...(Object.keys(POLL_STEPS) as PollStepName[]), 'answerDatePoll'] as const;

/** From where each act leads on, and to what; everything else is refused and changes nothing. */
const LEADS: Record<ActName, Partial<Record<State, string>>> = {
  openDatePoll: { NONE: 'OPEN', SETTLED: 'OPEN', CLOSED: 'OPEN' },
  updateDatePoll: { OPEN: 'OPEN', EXPIRED: 'OPEN' },
  addDatePollSpans: { OPEN: 'OPEN', EXPIRED: 'OPEN' },
  strikeDatePollSpan: { OPEN: 'OPEN', EXPIRED: 'OPEN' },
  settleDatePoll: { OPEN: 'SETTLED', EXPIRED: 'SETTLED' },
  closeDatePoll: { OPEN: 'CLOSED', EXPIRED: 'CLOSED' },
  answerDatePoll: { OPEN: 'DatePollAnswer' },
};
const COMMITTEE = ['southeast-officer', 'southeast-committee'];
/** Who is asked, who is a guest and is not, who is of another network, and who answers nothing. */
const OTHERS: Readonly<Record<string, { step: string; answer: string }>> = {
  clinic: { step: 'FORBIDDEN', answer: 'AS_LEADS' },
  'owners-committee': { step: 'FORBIDDEN', answer: 'NOT_FOUND' },
  'riverside-committee': { step: 'NOT_FOUND', answer: 'NOT_FOUND' },
  'zhoupu-steward': { step: 'FORBIDDEN', answer: 'FORBIDDEN' },
  'resident-1': { step: 'FORBIDDEN', answer: 'FORBIDDEN' },
};
const ENDING: readonly ActName[] = ['openDatePoll', 'settleDatePoll', 'closeDatePoll'];
const START = new Date('2026-11-23T09:00:00+08:00');

describe('every act on a poll from every state, by every role', () => {
  let world: World;
  let meetings: MeetingActs;
  let polls: DatePollActs;

  beforeAll(async () => {
    world = await startWorld({ now: START.toISOString() });
    meetings = new MeetingActs(world);
    polls = new DatePollActs(world);
  });
  afterAll(() => world.close());

  interface Standing {
    readonly meeting: Pick<SeenMeeting, 'id' | 'version'>;
    readonly poll: SeenPoll | null;
  }

  const bring = async (state: State): Promise<Standing> => {
    world.clock.set(START);
    const meeting = await meetings.draft();
    if (state === 'NONE') return { meeting, poll: null };
    const poll = await polls.open(meeting);
    if (state === 'EXPIRED') world.clock.set(new Date('2026-12-01T18:00:00+08:00'));
    if (state === 'SETTLED') await polls.step('settleDatePoll', poll, { spanId: poll.spans[0]?.id });
    if (state === 'CLOSED') await polls.step('closeDatePoll', poll);
    if (state === 'CALLED') await meetings.step('callMeeting', meeting);
    const isMoved = state === 'SETTLED' || state === 'CALLED';
    return {
      meeting: { id: meeting.id, version: meeting.version + (isMoved ? 1 : 0) },
      poll: await polls.get('southeast-officer', poll),
    };
  };

  const attempt = async (account: string, name: ActName, { meeting, poll }: Standing): Promise<string> => {
    if (name === 'openDatePoll') {
      const input = polls.input({ until: '2026-12-05T18:00:00+08:00' });
      const opened = await polls.tryStep(account, name, { ...meeting, input });
      return opened.state ?? opened.__typename;
    }
    if (!poll) throw new Error('There is no poll yet.');
    if (name === 'answerDatePoll') return (await polls.answer(account, poll, { 0: 'YES' })).__typename;
    const standing = poll.spans.filter(({ struckAt }) => !struckAt);
    const more = {
      input: { venueOfferId: null },
      spans: [pollSpan(12 + poll.spans.length)],
      spanId: (standing[1] ?? poll.spans[1])?.id,
    };
    const outcome = await polls.tryStep(account, name, { id: poll.id, version: poll.version, ...more });
    return outcome.state ?? outcome.__typename;
  };

  const isThere = ({ poll }: Standing, name: ActName) => poll !== null || name === 'openDatePoll';
  const renew = async ({ meeting, poll }: Standing): Promise<Standing> => {
    return { meeting, poll: poll && (await polls.get('southeast-officer', poll)) };
  };

  it.each(STATES)('from %s', async (state) => {
    let standing = await bring(state);
    const leadsTo = (name: ActName) => LEADS[name][state] ?? 'WrongState';
    for (const name of ACTS.filter((one) => isThere(standing, one))) {
      for (const [account, { step, answer }] of Object.entries(OTHERS)) {
        const wanted = name === 'answerDatePoll' ? answer : step;
        const outcome = await attempt(account, name, standing);
        expect([name, account, outcome]).toEqual([
          name,
          account,
          wanted === 'AS_LEADS' ? leadsTo(name) : wanted,
        ]);
      }
      for (const account of COMMITTEE) {
        // Where the act ends a poll or begins one, another stands ready for the next who acts.
        const isFresh = ENDING.includes(name) && leadsTo(name) !== 'WrongState';
        const at = isFresh ? await bring(state) : standing;
        const outcome = await attempt(account, name, at);
        expect([name, account, outcome]).toEqual([name, account, leadsTo(name)]);
        const after = await renew(standing);
        if (outcome === 'WrongState') expect(after).toEqual(standing);
        standing = after;
      }
    }
  });
});

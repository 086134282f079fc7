import { DatePollActs, pollSpan, type SeenPoll } from '../support/date-poll-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const RECORDED = `{ recordedForUs(first: 1) { edges { node { part manner } } } }`;
const LINES = `query ($id: ID!) { node(id: $id) { ... on DatePoll { auditLines(first: 50) { edges { node { act part } } } } } }`;

describe('finding a date', () => {
  let world: World;
  let meetings: MeetingActs;
  let polls: DatePollActs;

  beforeAll(async () => {
    world = await startWorld();
    meetings = new MeetingActs(world);
    polls = new DatePollActs(world);
  });
  afterAll(() => world.close());

  const opened = async (changes: object = {}, draft: object = {}) => {
    const meeting = await meetings.draft(draft);
    return { meeting, poll: await polls.open(meeting, changes) };
  };
  const startsOf = (spans: readonly { startsAt: string }[] | undefined) =>
    spans?.map(({ startsAt }) => startsAt.slice(8, 10));

  it('asks all members of a joint meeting, who read its name, the spans and the deadline, and nothing else of the draft', async () => {
    const { meeting, poll } = await opened({}, { location: '居委会会议室' });
    expect(poll).toMatchObject({
      state: 'OPEN',
      title: '联席会议',
      zone: 'Asia/Shanghai',
      meeting: { id: meeting.id },
    });
    expect(poll.askedUnits).toHaveLength(14);
    const readers = [];
    for (const account of [
      'clinic',
      'fire-squadron',
      'owners-committee',
      'zhoupu-steward',
      'resident-1',
      'riverside-primary',
    ]) {
      const seen = await polls.see(account, poll);
      const isListed = (await polls.list(account)).includes(poll.id);
      expect([account, isListed]).toEqual([account, seen !== null]);
      if (seen) readers.push(account);
    }
    expect(readers).toEqual(['clinic', 'fire-squadron']);
    const ofClinic = await polls.get('clinic', poll);
    expect([ofClinic.meeting, ofClinic.answers, startsOf(ofClinic.spans)]).toEqual([
      null,
      [],
      ['09', '10', '11'],
    ]);
    expect(ofClinic.askedUnits).toHaveLength(14);
  });
});

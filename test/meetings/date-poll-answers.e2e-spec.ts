import { array, assert, asyncProperty, constantFrom, tuple } from 'fast-check';
import { DatePollActs, pollSpan, type SeenPoll, type SeenSpan } from '../support/date-poll-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { propertyRuns } from '../support/property-runs.js';
import { startWorld, type World } from '../support/world.js';

const RECORDED = `{ recordedForUs(first: 1) { edges { node { part manner } } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { ... on Membership { state version } } }`;
const RESUME = SUSPEND.replace('suspend', 'resume').replace('suspend', 'resume');
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;

const PARTNERS = [
  'clinic',
  'food-market',
  'developer',
  'party-school',
  'savings-bank',
  'police-post',
  'bus-639',
];

describe('when units could come', () => {
  let world: World;
  let meetings: MeetingActs;
  let polls: DatePollActs;

  beforeAll(async () => {
    world = await startWorld();
    meetings = new MeetingActs(world);
    polls = new DatePollActs(world);
  });
  afterAll(() => world.close());

  const opened = async (changes: object = {}, draft: object = {}) =>
    polls.open(await meetings.draft(draft), changes);
  const days = (spans: readonly { startsAt: string }[] | undefined) =>
    spans?.map(({ startsAt }) => startsAt.slice(8, 10));
  const now = async (poll: SeenPoll) => polls.get('southeast-officer', poll);
  const countsOf = ({ yesCount, ifNeedBeCount, noCount, unansweredCount }: SeenSpan) => [
    yesCount,
    ifNeedBeCount,
    noCount,
    unansweredCount,
  ];
  const changeMembership = async (document: string, unit: string) => {
    const secretary = world.as('southeast-committee');
    const id = world.membership(unit, 'southeast');
    const { node } = await secretary.ask<{ node: { id: string; version: number } }>(MEMBERSHIP, { id });
    await secretary.ask(document, node);
  };

  it('is said of some spans or all, and can be said anew; others read counts, the committee who said what', async () => {
    const poll = await opened();
    await polls.answer('clinic', poll, { 0: 'YES', 1: 'NO' }, { remark: '上午最好' });
    await polls.answer('clinic', poll, { 1: 'IF_NEED_BE' });
    await polls.answer('food-market', poll, { 0: 'NO', 1: 'YES', 2: 'YES' });
    const seen = await now(poll);
    expect(seen.spans.map(countsOf)).toEqual([
      [1, 0, 1, 12],
      [1, 1, 0, 12],
      [1, 0, 0, 13],
    ]);
    const answers = new Map(seen.answers.map(({ unit, ...answer }) => [unit.code, answer]));
    const ofClinic = answers.get('clinic');
    expect([
      days(ofClinic?.yes),
      days(ofClinic?.ifNeedBe),
      days(ofClinic?.no),
      days(ofClinic?.unanswered),
    ]).toEqual([['09'], ['10'], [], ['11']]);
    expect([answers.size, ofClinic?.remark]).toEqual([2, '上午最好']);
    const byMarket = await polls.get('food-market', poll);
    expect(byMarket.spans.map(countsOf)).toEqual(seen.spans.map(countsOf));
    expect(byMarket.spans.map(({ choice }) => choice)).toEqual(['NO', 'YES', 'YES']);
    expect(byMarket.answers.map(({ unit }) => unit.code)).toEqual(['food-market']);
    expect((await polls.answer('clinic', poll, { 0: 'YES' }, { remark: null })).remark).toBeNull();
  });

  it('is not yet said of a span that is added, and no longer of one that is struck', async () => {
    const poll = await opened();
    await polls.answer('clinic', poll, { 0: 'YES', 1: 'YES', 2: 'NO' });
    const added = await polls.step('addDatePollSpans', poll, { spans: [pollSpan(8)] });
    expect(days(added.answers[0]?.unanswered)).toEqual(['08']);
    expect(added.spans.map(countsOf)[0]).toEqual([0, 0, 0, 14]);
    const [, first] = added.spans;
    const struck = await polls.step('strikeDatePollSpan', added, { spanId: first?.id });
    expect(struck.spans.map(({ struckAt }) => struckAt !== null)).toEqual([false, true, false, false]);
    expect(countsOf(struck.spans[1] as SeenSpan)).toEqual([1, 0, 0, 13]);
    expect(struck.best).not.toContainEqual({ id: first?.id });
    expect(await polls.answer('clinic', struck, { 1: 'NO' })).toMatchObject({
      __typename: 'WrongState',
      message: 'That span was struck: choose another.',
    });
    expect(
      (await polls.tryStep('southeast-officer', 'settleDatePoll', { ...struck, spanId: first?.id }))
        .__typename,
    ).toBe('WrongState');
    // The same time may be asked about again.
    const again = await polls.step('addDatePollSpans', struck, { spans: [pollSpan(9)] });
    expect(again.spans).toHaveLength(5);
    const many = { ...again, spans: Array.from({ length: 17 }, (_, at) => pollSpan(at + 1, 9)) };
    expect((await polls.tryStep('southeast-officer', 'addDatePollSpans', many)).message).toBe('spans');
  });

  it('is said in a zone that stays from the first answer on; before, another shows the same instants', async () => {
    const poll = await opened();
    const other = await polls.step('updateDatePoll', poll, { input: { zone: 'Asia/Urumqi' } });
    expect(other.spans.map(({ startsAt }) => startsAt)).toEqual(poll.spans.map(({ startsAt }) => startsAt));
    expect(other.chatText).toBe(
      '【会议时间征集】东南社区共建网络：联席会议\n候选1：2026年12月9日（星期三）12:00–14:00\n候选2：2026年12月10日（星期四）12:00–14:00\n候选3：2026年12月11日（星期五）12:00–14:00\n（以上为 Asia/Urumqi 时间）\n请各单位在2026年12月1日（星期二）16:00前登录平台答复：可以、必要时可以或不行。',
    );
    await polls.answer('clinic', other, { 0: 'YES' });
    const zone = { ...other, input: { zone: 'Asia/Shanghai' } };
    expect(await polls.tryStep('southeast-officer', 'updateDatePoll', zone)).toMatchObject({
      __typename: 'WrongState',
      message:
        'Somebody has answered: the zone stays as it is, or local times would mean others than those answered. Close the poll and open another.',
    });
    // The rest changes, and the same zone is no change; who has answered may be gone, what was shown stays shown.
    const until = '2026-12-02T18:00:00+08:00';
    await changeMembership(SUSPEND, 'clinic');
    const { version } = await now(poll);
    await polls.step('updateDatePoll', { id: poll.id, version }, { input: { until, zone: 'Asia/Urumqi' } });
    expect(
      (await polls.tryStep('southeast-officer', 'updateDatePoll', { ...zone, version: version + 1 }))
        .__typename,
    ).toBe('WrongState');
    await changeMembership(RESUME, 'clinic');
  });

  it('is written down by the committee for a unit that telephones, told to it and correctable by it', async () => {
    const poll = await opened();
    const onBehalfOf = world.unit('police-post');
    const told = await polls.answer('southeast-officer', poll, { 0: 'NO' }, { onBehalfOf });
    expect(told).toMatchObject({ __typename: 'DatePollAnswer', onBehalf: true });
    type Recorded = { recordedForUs: { edges: { node: object }[] } };
    const { recordedForUs } = await world.as('police-post').ask<Recorded>(RECORDED);
    expect(recordedForUs.edges[0]?.node).toEqual({ part: 'DatePollAnswer', manner: 'ON_BEHALF' });
    expect((await polls.answer('police-post', poll, { 0: 'YES' })).onBehalf).toBe(false);
    expect(countsOf((await now(poll)).spans[0] as SeenSpan)).toEqual([1, 0, 0, 13]);
    const working = await opened({}, meetings.working(['clinic', 'owners-committee']));
    const ofGuest = { onBehalfOf: world.unit('owners-committee') };
    const guest = await polls.answer('southeast-officer', working, { 0: 'YES' }, ofGuest);
    expect(guest).toMatchObject({ onBehalf: true, isCounted: false });
    expect((await polls.answer('southeast-officer', working, { 0: 'YES' }, { onBehalfOf })).__typename).toBe(
      'NOT_FOUND',
    );
  });

  it('is not said by who is not asked, of spans of another poll, twice of one, or after the deadline', async () => {
    const [poll, other] = [await opened({}, meetings.working(['clinic'])), await opened()];
    for (const account of ['food-market', 'owners-committee', 'riverside-primary', 'riverside-committee'])
      expect((await polls.answer(account, poll, { 0: 'YES' })).__typename).toBe('NOT_FOUND');
    for (const account of ['zhoupu-steward', 'resident-1'])
      expect((await polls.answer(account, poll, { 0: 'YES' })).__typename).toBe('FORBIDDEN');
    expect((await polls.answer('clinic', { ...poll, spans: other.spans }, { 0: 'YES' })).__typename).toBe(
      'NOT_FOUND',
    );
    const twice = { ...poll, spans: [poll.spans[0] as SeenSpan, poll.spans[0] as SeenSpan] };
    expect((await polls.answer('clinic', twice, { 0: 'YES', 1: 'NO' })).message).toBe('input.answers');
    const before = world.clock.now();
    world.clock.set(new Date('2026-12-01T18:00:00+08:00'));
    expect(await polls.answer('clinic', poll, { 0: 'YES' })).toMatchObject({
      __typename: 'WrongState',
      message: 'Units answered until its deadline: ask the committee.',
    });
    expect((await now(poll)).chatText).toMatch(/答复已于2026年12月1日（星期二）18:00截止。$/);
    world.clock.set(before);
  });

  it('counts no more of a unit that has left; who comes back, or joins, begins anew', async () => {
    const [poll, over] = [await opened(), await opened()];
    await polls.answer('fire-squadron', over, { 0: 'YES' });
    await polls.step('closeDatePoll', over);
    await polls.answer('fire-squadron', poll, { 0: 'YES', 1: 'NO' }, { remark: '值班' });
    await changeMembership(SUSPEND, 'fire-squadron');
    const without = await now(poll);
    expect([without.spans.map(countsOf)[0], without.askedUnits.length, without.answers]).toEqual([
      [0, 0, 0, 13],
      13,
      [],
    ]);
    expect(await polls.see('fire-squadron', poll)).toBeNull();
    expect((await polls.answer('fire-squadron', poll, { 0: 'YES' })).__typename).toBe('NOT_FOUND');
    expect((await now(over)).answers).toHaveLength(1);
    await changeMembership(RESUME, 'fire-squadron');
    const back = await polls.answer('fire-squadron', poll, { 2: 'YES' });
    expect([days(back.yes), days(back.no), back.remark]).toEqual([['11'], [], null]);
    expect((await now(poll)).spans.map(countsOf)).toEqual([
      [0, 0, 0, 14],
      [0, 0, 0, 14],
      [1, 0, 0, 13],
    ]);
  });

  it('said twice at once by one unit is one answer, and nothing that was acknowledged is lost', async () => {
    const poll = await opened();
    const outcomes = await Promise.all([
      polls.answer('clinic', poll, { 0: 'YES' }),
      polls.answer('clinic', poll, { 1: 'NO' }),
      polls.answer('clinic', poll, { 2: 'YES' }),
      polls.answer('clinic', poll, { 2: 'NO' }),
    ]);
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(new Set(['DatePollAnswer']));
    const seen = await now(poll);
    expect(seen.answers).toHaveLength(1);
    const [answer] = seen.answers;
    expect([days(answer?.yes)?.[0], days(answer?.no)?.[0]]).toEqual(['09', '10']);
    expect(seen.spans.map(({ yesCount, noCount }) => yesCount + noCount)).toEqual([1, 1, 1]);
  });

  it('said while the committee chooses others does not count in the end', async () => {
    for (let round = 0; round < 3; round++) {
      const meeting = await meetings.draft(meetings.working(['clinic', 'food-market']));
      const poll = await polls.open(meeting);
      const input = { unitIds: [world.unit('food-market')] };
      const [outcome] = await Promise.all([
        polls.answer('clinic', poll, { 0: 'YES' }),
        meetings.step('updateMeeting', meeting, { input }),
      ]);
      expect(['DatePollAnswer', 'NOT_FOUND']).toContain(outcome.__typename);
      const seen = await now(poll);
      expect([seen.answers, seen.spans.map(countsOf)[0]]).toEqual([[], [0, 0, 0, 2]]);
    }
  });

  it('said while the committee settles is counted or refused', async () => {
    const poll = await opened();
    const settle = polls.tryStep('southeast-officer', 'settleDatePoll', {
      ...poll,
      spanId: poll.spans[0]?.id,
    });
    const said = PARTNERS.map((unit) => polls.answer(unit, poll, { 0: 'YES' }));
    const [settled, ...outcomes] = await Promise.all([settle, ...said]);
    expect(settled?.state).toBe('SETTLED');
    const counted = outcomes.filter(({ __typename }) => __typename === 'DatePollAnswer').length;
    const refused = outcomes.filter(({ __typename }) => __typename === 'WrongState').length;
    expect(counted + refused).toBe(PARTNERS.length);
    const seen = await now(poll);
    expect([seen.answers.length, seen.spans[0]?.yesCount]).toEqual([counted, counted]);
  });

  it('is counted, and puts spans in order, as a plain count of what was said does', async () => {
    const choice = constantFrom('YES', 'IF_NEED_BE', 'NO', null);
    const words = array(tuple(constantFrom(...PARTNERS), array(choice, { minLength: 5, maxLength: 5 })), {
      minLength: 6,
      maxLength: 12,
    });
    await assert(
      asyncProperty(words, async (said) => {
        const poll = await opened({ spans: [9, 10, 11, 14, 15].map((day) => pollSpan(day)) });
        const last = new Map<string, Record<number, string>>();
        for (const [unit, choices] of said) {
          const given = Object.fromEntries(choices.flatMap((one, at) => (one ? [[at, one]] : [])));
          if (Object.keys(given).length === 0) continue;
          await polls.answer(unit, poll, given);
          last.set(unit, { ...last.get(unit), ...given });
        }
        const count = (at: number, wanted: string) =>
          [...last.values()].filter((choices) => choices[at] === wanted).length;
        const counts = poll.spans.map((_, at) => {
          const [yes, ifNeedBe, no] = [count(at, 'YES'), count(at, 'IF_NEED_BE'), count(at, 'NO')];
          return [yes, ifNeedBe, no, 14 - yes - ifNeedBe - no];
        });
        const seen = await now(poll);
        expect(seen.spans.map(countsOf)).toEqual(counts);
        const places = [0, 1, 2, 3, 4].toSorted((one, other) => {
          const [[y1 = 0, i1 = 0] = [], [y2 = 0, i2 = 0] = []] = [counts[one], counts[other]];
          return y2 + i2 - (y1 + i1) || y2 - y1 || one - other;
        });
        expect(seen.best.map(({ id }) => id)).toEqual(places.map((at) => poll.spans[at]?.id));
      }),
      propertyRuns(6),
    );
  });
});

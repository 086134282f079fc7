import { AgendaActs, type SeenItem } from '../support/agenda-acts.js';
import { AnswerActs } from '../support/answer-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { MotionActs, type SeenMotion, VOTERS } from '../support/motion-acts.js';
import { startWorld, type World } from '../support/world.js';

const LISTED = `query ($id: ID!) { meeting(id: $id) { call { motions { id } agenda { motions { id } } } } }`;
const LINES = `query ($id: ID!) { motion(id: $id) { auditLines(first: 20) { edges { node { part act unit { code } changes { field before after } } } } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { ... on Membership { state } } }`;
const RESUME = SUSPEND.replaceAll('suspend', 'resume');
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const LIST = `query ($filter: MotionFilter!, $orderBy: MotionOrder!) { motions(filter: $filter, orderBy: $orderBy) { edges { node { text } } } }`;

describe('a motion', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const at = (meeting: SeenMeeting) => ({
    meeting,
    motions: new MotionActs(world, meeting),
    units: new AnswerActs(world, meeting),
    door: new DoorActs(world, meeting),
  });
  const come = async (door: DoorActs, codes: readonly string[]) => {
    for (const code of codes) expect(await door.note(code, 'ARRIVED')).toMatchObject({ act: 'ARRIVED' });
  };
  /** In session, with so many of its units in the room. */
  const held = async (count: number = VOTERS.length, changes: object = {}) => {
    const { meeting, ...room } = at(await acts.called(changes));
    await come(room.door, VOTERS.slice(0, count));
    return { meeting: await acts.step('beginMeeting', meeting), ...room };
  };
  const voteAll = async (motions: MotionActs, motion: SeenMotion, choices: string) => {
    for (const [index, sign] of choices.split('').entries()) {
      const choice = sign === '+' ? 'YES' : sign === '-' ? 'NO' : 'ABSTAIN';
      expect(await motions.vote(VOTERS[index] ?? '', motion, choice)).toMatchObject({
        __typename: 'VoteReceipt',
      });
    }
  };

  it('is drafted by the committee and read as the agenda is: by nobody outside before the call', async () => {
    const { meeting, motions } = at(await acts.draft(acts.working(['clinic', 'owners-committee'])));
    const item = await new AgendaActs(world, meeting).propose('southeast-officer');
    const motion = await motions.draft({ agendaItemId: item.id, majority: 'ABSOLUTE' });
    expect(motion).toMatchObject({
      state: 'DRAFT',
      ballot: 'OPEN',
      agendaItem: { id: item.id },
      count: null,
    });
    const readers = async () => {
      const all = ['clinic', 'owners-committee', 'food-market', 'zhoupu-steward', 'southeast-officer'];
      const seen = await Promise.all(all.map((account) => motions.see(account, motion)));
      return all.filter((_, index) => seen[index]);
    };
    expect(await readers()).toEqual(['southeast-officer']);
    await acts.step('callMeeting', meeting);
    expect(await readers()).toEqual(['clinic', 'owners-committee', 'southeast-officer']);
    type Listed = { meeting: { call: { motions: object[]; agenda: { motions: object[] }[] } } };
    const listed = await world.as('clinic').ask<Listed>(LISTED, { id: meeting.id });
    const own = { id: motion.id };
    expect(listed.meeting.call).toEqual({ motions: [own], agenda: [{ motions: [own] }] });
  });

  it('are listed over all meetings of a network to whoever reads them, by meeting and state and in their order', async () => {
    const { meeting, motions } = at(await acts.draft(acts.working(['clinic', 'owners-committee'])));
    const first = await motions.draft({ text: '停车' });
    await motions.step('withdrawMotion', first);
    world.clock.advance(1000);
    const last = await motions.draft({ text: '绿化' });
    const list = async (account: string, filter: object, orderBy = 'DRAFTED_AT_ASC') => {
      const { data } = await world
        .as(account)
        .tryAsk<{ motions: { edges: { node: { text: string } }[] } }>(LIST, { filter, orderBy });
      return data?.motions.edges.map(({ node }) => node.text);
    };
    const meetingId = meeting.id;
    const networkId = world.network('southeast');
    expect(await list('southeast-officer', { meetingId })).toEqual(['停车', '绿化']);
    expect(await list('southeast-officer', { meetingId, networkId }, 'DRAFTED_AT_DESC')).toEqual([
      '绿化',
      '停车',
    ]);
    expect(await list('southeast-officer', { meetingId, states: [last.state] })).toEqual(['绿化']);
    expect(await list('southeast-officer', { meetingId, networkId: world.network('riverside') })).toEqual([]);
    expect(await list('clinic', { meetingId })).toEqual([]);
    await acts.step('callMeeting', meeting);
    for (const [account, seen] of [
      ['clinic', ['停车', '绿化']],
      ['food-market', []],
      ['zhoupu-steward', []],
      ['riverside-committee', []],
    ] as const)
      expect([account, await list(account, { meetingId })]).toEqual([account, seen]);
  });

  it('belongs to an item of its own meeting, and no more have answered than were asked', async () => {
    const { motions } = at(await acts.draft());
    const elsewhere = await new AgendaActs(world, await acts.draft()).propose('southeast-officer');
    const officer = 'southeast-officer';
    expect(await motions.tryDraft(officer, { agendaItemId: elsewhere.id })).toMatchObject({
      __typename: 'NOT_FOUND',
    });
    const consent = { majority: 'SIMPLE', asked: 2, for: 2, against: 1 };
    expect(await motions.tryDraft(officer, { consent })).toMatchObject({ message: 'input.consent.asked' });
    expect(await motions.tryDraft(officer, { consent: { ...consent, against: -1 } })).toMatchObject({
      message: 'input.consent.against',
    });
    expect(await motions.tryDraft(officer, { text: ' ' })).toMatchObject({ message: 'input.text' });
  });

  it('is voted on by unit, before the eyes of all who read it, and keeps what was counted', async () => {
    const { meeting, motions } = await held(9);
    const motion = await motions.opened();
    await voteAll(motions, motion, '+++--0');
    const seen = await motions.see('food-market', motion);
    expect(seen?.votes).toContainEqual({
      unit: { code: 'food-market' },
      castBy: { code: 'food-market' },
      choice: 'NO',
    });
    expect([seen?.votes.length, seen?.count, seen?.version]).toEqual([6, null, 2]);
    expect(await acts.tryStep('southeast-officer', 'closeMeeting', meeting)).toMatchObject({
      message: 'A vote is open: close it first.',
    });
    const tried = await motions.step('closeVote', motion, { tryOnly: true });
    expect([tried.state, (await motions.see('clinic', motion))?.state]).toEqual(['CARRIED', 'OPEN']);
    expect(await motions.step('closeVote', motion)).toMatchObject({
      state: 'CARRIED',
      count: {
        quorumNeeded: 8,
        entitled: 14,
        present: 9,
        represented: 0,
        voting: 6,
        yes: 3,
        no: 2,
        abstained: 1,
      },
    });
    expect(await motions.vote('clinic', motion, 'YES')).toMatchObject({ __typename: 'WrongState' });
    await acts.step('closeMeeting', meeting);
    expect(await motions.tryDraft('southeast-officer')).toMatchObject({
      __typename: 'WrongState',
      message: 'This cannot be done while it is closed.',
    });
  });

  it('keeps its item on the agenda once it is voted on, unless nothing was decided', async () => {
    const { meeting, motions } = await held();
    const agenda = new AgendaActs(world, meeting);
    const tryOff = (item: SeenItem) =>
      agenda.tryStep('southeast-officer', 'postponeItem', item, { reason: '下次再议' });
    const item = await agenda.propose('southeast-officer');
    const open = await motions.opened({ agendaItemId: item.id });
    expect((await tryOff(item)).message).toBe(
      'A motion of this item is being voted on: close the vote first.',
    );
    await voteAll(motions, open, '-');
    expect((await motions.step('closeVote', open)).state).toBe('LOST');
    expect((await tryOff(item)).message).toBe('A motion of this item was decided: it stays on the agenda.');
    const other = await agenda.propose('southeast-officer');
    const draft = await motions.draft({ agendaItemId: other.id });
    expect((await tryOff(other)).__typename).toBe('AgendaItem');
    expect((await motions.tryStep('southeast-officer', 'openVote', draft)).message).toBe(
      'Its item is not on the agenda: take the item, or move it anew without one.',
    );
    await acts.step('closeMeeting', meeting);
    const few = await held(1);
    const unsettled = new AgendaActs(world, few.meeting);
    const moved = await unsettled.propose('southeast-officer');
    const vote = await few.motions.opened({ agendaItemId: moved.id });
    expect((await few.motions.step('closeVote', vote)).state).toBe('NO_QUORUM');
    const reason = { reason: '未达法定人数' };
    expect((await unsettled.step('postponeItem', moved, reason)).state).toBe('POSTPONED');
  });

  it('decides nothing without quorum, and can be moved anew', async () => {
    const { door, motions } = await held(7);
    const motion = await motions.opened();
    await voteAll(motions, motion, '+++++++');
    expect(await motions.step('closeVote', motion)).toMatchObject({
      state: 'NO_QUORUM',
      count: { yes: 7, present: 7, quorumNeeded: 8 },
    });
    await come(door, [VOTERS[7]]);
    const again = await motions.opened({ text: motion.text });
    await voteAll(motions, again, '++++++++');
    expect((await motions.step('closeVote', again)).state).toBe('CARRIED');
    expect((await motions.see('clinic', motion))?.state).toBe('NO_QUORUM');
  });

  it('is voted on once by a unit: the first ballot stands, and who is not in the room has none', async () => {
    const { door, motions } = await held(8);
    const motion = await motions.opened();
    expect(await motions.vote('clinic', motion, 'NO')).toEqual({
      __typename: 'VoteReceipt',
      unit: { code: 'clinic' },
      castBy: { code: 'clinic' },
    });
    expect(await motions.vote('clinic', motion, 'YES')).toMatchObject({ fault: 'HAS_VOTED' });
    expect(await motions.vote('developer', motion, 'YES')).toMatchObject({
      __typename: 'BallotRefused',
      fault: 'AWAY',
      message: 'Nobody in the room votes for that unit: check in first.',
    });
    expect((await motions.see('developer', motion))?.votes).toMatchObject([{ choice: 'NO' }]);
    world.clock.advance(60_000);
    expect(await door.note('food-market', 'LEFT')).toMatchObject({ act: 'LEFT' });
    expect(await motions.vote('food-market', motion, 'YES')).toMatchObject({ fault: 'AWAY' });
    // The post of the committee votes for its own unit, and for no other.
    expect(await motions.vote('southeast-officer', motion, 'YES')).toMatchObject({
      unit: { code: 'southeast-committee' },
    });
    expect(
      await motions.vote('southeast-committee', motion, 'YES', { forUnit: 'food-market' }),
    ).toMatchObject({ fault: 'ANOTHER_VOTES' });
    for (const account of ['zhoupu-steward', 'resident-1'])
      expect((await motions.vote(account, motion, 'YES')).__typename).toBe('FORBIDDEN');
    expect((await motions.vote('riverside-clinic', motion, 'YES')).__typename).toBe('NOT_FOUND');
  });

  it('is voted on for one other unit by who holds its proxy and is in the room', async () => {
    const { meeting, ...room } = at(await acts.called());
    const { units, door, motions } = room;
    await units.give('developer', 'clinic');
    await units.give('party-school', 'savings-bank');
    await come(door, ['clinic', 'southeast-committee', 'bus-639']);
    await acts.step('beginMeeting', meeting);
    const motion = await motions.opened();
    expect(await motions.vote('clinic', motion, 'YES', { forUnit: 'developer' })).toMatchObject({
      unit: { code: 'developer' },
      castBy: { code: 'clinic' },
    });
    expect(await motions.vote('clinic', motion, 'NO', { forUnit: 'developer' })).toMatchObject({
      fault: 'HAS_VOTED',
    });
    expect((await motions.vote('clinic', motion, 'NO')).__typename).toBe('VoteReceipt');
    // Neither where another unit is nor whether it has voted is told to who does not hold its proxy.
    for (const forUnit of ['party-school', 'developer', 'bus-639', 'owners-committee'])
      expect(await motions.vote('food-market', motion, 'YES', { forUnit })).toMatchObject({
        fault: 'ANOTHER_VOTES',
      });
    expect(await motions.vote('savings-bank', motion, 'YES', { forUnit: 'party-school' })).toMatchObject({
      fault: 'AWAY',
    });
    await come(door, ['savings-bank', 'party-school']);
    expect(await motions.vote('savings-bank', motion, 'YES', { forUnit: 'party-school' })).toMatchObject({
      fault: 'ANOTHER_VOTES',
    });
    expect((await motions.vote('party-school', motion, 'ABSTAIN')).__typename).toBe('VoteReceipt');
    expect((await motions.step('closeVote', motion)).count).toMatchObject({
      present: 5,
      represented: 1,
      voting: 3,
      yes: 1,
      no: 1,
      abstained: 1,
    });
  });

  it('is for those who were members when the vote opened', async () => {
    const change = async (document: string) => {
      const id = world.membership('fire-squadron', 'southeast');
      const secretary = world.as('southeast-committee');
      const { node } = await secretary.ask<{ node: { version: number } }>(MEMBERSHIP, { id });
      await secretary.ask(document, node);
    };
    const { motions } = await held(8);
    await change(SUSPEND);
    const motion = await motions.opened();
    await change(RESUME);
    expect(await motions.vote('fire-squadron', motion, 'YES')).toMatchObject({ fault: 'NOT_ENTITLED' });
    expect((await motions.step('closeVote', motion)).count).toMatchObject({ entitled: 13, present: 7 });
  });

  it('of the fountain is carried: 68 of 102 households are two thirds exactly, and a guest has no vote', async () => {
    const four = ['southeast-committee', 'property-management', 'police-post', 'owners-committee'];
    const span = { startsAt: '2026-12-09T14:00:00+08:00', endsAt: '2026-12-09T15:00:00+08:00' };
    const input = acts.working(four.slice(1), { title: '四位一体会议：喷水池', ...span });
    const { meeting, motions, door } = at(await acts.called(input));
    await come(door, four);
    await acts.step('beginMeeting', meeting);
    const consent = { majority: 'TWO_THIRDS_ALL', asked: 102, for: 67, against: 34 };
    const motion = await motions.opened({ text: '喷水池改造为休闲广场', majority: 'UNANIMOUS', consent });
    expect(motion.consent).toMatchObject({ for: 67, isGiven: false });
    for (const account of four.slice(0, 3)) await motions.vote(account, motion, 'YES');
    expect(await motions.vote('owners-committee', motion, 'YES')).toMatchObject({ fault: 'NOT_ENTITLED' });
    expect((await motions.step('closeVote', motion, { tryOnly: true })).state).toBe('LOST');
    const officer = 'southeast-officer';
    expect(await motions.tryStep(officer, 'updateMotion', motion)).toMatchObject({
      message: 'The vote is open: only how many outside are for and against is still corrected.',
    });
    for (const terms of [null, { ...consent, majority: 'SIMPLE' }, { ...consent, asked: 101 }]) {
      expect(
        await motions.tryStep(officer, 'updateMotion', motion, { input: { consent: terms } }),
      ).toMatchObject({
        __typename: 'WrongState',
      });
    }
    const corrected = await motions.step('updateMotion', motion, {
      input: { consent: { ...consent, for: 68 } },
    });
    expect(corrected.consent).toMatchObject({ for: 68, isGiven: true });
    expect(await motions.step('closeVote', corrected)).toMatchObject({
      state: 'CARRIED',
      count: { entitled: 3, present: 3, voting: 3, yes: 3, quorumNeeded: 2 },
    });
  });

  it('when secret shows who has voted to the committee and the unit itself, how to nobody, and no trial tells', async () => {
    const { motions } = await held();
    const motion = await motions.opened({ ballot: 'SECRET' });
    await voteAll(motions, motion, '+-+');
    const rollOf = async (account: string) =>
      (await motions.see(account, motion))?.votes.map(({ unit, choice }) => [unit.code, choice]);
    expect(await rollOf('southeast-officer')).toEqual([
      ['southeast-committee', null],
      ['southeast-kindergarten', null],
      ['zhoupu-no3-primary', null],
    ]);
    expect(await rollOf('zhoupu-no3-primary')).toEqual([['zhoupu-no3-primary', null]]);
    expect(await rollOf('clinic')).toEqual([]);
    expect(await motions.tryStep('southeast-officer', 'closeVote', motion, { tryOnly: true })).toMatchObject({
      __typename: 'WrongState',
      message: 'Closing a secret vote cannot be tried: it would tell how the vote stands.',
    });
    expect((await motions.step('closeVote', motion)).count).toMatchObject({ yes: 2, no: 1, voting: 3 });
    expect(await rollOf('clinic')).toEqual([]);
    expect(await rollOf('southeast-officer')).toHaveLength(3);
    // Nobody has voted on this one at all.
    const silent = await motions.opened({ ballot: 'SECRET' });
    expect(await motions.step('closeVote', silent)).toMatchObject({ state: 'LOST', count: { voting: 0 } });
  });

  it.each(['OPEN', 'SECRET'])(
    'gives a repetition the first answer, whatever it says now: %s',
    async (ballot) => {
      const { motions } = await held();
      const motion = await motions.opened({ ballot });
      const key = `vote-${ballot}`;
      const first = await motions.vote('clinic', motion, 'YES', { key });
      expect(first.__typename).toBe('VoteReceipt');
      expect(await motions.vote('clinic', motion, 'NO', { key })).toEqual(first);
      expect(await motions.vote('clinic', motion, 'NO', { key, forUnit: 'developer' })).toMatchObject({
        __typename: 'BAD_USER_INPUT',
        message: 'Idempotency-Key',
      });
      expect((await motions.step('closeVote', motion)).count).toMatchObject({ yes: 1, no: 0 });
    },
  );

  it('leaves a line of each ballot that says only that it was cast', async () => {
    const { motions } = await held();
    for (const ballot of ['OPEN', 'SECRET']) {
      const motion = await motions.opened({ ballot });
      await motions.vote('clinic', motion, 'NO');
      type Line = { part: string; act: string; unit: { code: string }; changes: { field: string }[] };
      type Lines = { motion: { auditLines: { edges: { node: Line }[] } } };
      const lines = async (account: string) =>
        (await world.as(account).ask<Lines>(LINES, motion)).motion.auditLines.edges
          .map(({ node }) => node)
          .filter(({ part }) => part === 'Vote');
      const [line] = await lines('southeast-officer');
      expect(line).toMatchObject({ act: 'CREATED', unit: { code: 'clinic' } });
      expect(line?.changes).toEqual([]);
      expect(await lines('food-market')).toHaveLength(ballot === 'OPEN' ? 1 : 0);
    }
  });
});

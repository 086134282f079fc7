import { MeetingActs } from '../support/meeting-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { ObjectionActs, type SeenObjection } from '../support/objection-acts.js';
import { startWorld, type World } from '../support/world.js';

const READERS = [
  'clinic',
  'food-market',
  'southeast-officer',
  'owners-committee',
  'riverside-committee',
  'zhoupu-steward',
  'resident-1',
];
const FOUNTAIN = {
  startsAt: '2026-12-08T14:00:00+08:00',
  endsAt: '2026-12-08T16:00:00+08:00',
  title: '喷泉改造专题会',
};

describe('an objection', () => {
  let world: World;
  let meetings: MeetingActs;
  let objections: ObjectionActs;

  beforeAll(async () => {
    world = await startWorld();
    meetings = new MeetingActs(world);
    objections = new ObjectionActs(world);
  });
  afterAll(() => world.close());

  const readersOf = async (objection: Pick<SeenObjection, 'id'>) => {
    const readers = [];
    for (const account of READERS) if (await objections.see(account, objection)) readers.push(account);
    return readers;
  };
  const countsOf = async (account: string, motion: { id: string }) => {
    const seen = await objections.ofMotion(account, motion);
    return seen && { ...seen.objectionCount, listed: seen.objections.totalCount };
  };

  it('of a unit is read by all who read the motion; of a household by its recorder and the committee, by others as counts', async () => {
    const motion = await objections.motion(await meetings.called());
    expect(await countsOf('clinic', motion)).toEqual({ listed: 0 });
    const unit = (await objections.raise('clinic', motion, '救护车通道被占')) as SeenObjection;
    expect(await readersOf(unit)).toEqual(['clinic', 'food-market', 'southeast-officer']);
    const [household] = await objections.record('clinic', motion, { labels: ['3号楼'] });
    expect(household).toMatchObject({ source: 'HOUSEHOLD', number: 2, label: '3号楼', state: 'OPEN' });
    const told = household as SeenObjection;
    await objections.followUp('southeast-officer', told);
    expect(await readersOf(told)).toEqual(['clinic', 'southeast-officer']);
    const counts = { total: 2, open: 2, answered: 0, settled: 0, upheld: 0 };
    expect(await countsOf('food-market', motion)).toEqual({ ...counts, listed: 1 });
    expect(await countsOf('clinic', motion)).toEqual({ ...counts, listed: 2 });
    for (const account of ['riverside-committee', 'zhoupu-steward', 'resident-1', 'owners-committee']) {
      expect(await countsOf(account, motion)).toBeNull();
    }
    const seen = await objections.see('clinic', told);
    expect(seen?.notes.edges.map(({ node }) => [node.step, node.unit.code, node.happenedOn])).toEqual([
      ['VISITED', 'southeast-committee', '2026-11-23'],
    ]);
    expect(seen?.auditLines.totalCount).toBeGreaterThan(0);
  });

  it('is said by those who read the motion, a unit’s own once, and against what still stands', async () => {
    const working = await meetings.called(meetings.working(['clinic', 'owners-committee'], FOUNTAIN));
    const motion = await objections.motion(working);
    const refusal = async (account: string) => (await objections.raise(account, motion)).__typename;
    for (const account of ['food-market', 'riverside-primary'])
      expect(await refusal(account)).toBe('NOT_FOUND');
    for (const account of ['zhoupu-steward', 'resident-1']) expect(await refusal(account)).toBe('FORBIDDEN');
    // A guest that is invited.
    const own = (await objections.raise('owners-committee', motion)) as SeenObjection;
    expect(own.source).toBe('UNIT');
    expect((await objections.raise('owners-committee', motion)).message).toBe(
      'Your unit objects to it already.',
    );
    for (const step of ['settleObjection', 'upholdObjection'] as const) {
      const account = step === 'settleObjection' ? 'owners-committee' : 'southeast-officer';
      expect((await objections.tryStep(account, step, own)).message).toBe(
        'It is not answered yet: answer it first.',
      );
    }
    await objections.step('withdrawObjection', own, {}, 'owners-committee');
    expect((await objections.raise('owners-committee', motion)).number).toBe(2);
    const wrong: [object, string][] = [
      [{ count: 201 }, 'BAD_USER_INPUT input.count'],
      [{ count: 0 }, 'BAD_USER_INPUT input.count'],
      [{ count: 1, labels: ['1号楼', '2号楼'] }, 'BAD_USER_INPUT input.labels'],
      [{ labels: ['一'.repeat(41)] }, 'BAD_USER_INPUT input.labels'],
      [{ text: ' ' }, 'BAD_USER_INPUT input.text'],
    ];
    for (const [more, answer] of wrong) {
      expect((await objections.tryRecord('clinic', motion, more)).__typename).toBe(answer);
    }
    const [one] = await objections.record('clinic', motion);
    const tomorrow = { happenedOn: '2026-11-24' };
    expect((await objections.followUp('clinic', one as SeenObjection, tomorrow)).__typename).toBe(
      'BAD_USER_INPUT input.happenedOn',
    );
    await meetings.step('cancelMeeting', working);
    expect((await objections.tryRecord('clinic', motion)).__typename).toBe('WrongState');
  });

  it('of a draft’s motion is the committee’s until the meeting is called, as the motion is', async () => {
    const draft = await meetings.draft();
    const motion = await objections.motion(draft);
    await objections.record('southeast-officer', motion, { count: 3 });
    const own = (await objections.raise('southeast-officer', motion)) as SeenObjection;
    expect(await readersOf(own)).toEqual(['southeast-officer']);
    expect(await countsOf('clinic', motion)).toBeNull();
    await meetings.step('callMeeting', draft);
    expect(await readersOf(own)).toEqual(['clinic', 'food-market', 'southeast-officer']);
    expect(await countsOf('clinic', motion)).toMatchObject({ total: 4, listed: 1 });
  });

  it('of a unit that has left is settled by the committee, and of no other', async () => {
    const members = new MembershipActs(world);
    const motion = await objections.motion(await meetings.called());
    const officer = 'southeast-officer';
    const raised = (await objections.raise('bus-639', motion)) as SeenObjection;
    const answered = await objections.step('answerObjection', raised);
    const settle = () => objections.tryStep(officer, 'settleObjection', answered);
    expect((await settle()).__typename).toBe('FORBIDDEN');
    await members.step('suspendMembership', 'bus-639');
    expect((await settle()).__typename).toBe('FORBIDDEN');
    await members.step('removeMembership', 'bus-639');
    expect((await objections.tryStep(officer, 'withdrawObjection', answered)).__typename).toBe('FORBIDDEN');
    expect((await settle()).state).toBe('SETTLED');
  });

  it('keeps its number and its count, however many are recorded at once', async () => {
    const motion = await objections.motion(await meetings.called());
    const accounts = ['clinic', 'food-market', 'developer', 'southeast-officer', 'party-school'];
    await Promise.all([
      ...accounts.map((account) => objections.record(account, motion, { count: 20 })),
      ...accounts.map((account) => objections.raise(account, motion)),
      ...accounts.map((account) => objections.raise(account, motion)),
    ]);
    const seen = await objections.ofMotion('southeast-officer', motion);
    expect(seen?.objectionCount).toMatchObject({ total: 105, open: 105 });
    expect(seen?.objections.edges.map(({ node }) => node.number)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
  });

  /** 34 of 102 owners object to the square; the committee goes to each of them, before and after the meeting. */
  it('to the fountain’s end is answered and followed up one by one, by 8 December and after', async () => {
    const units = ['property-management', 'owners-committee', 'police-post'];
    const meeting = await meetings.called(meetings.working(units, FOUNTAIN));
    const consent = { majority: 'TWO_THIRDS_ALL', asked: 102, for: 68, against: 34 };
    const motion = await objections.motion(meeting, { consent });
    const labels = Array.from({ length: 34 }, (_, at) => `${(at % 9) + 1}号楼`);
    const all = await objections.record('owners-committee', motion, { labels });
    expect(all.map(({ number, label }) => [number, label])).toEqual(
      labels.map((label, at) => [at + 1, label]),
    );
    const follow = async (some: readonly SeenObjection[], day: string) => {
      world.clock.set(new Date(`2026-12-${day}T19:30:00+08:00`));
      for (const one of some) {
        const { version = 0 } = await objections.followUp('southeast-officer', one, {
          text: `${one.label}：晚上九点后关灯关音响`,
          happenedOn: `2026-12-${day}`,
        });
        const answered = await objections.step(
          'answerObjection',
          { id: one.id, version },
          { text: '已列入方案' },
        );
        if (one.number % 8 !== 0) await objections.step('settleObjection', answered, {}, 'owners-committee');
      }
    };
    await follow(all.slice(0, 10), '05');
    expect(await countsOf('police-post', motion)).toEqual({
      total: 34,
      open: 24,
      answered: 1,
      settled: 9,
      upheld: 0,
      listed: 0,
    });
    world.clock.set(new Date(FOUNTAIN.startsAt));
    await meetings.step('closeMeeting', await meetings.step('beginMeeting', meeting));
    await follow(all.slice(10), '20');
    const left = await objections.ofMotion('southeast-officer', motion, { states: ['ANSWERED'] });
    expect(left?.objections.edges.map(({ node }) => node.number)).toEqual([8, 16, 24, 32]);
    const [last] = left?.objections.edges.slice(-1) ?? [];
    const stays = await objections.see('southeast-officer', { id: last?.node.id ?? '' });
    await objections.step('upholdObjection', stays as SeenObjection, { text: '仍不同意' });
    expect(await countsOf('property-management', motion)).toMatchObject({
      answered: 3,
      settled: 30,
      upheld: 1,
    });
    const told = await objections.see('owners-committee', all[31] as SeenObjection);
    expect(told?.notes.edges.map(({ node }) => [node.step, node.text])).toEqual([
      ['UPHELD', '仍不同意'],
      ['ANSWERED', '已列入方案'],
      ['VISITED', '5号楼：晚上九点后关灯关音响'],
    ]);
  });
});

import { AnswerActs } from '../support/answer-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { type ChoiceName, MotionActs, VOTERS, type VoteOutcome } from '../support/motion-acts.js';
import { startWorld, type World } from '../support/world.js';

const CHOICES: readonly ChoiceName[] = ['YES', 'NO', 'ABSTAIN'];
/** A slow machine must not look like a refusal. */
const PATIENCE = { connectionTimeoutMillis: 30_000, lock_timeout: 30_000 };

interface Sent {
  readonly unit: string;
  readonly choice: ChoiceName;
  readonly key: string;
  readonly outcome: VoteOutcome;
}

/** Real requests over HTTP against real Postgres, all at once. */
describe('units that vote at once', () => {
  let world: World;
  let acts: MeetingActs;
  let motions: MotionActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00', patience: PATIENCE });
    acts = new MeetingActs(world);
    for (const code of VOTERS) await world.actingAs(code).token();
    motions = await held(VOTERS, async () => {});
  });
  afterAll(() => world.close());

  const held = async (present: readonly string[], prepare: (units: AnswerActs) => Promise<void>) => {
    const meeting = await acts.called();
    await prepare(new AnswerActs(world, meeting));
    const door = new DoorActs(world, meeting);
    for (const code of present) await door.note(code, 'ARRIVED');
    return new MotionActs(world, await acts.step('beginMeeting', meeting));
  };
  const countBy = (sent: readonly Sent[], choice: ChoiceName): number =>
    sent.filter((one) => one.choice === choice).length;

  // How much of what is sent is on its way before the chair closes the vote.
  const ROUNDS = ['OPEN', 'SECRET'].flatMap((ballot) =>
    [0.15, 0.5, 0.85].map((part) => [ballot, part] as const),
  );
  const met = { votes: 0, late: 0, repeated: 0 };

  it.each(ROUNDS)(
    'twice with one key and twice with others, while the chair closes: %s, after %d of them',
    async (ballot, part) => {
      const motion = await motions.opened({ ballot });
      const wishes = VOTERS.flatMap((unit, index) =>
        ['same', 'same', 'one', 'two'].map((key, turn) => ({
          unit,
          choice: CHOICES[(index + (key === 'same' ? 0 : turn)) % 3] ?? 'YES',
          key: `${motion.id}-${key}`,
          turn,
        })),
      ).toSorted((a, b) => a.turn - b.turn);
      const chair = Math.floor(wishes.length * part);
      const send = async (wish: (typeof wishes)[number]): Promise<Sent> => ({
        ...wish,
        outcome: await motions.vote(wish.unit, motion, wish.choice, wish),
      });
      const early = wishes.slice(0, chair).map(send);
      const closing = motions.tryStep('southeast-officer', 'closeVote', motion);
      const late = wishes.slice(chair).map(send);
      const sent = await Promise.all([...early, ...late]);
      const closed = await closing;
      expect(closed.__typename).toBe('Motion');
      const expected = ['VoteReceipt', 'BallotRefused', 'WrongState', 'CONFLICT'];
      expect(sent.filter(({ outcome }) => !expected.includes(outcome.__typename))).toEqual([]);
      const taken = sent.filter(({ outcome }) => outcome.__typename === 'VoteReceipt');
      // A repetition is given the same receipt; a ballot is one key of one unit.
      const ballots = [...new Map(taken.map((one) => [`${one.unit} ${one.key}`, one])).values()];
      const roll = (await motions.see('southeast-officer', motion))?.votes ?? [];
      expect(ballots.map(({ unit }) => unit).toSorted()).toEqual(
        roll.map(({ unit }) => unit.code).toSorted(),
      );
      expect(new Set(roll.map(({ unit }) => unit.code)).size).toBe(roll.length);
      expect(closed.count).toMatchObject({
        voting: roll.length,
        yes: countBy(ballots, 'YES'),
        no: countBy(ballots, 'NO'),
        abstained: countBy(ballots, 'ABSTAIN'),
      });
      if (ballot === 'OPEN')
        expect(new Map(roll.map(({ unit, choice }) => [unit.code, choice]))).toEqual(
          new Map(ballots.map(({ unit, choice }) => [unit, choice])),
        );
      met.votes += ballots.length;
      met.repeated += taken.length - ballots.length;
      met.late += sent.filter(({ outcome }) => outcome.__typename === 'WrongState').length;
    },
  );

  it('met ballots, repetitions and late ones', () => {
    expect(Object.values(met).filter((count) => count < 5)).toEqual([]);
  });

  it('by proxies given crosswise at once cast no third vote, and no vote goes round in a circle', async () => {
    const ring = ['clinic', 'food-market', 'developer', 'party-school', 'savings-bank', 'police-post'];
    let given = 0;
    const crosswise = await held([], async (units) => {
      const wishes = ring.flatMap((giver, at) =>
        [1, 5].map((step) => units.give(giver, ring[(at + step) % ring.length] ?? '')),
      );
      await Promise.all(wishes);
      const { answers } = await units.see('southeast-officer');
      const givers = answers.filter(({ proxyUnit }) => proxyUnit);
      const holders = givers.map(({ proxyUnit }) => proxyUnit?.code ?? '');
      given = givers.length;
      expect(new Set(holders).size).toBe(given);
      const door = new DoorActs(world, units.meeting);
      for (const code of ring.filter((one) => !givers.some(({ unit }) => unit.code === one)))
        await door.note(code, 'ARRIVED');
    });
    const motion = await crosswise.opened();
    const tries = ring.flatMap((account) =>
      ring.map((forUnit) => crosswise.vote(account, motion, 'YES', { forUnit })),
    );
    const outcomes = await Promise.all(tries);
    const votes = (await crosswise.see('southeast-officer', motion))?.votes ?? [];
    expect(outcomes.filter(({ __typename }) => __typename === 'VoteReceipt')).toHaveLength(votes.length);
    expect(votes).toHaveLength(ring.length);
    expect(votes.filter(({ unit, castBy }) => unit.code !== castBy.code)).toHaveLength(given);
    const casts = votes.map(({ castBy }) => castBy.code);
    for (const code of ring) expect(casts.filter((one) => one === code).length).toBeLessThanOrEqual(2);
  });
});

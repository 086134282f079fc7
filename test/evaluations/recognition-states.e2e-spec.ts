import { FinalRound } from '../support/final-round.js';
import { RecognitionActs, type SeenRecognition } from '../support/recognition-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['STANDS', 'TAKEN BACK', 'AWARD', 'AWARD TAKEN BACK'] as const;
type State = (typeof STATES)[number];

const [YES, FORBIDDEN, NOT_FOUND, REFUSED] = ['Recognition', 'FORBIDDEN', 'NOT_FOUND', 'WrongState'];

/** Who takes it back: the secretary alone, what is no award, and once. Whoever may never do so is told that first. */
const TAKES_BACK: Readonly<Record<string, Readonly<Record<State, string>>>> = {
  'southeast-committee': { STANDS: YES, 'TAKEN BACK': REFUSED, AWARD: REFUSED, 'AWARD TAKEN BACK': REFUSED },
  'southeast-officer': all(FORBIDDEN),
  'fire-squadron': all(FORBIDDEN),
  clinic: all(FORBIDDEN),
  'resident-1': all(FORBIDDEN),
  'zhoupu-steward': all(FORBIDDEN),
  'riverside-committee': all(NOT_FOUND),
  'riverside-primary': all(FORBIDDEN),
};

/** Who writes one down for the network of the Southeast. */
const RECORDS: Readonly<Record<string, string>> = {
  'southeast-committee': YES,
  'southeast-officer': YES,
  'fire-squadron': FORBIDDEN,
  clinic: FORBIDDEN,
  'resident-1': FORBIDDEN,
  'zhoupu-steward': FORBIDDEN,
  'riverside-committee': NOT_FOUND,
  'riverside-primary': FORBIDDEN,
};

function all(answer: string): Record<State, string> {
  return { STANDS: answer, 'TAKEN BACK': answer, AWARD: answer, 'AWARD TAKEN BACK': answer };
}

describe('a recognition in the Southeast', () => {
  let world: World;
  let acts: RecognitionActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new RecognitionActs(world);
  });
  afterAll(() => world.close());

  const takenBack = async (): Promise<SeenRecognition> => {
    const { id, version } = await acts.record();
    const outcome = await acts.act('southeast-committee', 'takeBackRecognition', {
      id,
      version,
      reason: '登记有误',
    });
    return outcome as SeenRecognition;
  };
  const awarded = async (then: 'kept' | 'taken back'): Promise<SeenRecognition> => {
    const round = await FinalRound.open(world);
    await round.settle({ venue: '一等奖' });
    if (then === 'taken back') await round.settle({});
    const [award] = await acts.list('southeast-committee', { kinds: ['AWARD'], stands: then === 'kept' });
    if (!award) throw new Error('No award was given.');
    return award;
  };
  const bring: Record<State, () => Promise<SeenRecognition>> = {
    STANDS: () => acts.record(),
    'TAKEN BACK': takenBack,
    AWARD: () => awarded('kept'),
    'AWARD TAKEN BACK': () => awarded('taken back'),
  };

  it.each(STATES)('%s: taken back by everybody', async (state) => {
    let recognition = await bring[state]();
    for (const [account, answers] of Object.entries(TAKES_BACK)) {
      const { id, version } = recognition;
      const outcome = await acts.act(account, 'takeBackRecognition', { id, version, reason: '登记有误' });
      expect([state, account, outcome.__typename]).toEqual([state, account, answers[state]]);
      if (outcome.__typename === YES) recognition = await bring[state]();
    }
  });

  it.each(Object.entries(RECORDS))('recorded by %s: %s', async (account, answer) => {
    const outcome = await acts.act(account, 'recordRecognition', { input: acts.input() });
    expect(outcome.__typename).toBe(answer);
  });

  it('is taken back by the version that one has seen', async () => {
    const { id, version } = await acts.record();
    const stale = { id, version: version + 1, reason: '登记有误' };
    expect(await acts.act('southeast-committee', 'takeBackRecognition', stale)).toMatchObject({
      __typename: 'StaleVersion',
    });
  });
});

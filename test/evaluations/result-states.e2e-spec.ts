import { judgeOf, ResultActs, type ResultActName } from '../support/result-acts.js';
import { nodesOf } from '../support/judging-acts.js';
import { startWorld, type World } from '../support/world.js';

const STATES = ['SCORING', 'DELIBERATING', 'PUBLIC_NOTICE', 'NOTICE_OVER', 'FINAL', 'CANCELLED'] as const;
type State = (typeof STATES)[number];
const ACTS = [
  'closeScoring',
  'setSheetAside',
  'excludeNomination',
  'readmitNomination',
  'withholdAward',
  'restoreAward',
  'publishResult',
  'finaliseResult',
  'fileObjection',
] as const satisfies readonly ResultActName[];
type Act = (typeof ACTS)[number];

const CLOSED = {
  DELIBERATING: 'DELIBERATING',
  PUBLIC_NOTICE: 'DELIBERATING',
  NOTICE_OVER: 'DELIBERATING',
  FINAL: 'DELIBERATING',
};
/** From which states each act leads on, and to where; everything else is refused and changes nothing. */
const LEADS: Record<Act, Partial<Record<State, string>>> = {
  closeScoring: { SCORING: 'DELIBERATING' },
  setSheetAside: CLOSED,
  excludeNomination: CLOSED,
  readmitNomination: CLOSED,
  withholdAward: CLOSED,
  restoreAward: CLOSED,
  publishResult: { DELIBERATING: 'PUBLIC_NOTICE' },
  finaliseResult: { NOTICE_OVER: 'FINAL' },
  fileObjection: { PUBLIC_NOTICE: 'FILED' },
};

const [SECRETARY, OFFICER, RETURNING] = ['southeast-committee', 'southeast-officer', 'savings-bank'];
const [UNIT, STEWARD, RESIDENT, ELSEWHERE] = [
  'clinic',
  'zhoupu-steward',
  'resident-1',
  'riverside-committee',
];
/** Whoever was given the sheet. */
const JUDGE = 'its judge';
const EVERYBODY = [SECRETARY, OFFICER, RETURNING, UNIT, STEWARD, RESIDENT, ELSEWHERE];
const SECRETARYS = { [SECRETARY]: null, [ELSEWHERE]: 'NOT_FOUND' };
/** What each hears, wherever the round stands; null for whose it is to act, FORBIDDEN where nothing is said. */
const HEARS: Record<Act, Record<string, string | null>> = {
  closeScoring: { [RETURNING]: null, [STEWARD]: 'NOT_FOUND', [ELSEWHERE]: 'NOT_FOUND' },
  setSheetAside: {
    [RETURNING]: null,
    // Whose sheet it is no unit knows, nor the committee, nor the street office.
    [SECRETARY]: 'NOT_FOUND',
    [OFFICER]: 'NOT_FOUND',
    [UNIT]: 'NOT_FOUND',
    [STEWARD]: 'NOT_FOUND',
    [ELSEWHERE]: 'NOT_FOUND',
  },
  excludeNomination: SECRETARYS,
  readmitNomination: SECRETARYS,
  withholdAward: SECRETARYS,
  restoreAward: SECRETARYS,
  publishResult: SECRETARYS,
  finaliseResult: SECRETARYS,
  fileObjection: {
    [SECRETARY]: null,
    [OFFICER]: null,
    [RETURNING]: null,
    [UNIT]: null,
    [ELSEWHERE]: 'NOT_FOUND',
  },
};
/** What cannot be tried: it is done, and the round brought there anew. */
const UNTRIED: readonly Act[] = ['closeScoring', 'setSheetAside'];
/** Since a result was published stewards know the round, and that its closing is not theirs. */
const PUBLISHED: readonly State[] = ['PUBLIC_NOTICE', 'NOTICE_OVER', 'FINAL', 'CANCELLED'];

interface Brought {
  readonly round: { readonly id: string };
  readonly nomination: { readonly id: string };
  /** From the closing on. */
  readonly excluded: { readonly id: string };
  readonly judge: string;
  readonly assignment: { readonly id: string; readonly version: number };
}

describe('every act on a result from every state of its round, by every role', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  const nominationOf = async (id: string) => (await acts.judging.nominations.see(SECRETARY, id)) ?? { id };

  const bring = async (state: State): Promise<Brought> => {
    const { round, nominations } = await acts.scored();
    const [assignment] = nodesOf((await acts.judging.roll(round.id)).assignments).filter(
      (one) => judgeOf(one) !== UNIT,
    );
    const [nomination, excluded] = nominations;
    if (!assignment || !nomination || !excluded) throw new Error('Nothing was judged.');
    const brought = { round, nomination, excluded, assignment, judge: judgeOf(assignment) };
    if (state === 'SCORING') return brought;
    await acts.onRound('closeScoring', round, {}, acts.officer);
    // One nomination is excluded and the second award withheld, so that they can be taken in and given again.
    const without = await acts.onRound('excludeNomination', await nominationOf(excluded.id));
    const withheld = await acts.onRound('withholdAward', without, { position: 2 });
    if (state === 'DELIBERATING') return brought;
    const published = await acts.onRound('publishResult', withheld);
    if (state === 'CANCELLED') await acts.judging.rounds.act(SECRETARY, 'cancelEvaluationRound', published);
    if (state === 'NOTICE_OVER' || state === 'FINAL') await acts.passNotice(round);
    if (state === 'FINAL') await acts.onRound('finaliseResult', published);
    return brought;
  };

  /** Tried where that is possible, so that the round stays where it is. */
  const attempt = async (account: string, act: Act, brought: Brought) => {
    const { round, nomination, excluded, assignment } = brought;
    const { id, version } = await acts.judging.rounds.see(round.id);
    const of: Partial<Record<Act, object>> = {
      setSheetAside: assignment,
      excludeNomination: await nominationOf(nomination.id),
      readmitNomination: await nominationOf(excluded.id),
      fileObjection: { roundId: id },
      restoreAward: { id, version, position: 2 },
    };
    const trial = UNTRIED.includes(act) ? {} : { tryOnly: true };
    const outcome = await acts.tryAct(account, act, { ...(of[act] ?? { id, version }), ...trial });
    return outcome.state ?? outcome.__typename;
  };

  it.each(STATES)('from %s', async (state) => {
    let brought = await bring(state);
    const before = await acts.see(SECRETARY, brought.round.id);
    for (const act of ACTS) {
      const hears = { ...HEARS[act] };
      if (act === 'closeScoring' && PUBLISHED.includes(state)) hears[STEWARD] = 'FORBIDDEN';
      // A judge knows the assignment, and still sets nothing aside.
      const people = act === 'setSheetAside' ? [...EVERYBODY, JUDGE] : EVERYBODY;
      for (const account of people) {
        const said = hears[account];
        const expected = said === undefined ? 'FORBIDDEN' : (said ?? LEADS[act][state] ?? 'WrongState');
        expect([
          act,
          account,
          await attempt(account === JUDGE ? brought.judge : account, act, brought),
        ]).toEqual([act, account, expected]);
        if (UNTRIED.includes(act) && expected === LEADS[act][state]) brought = await bring(state);
      }
    }
    const after = await acts.see(SECRETARY, brought.round.id);
    expect(after.state).toBe(before.state);
    expect(nodesOf(after.results).length).toBe(nodesOf(before.results).length);
  });

  it('says while nothing is closed that it is not', async () => {
    for (const round of [await acts.judging.rounds.setUp(), await acts.judging.rounds.nominating()]) {
      for (const act of ['withholdAward', 'publishResult', 'finaliseResult'] as const)
        expect([act, (await acts.tryAct(SECRETARY, act, round)).__typename]).toEqual([act, 'WrongState']);
      expect((await acts.tryAct(OFFICER, 'closeScoring', round)).__typename).toBe('FORBIDDEN');
      const heard = (await acts.tryAct(UNIT, 'fileObjection', { roundId: round.id })).__typename;
      expect(heard).toBe(round.state === 'SETUP' ? 'NOT_FOUND' : 'WrongState');
    }
  });

  it('is not worked out before judges were shown what is theirs', async () => {
    const { round } = await acts.judging.scoring();
    const refused = await acts.tryAct(RETURNING, 'closeScoring', round);
    expect([refused.__typename, refused.message]).toEqual(['WrongState', expect.stringContaining('settle')]);
  });

  it('is decided on the version that was seen', async () => {
    const { round, nomination, excluded, assignment } = await bring('DELIBERATING');
    const staleOf = ({ id, version = 1 }: { id: string; version?: number }) => ({ id, version: version - 1 });
    const hears = async (account: string, act: Act, of: { id: string }) =>
      expect([act, (await acts.tryAct(account, act, staleOf(of))).__typename]).toEqual([act, 'StaleVersion']);
    const seen = await acts.judging.rounds.see(round.id);
    for (const act of ['withholdAward', 'restoreAward', 'publishResult', 'finaliseResult'] as const)
      await hears(SECRETARY, act, seen);
    await hears(SECRETARY, 'excludeNomination', await nominationOf(nomination.id));
    await hears(SECRETARY, 'readmitNomination', await nominationOf(excluded.id));
    await hears(RETURNING, 'setSheetAside', assignment);
    await hears(RETURNING, 'closeScoring', seen);
  });

  it('excludes what stands, and takes in what is excluded', async () => {
    const { nomination, excluded } = await bring('DELIBERATING');
    for (const [act, { id }] of [
      ['excludeNomination', excluded],
      ['readmitNomination', nomination],
    ] as const)
      expect((await acts.tryAct(SECRETARY, act, await nominationOf(id))).__typename).toBe('WrongState');
  });
});

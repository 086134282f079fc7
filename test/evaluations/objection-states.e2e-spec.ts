import { nodesOf } from '../support/judging-acts.js';
import { ResultActs, type SeenObjection } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const [SECRETARY, OFFICER, STEWARD] = ['southeast-committee', 'southeast-officer', 'zhoupu-steward'];
const [OBJECTOR, NOMINATOR, OTHER] = ['clinic', 'bus-639', 'police-post'];
const [ELSEWHERE, RESIDENT] = ['riverside-committee', 'resident-1'];
const EVERYBODY = [SECRETARY, OFFICER, STEWARD, OBJECTOR, NOMINATOR, OTHER, ELSEWHERE, RESIDENT];
const STATES = ['FILED', 'UPHELD', 'DISMISSED', 'WITHDRAWN', 'ROUND_CANCELLED'] as const;
/** To the place of a unit's nomination, or to what the committee itself has nominated: then the street office rules. */
const KINDS = ['of the committee to rule', 'of the street office to rule'] as const;
type Kind = (typeof KINDS)[number];

/** Who hears what of a filed objection; of one that is ruled on, whoever may act hears WrongState. */
const RULES: Record<Kind, Record<string, string>> = {
  'of the committee to rule': {
    [SECRETARY]: 'rules',
    [OFFICER]: 'FORBIDDEN',
    [STEWARD]: 'NOT_FOUND',
    [OBJECTOR]: 'FORBIDDEN',
    [NOMINATOR]: 'FORBIDDEN',
    [OTHER]: 'FORBIDDEN',
    [ELSEWHERE]: 'NOT_FOUND',
    [RESIDENT]: 'FORBIDDEN',
  },
  'of the street office to rule': {
    [SECRETARY]: 'WrongState',
    [OFFICER]: 'FORBIDDEN',
    [STEWARD]: 'rules',
    [OBJECTOR]: 'FORBIDDEN',
    [NOMINATOR]: 'FORBIDDEN',
    [OTHER]: 'FORBIDDEN',
    [ELSEWHERE]: 'NOT_FOUND',
    [RESIDENT]: 'FORBIDDEN',
  },
};
/** Who reads it. */
const READS: Record<Kind, readonly string[]> = {
  'of the committee to rule': [SECRETARY, OFFICER, OBJECTOR],
  'of the street office to rule': [SECRETARY, OFFICER, STEWARD, OBJECTOR],
};

describe('every act on an objection from every state, by every role', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  const bring = async (kind: Kind, state: (typeof STATES)[number]): Promise<SeenObjection> => {
    const nominator = kind === 'of the committee to rule' ? NOMINATOR : SECRETARY;
    const { round, nominations } = await acts.published({
      subjects: [[nominator, { subjectLabel: '四号楼组' }]],
    });
    const filed = await acts.file(OBJECTOR, round, { nominationId: nominations[0]?.id });
    if (state === 'FILED') return filed;
    if (state === 'ROUND_CANCELLED') {
      await acts.judging.rounds.act(SECRETARY, 'cancelEvaluationRound', round);
      const [lapsed] = nodesOf((await acts.see(SECRETARY, round.id)).objections);
      expect(lapsed?.state).toBe('LAPSED');
      return lapsed ?? filed;
    }
    if (state === 'WITHDRAWN')
      return (await acts.tryAct(OBJECTOR, 'withdrawEvaluationObjection', filed)) as unknown as SeenObjection;
    const ruler = kind === 'of the committee to rule' ? SECRETARY : STEWARD;
    const upheld = state === 'UPHELD';
    return (await acts.tryAct(ruler, 'ruleOnObjection', { ...filed, upheld })) as unknown as SeenObjection;
  };

  describe.each(KINDS)('%s', (kind) => {
    it.each(STATES)('from %s', async (state) => {
      const objection = await bring(kind, state);
      for (const account of EVERYBODY) {
        for (const upheld of [true, false]) {
          const outcome = await acts.tryAct(account, 'ruleOnObjection', {
            ...objection,
            upheld,
            tryOnly: true,
          });
          const heard = RULES[kind][account];
          const rules = state === 'FILED' ? (upheld ? 'UPHELD' : 'DISMISSED') : 'WrongState';
          expect([account, outcome.state ?? outcome.__typename]).toEqual([
            account,
            heard === 'rules' ? rules : heard,
          ]);
        }
        const passed = await acts.tryAct(account, 'passObjectionOn', { ...objection, tryOnly: true });
        const isCommittee = account === SECRETARY || account === OFFICER;
        const expected = isCommittee ? 'WrongState' : account === ELSEWHERE ? 'NOT_FOUND' : 'FORBIDDEN';
        expect([account, passed.__typename]).toEqual([account, expected]);
        const taken = await acts.tryAct(account, 'withdrawEvaluationObjection', {
          ...objection,
          tryOnly: true,
        });
        const own = state === 'FILED' ? 'WITHDRAWN' : 'WrongState';
        const told = READS[kind].includes(account) || account === RESIDENT || account === STEWARD;
        const hears = account === OBJECTOR ? own : told ? 'FORBIDDEN' : 'NOT_FOUND';
        expect([account, taken.state ?? taken.__typename]).toEqual([account, hears]);
        const query = `query ($id: ID!) { node(id: $id) { id } }`;
        const { node } = await world.actingAs(account).ask<{ node: unknown }>(query, { id: objection.id });
        expect([account, node !== null]).toEqual([account, READS[kind].includes(account)]);
      }
    });
  });

  it('is decided on the version that was seen', async () => {
    const objection = await bring('of the committee to rule', 'FILED');
    const stale = { ...objection, version: objection.version + 1 };
    for (const act of ['ruleOnObjection', 'passObjectionOn'] as const)
      expect((await acts.tryAct(SECRETARY, act, stale)).__typename).toBe('StaleVersion');
    const taken = await acts.tryAct(OBJECTOR, 'withdrawEvaluationObjection', stale);
    expect(taken.__typename).toBe('StaleVersion');
  });
});

import { NEED_STEPS, NeedActs, needStep, type NeedStepName, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const UPDATE = `mutation ($id: ID!, $version: Int!) {
  updateNeed(id: $id, version: $version, input: { title: "改过的标题" }) { __typename ... on Need { state } }
}`;

type Act = NeedStepName | 'updateNeed';
const ACTS: readonly Act[] = ['updateNeed', ...(Object.keys(NEED_STEPS) as NeedStepName[])];

/** Who stands where to the need of the clinic: the bus fleet claims it as soon as it can be claimed. */
const PEOPLE = {
  own: 'clinic',
  secretary: 'southeast-committee',
  officer: 'southeast-officer',
  claimant: 'bus-639',
  partner: 'food-market',
  guest: 'owners-committee',
  steward: 'zhoupu-steward',
  representative: 'resident-1',
  elsewhere: 'riverside-primary',
  nobody: null,
} as const;
type Person = keyof typeof PEOPLE;
const COMMITTEE: readonly Person[] = ['secretary', 'officer'];

type State =
  | 'DRAFT'
  | 'PROPOSED'
  | 'RETURNED'
  | 'TAKEN'
  | 'OPEN'
  | 'CLAIMED'
  | 'IN_PROGRESS'
  | 'ANSWERED'
  | 'CLOSED'
  | 'UNMET'
  | 'WITHDRAWN';

/** Whose act it is, and where it leads from where. */
const LAW: Record<Act, { by: readonly Person[]; leads: Partial<Record<State, State>> }> = {
  updateNeed: {
    by: ['own'],
    leads: { DRAFT: 'DRAFT', PROPOSED: 'PROPOSED', RETURNED: 'RETURNED', TAKEN: 'TAKEN', OPEN: 'OPEN' },
  },
  proposeNeed: { by: ['own'], leads: { DRAFT: 'PROPOSED', RETURNED: 'PROPOSED' } },
  takeNeed: { by: COMMITTEE, leads: { PROPOSED: 'TAKEN' } },
  returnNeed: { by: COMMITTEE, leads: { PROPOSED: 'RETURNED' } },
  openNeed: { by: COMMITTEE, leads: { TAKEN: 'OPEN' } },
  withdrawNeed: {
    by: ['own'],
    leads: {
      DRAFT: 'WITHDRAWN',
      PROPOSED: 'WITHDRAWN',
      RETURNED: 'WITHDRAWN',
      TAKEN: 'WITHDRAWN',
      OPEN: 'WITHDRAWN',
      CLAIMED: 'WITHDRAWN',
    },
  },
  markNeedUnmet: { by: COMMITTEE, leads: { TAKEN: 'UNMET', OPEN: 'UNMET' } },
  beginNeed: { by: ['claimant'], leads: { CLAIMED: 'IN_PROGRESS' } },
  answerNeed: { by: ['claimant'], leads: { CLAIMED: 'ANSWERED', IN_PROGRESS: 'ANSWERED' } },
  closeNeed: { by: ['own'], leads: { ANSWERED: 'CLOSED' } },
  reopenNeed: { by: ['own', ...COMMITTEE], leads: { ANSWERED: 'OPEN', UNMET: 'OPEN' } },
};

/** Who reads it at all; anybody else is answered as about a random id. */
const READERS: Record<State, readonly Person[]> = {
  DRAFT: ['own'],
  RETURNED: ['own'],
  PROPOSED: ['own', ...COMMITTEE],
  ...all('TAKEN', 'OPEN', 'CLAIMED', 'IN_PROGRESS', 'ANSWERED', 'CLOSED', 'UNMET', 'WITHDRAWN'),
} as Record<State, readonly Person[]>;

function all(...states: State[]): Partial<Record<State, readonly Person[]>> {
  const network: readonly Person[] = [
    'own',
    ...COMMITTEE,
    'claimant',
    'partner',
    'steward',
    'representative',
  ];
  return Object.fromEntries(states.map((state) => [state, network]));
}

/** Posts that act at all. */
const ACTING: readonly Person[] = ['own', ...COMMITTEE, 'claimant', 'partner', 'guest', 'elsewhere'];
const COMMITTEE_ACTS: readonly Act[] = ['takeNeed', 'returnNeed', 'openNeed', 'markNeedUnmet'];

function expected(act: Act, state: State, person: Person): string {
  const { by, leads } = LAW[act];
  if (person === 'nobody') return 'UNAUTHENTICATED';
  const mayAct = COMMITTEE_ACTS.includes(act) ? COMMITTEE.includes(person) : ACTING.includes(person);
  if (!mayAct) return 'FORBIDDEN';
  if (!READERS[state].includes(person)) return 'NOT_FOUND';
  // Nobody holds a claim before one can, nor when the need has ended without it.
  const isTheirs = by.includes(person) && (by[0] !== 'claimant' || HELD.includes(state));
  if (!isTheirs) return 'FORBIDDEN';
  // Two doors to the same act: those who had it say that it is not answered, the committee tries anew what stayed unmet.
  if (act === 'reopenNeed' && (person === 'own') === (state === 'UNMET')) return 'WrongState';
  return leads[state] ?? 'WrongState';
}
const HELD: readonly State[] = ['CLAIMED', 'IN_PROGRESS', 'ANSWERED'];

/** The acts that lead from a draft to a need in that state. */
const WAYS: Record<State, readonly [who: Person, act: Act | 'claimNeed'][]> = {
  DRAFT: [],
  PROPOSED: [['own', 'proposeNeed']],
  RETURNED: [
    ['own', 'proposeNeed'],
    ['officer', 'returnNeed'],
  ],
  TAKEN: [
    ['own', 'proposeNeed'],
    ['officer', 'takeNeed'],
  ],
  OPEN: [
    ['own', 'proposeNeed'],
    ['officer', 'takeNeed'],
    ['officer', 'openNeed'],
  ],
  CLAIMED: [
    ['own', 'proposeNeed'],
    ['officer', 'takeNeed'],
    ['officer', 'openNeed'],
    ['claimant', 'claimNeed'],
  ],
  IN_PROGRESS: [],
  ANSWERED: [],
  CLOSED: [],
  UNMET: [],
  WITHDRAWN: [],
};
WAYS.IN_PROGRESS = [...WAYS.CLAIMED, ['claimant', 'beginNeed']];
WAYS.ANSWERED = [...WAYS.IN_PROGRESS, ['claimant', 'answerNeed']];
WAYS.CLOSED = [...WAYS.ANSWERED, ['own', 'closeNeed']];
WAYS.UNMET = [...WAYS.OPEN, ['secretary', 'markNeedUnmet']];
WAYS.WITHDRAWN = [...WAYS.OPEN, ['own', 'withdrawNeed']];

describe('every act from every state by everybody', () => {
  let world: World;
  let acts: NeedActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
  });
  afterAll(() => world.close());

  /** A need of the clinic that stands in that state. */
  const bring = async (state: State): Promise<SeenNeed> => {
    let need = await acts.draft('clinic');
    for (const [who, act] of WAYS[state])
      if (act === 'claimNeed') need = await acts.claim(PEOPLE.claimant, need.id);
      else need = await acts.step(PEOPLE[who] ?? '', act as NeedStepName, need);
    expect(need.state).toBe(state);
    return need;
  };

  /** The state it leads to, the refusal, or the code of the error. */
  const attempt = async (act: Act, person: Person, { id, version }: SeenNeed): Promise<string> => {
    const account = PEOPLE[person];
    const client = account === null ? world.nobody() : world.as(account);
    const variables = { id, version, reason: '说明', answer: '已办好。' };
    const query = act === 'updateNeed' ? UPDATE : needStep(act);
    const { data, errors } = await client.tryAsk<
      Record<string, { __typename: string; state?: string } | null>
    >(query, variables);
    const outcome = data?.[act];
    return outcome ? (outcome.state ?? outcome.__typename) : (errors?.[0]?.extensions.code ?? 'NOTHING');
  };

  it.each(Object.keys(WAYS) as State[])('keeps to the law in %s', async (state) => {
    let need = await bring(state);
    const seen: string[] = [];
    const law: string[] = [];
    for (const act of ACTS)
      for (const person of Object.keys(PEOPLE) as Person[]) {
        const became = await attempt(act, person, need);
        const wanted = expected(act, state, person);
        seen.push(`${act} by ${person}: ${became}`);
        law.push(`${act} by ${person}: ${wanted}`);
        // What was granted has moved it; a refusal has not.
        if (wanted === LAW[act].leads[state] && became === wanted) need = await bring(state);
      }
    expect(seen).toEqual(law);
  });
});

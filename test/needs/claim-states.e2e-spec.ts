import {
  ASK_TO_CLAIM,
  CLAIM_NEED,
  ClaimActs,
  claimStep,
  type ClaimOutcome,
  type SeenClaim,
} from '../support/claim-acts.js';
import { CLAIM_FAULTS } from '../support/claim-faults.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const NEED = `query ($id: ID!) { need(id: $id) { id version } }`;
const CALL_AGAIN = `mutation ($id: ID!, $version: Int!) {
  callAgain(id: $id, version: $version) { __typename ... on Need { state } }
}`;
const RECORD = `mutation ($input: RecordNeedInput!) {
  recordNeed(input: $input) { __typename ... on Need { id state } }
}`;

/** Who stands where to a need of the clinic, and to the claim of the bus fleet on it. */
const PEOPLE = {
  claimant: 'bus-639',
  /** The officer, who writes down what the fleet says on the telephone. */
  forClaimant: 'southeast-officer',
  own: 'clinic',
  secretary: 'southeast-committee',
  officer: 'southeast-officer',
  partner: 'food-market',
  guest: 'owners-committee',
  elsewhere: 'riverside-primary',
  otherCommittee: 'riverside-committee',
  steward: 'zhoupu-steward',
  representative: 'resident-1',
  nobody: null,
} as const;
type Person = keyof typeof PEOPLE;
const COMMITTEE: readonly Person[] = ['secretary', 'officer'];
const HOLDER: readonly Person[] = ['claimant', 'forClaimant'];
const STRANGERS: readonly Person[] = ['guest', 'elsewhere', 'otherCommittee'];
const OFFICE: readonly Person[] = ['steward', 'representative'];

/** How the fleet stands to the need: its claim, and how the committee came by it. */
const STATES = [
  'NONE',
  'ASKED',
  'CALLED',
  'ACCEPTED',
  'DONE',
  'DECLINED',
  'WITHDRAWN',
  'GIVEN_UP',
  'RECORDED',
] as const;
type State = (typeof STATES)[number];

const ACTS = [
  'askToClaim',
  'callAgain',
  'withdrawClaim',
  'recordNeed',
  'claimNeed',
  'answerYes',
  'answerNo',
  'giveUpClaim',
  'noteArrival',
  'noteFinish',
] as const;
type Act = (typeof ACTS)[number];
const COMMITTEE_ACTS: readonly Act[] = ['askToClaim', 'callAgain', 'withdrawClaim', 'recordNeed'];
const NOT_ON_CLAIMS: readonly Act[] = ['askToClaim', 'callAgain', 'recordNeed', 'claimNeed'];

type Outcomes = Partial<Record<State, string>>;
function all(states: readonly State[], outcome: string): Outcomes {
  return Object.fromEntries(states.map((state) => [state, outcome]));
}
const AWAITED: readonly State[] = ['ASKED', 'CALLED'];
/** Nothing stands between the two, or no longer: the need is open, and its place is free. */
const FREE: readonly State[] = ['NONE', 'DECLINED', 'WITHDRAWN', 'GIVEN_UP'];
const HELD: readonly State[] = ['ACCEPTED', 'RECORDED'];

/**
 * Where it leads for those whose act it is: the state of the claim (of the need, where the act answers with it), or
 * the refusal; what is left out is a WrongState.
 */
const TABLE: Record<Act, Outcomes> = {
  askToClaim: { ...all(FREE, 'OPEN'), ...all(AWAITED, 'AlreadyClaimed') },
  callAgain: all([...FREE, ...AWAITED], 'OPEN'),
  withdrawClaim: all(AWAITED, 'WITHDRAWN'),
  // A need of its own, whatever stands between the two otherwise.
  recordNeed: all(STATES, 'ANSWERED'),
  claimNeed: { ...all([...FREE, ...AWAITED], 'ACCEPTED'), ...all(HELD, 'AlreadyClaimed') },
  // A no can become a yes as long as the need asks.
  answerYes: all([...AWAITED, 'DECLINED'], 'ACCEPTED'),
  answerNo: all(AWAITED, 'DECLINED'),
  giveUpClaim: all(HELD, 'GIVEN_UP'),
  noteArrival: all(HELD, 'ACCEPTED'),
  noteFinish: all(HELD, 'ACCEPTED'),
};

/** The claim of another unit of the network, which takes the place if it is free. */
const CLAIM_BESIDE: Outcomes = { ...all([...FREE, ...AWAITED], 'ACCEPTED'), ACCEPTED: 'NoPlaceLeft' };

/** What was accepted once is known to the network; who was only asked, and said no, is not. */
const KNOWN: readonly State[] = ['ACCEPTED', 'DONE', 'GIVEN_UP', 'RECORDED'];

function expected(act: Act, state: State, person: Person): string {
  if (person === 'nobody') return 'UNAUTHENTICATED';
  if (OFFICE.includes(person)) return 'FORBIDDEN';
  const leads = TABLE[act][state] ?? 'WrongState';
  if (COMMITTEE_ACTS.includes(act)) {
    if (person === 'otherCommittee') return 'NOT_FOUND';
    return COMMITTEE.includes(person) ? leads : 'FORBIDDEN';
  }
  if (STRANGERS.includes(person)) return 'NOT_FOUND';
  if (HOLDER.includes(person)) return leads;
  if (act === 'claimNeed') return person === 'own' ? 'OwnNeed' : (CLAIM_BESIDE[state] ?? 'WrongState');
  return COMMITTEE.includes(person) || KNOWN.includes(state) ? 'FORBIDDEN' : 'NOT_FOUND';
}

/** Whoever was granted something has moved the claim, or the need. */
function isGranted(outcome: string): boolean {
  return (
    outcome === outcome.toUpperCase() && !['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'].includes(outcome)
  );
}

interface Stand {
  readonly need: { readonly id: string; readonly version: number };
  readonly claim: SeenClaim | undefined;
}

describe('a claim, whatever anybody does to it', () => {
  let world: World;
  let needs: NeedActs;
  let claims: ClaimActs;
  let past: object;

  beforeAll(async () => {
    world = await startWorld();
    await world.offer('ladder-truck');
    needs = new NeedActs(world);
    claims = new ClaimActs(world);
    past = {
      networkId: world.network('southeast'),
      categoryId: await needs.category(),
      source: 'UNIT',
      unitId: world.unit(own),
      title: '独居老人就医',
      what: '送一位老人去医院。',
      startsAt: '2026-11-20T09:00:00+08:00',
      endsAt: '2026-11-20T11:00:00+08:00',
      claims: [{ unitId: world.unit(claimant), acceptedAt: '2026-11-20T09:10:00+08:00' }],
      answer: '已送医并接回。',
    };
  });
  afterEach(async () => {
    expect(await queryAsSuperuser(CLAIM_FAULTS, world.api.database.name)).toEqual([]);
    expect(world.api.failures).toEqual([]);
  });
  afterAll(() => world.close());

  const { own, claimant, secretary, officer } = PEOPLE;

  /** The squadron alone lends a vehicle here: a call for one reaches nobody else, a call for anything reaches everybody. */
  const post = async (state: State): Promise<string> => {
    if (state === 'RECORDED') {
      const { recordNeed } = await world
        .as(officer)
        .ask<{ recordNeed: { id: string } }>(RECORD, { input: past });
      return recordNeed.id;
    }
    const kinds = state === 'CALLED' ? [] : ['VEHICLE'];
    return (await needs.step(own, 'proposeNeed', await needs.draft(own, { urgency: 'URGENT', kinds }))).id;
  };
  const stand = async (needId: string): Promise<Stand> => {
    const { need } = await world.actingAs(secretary).ask<Pick<Stand, 'need'>>(NEED, { id: needId });
    const [claim] = await claims.list(secretary, { needId, unitId: world.unit(claimant) });
    return { need, claim };
  };
  const asked = async (needId: string): Promise<SeenClaim> => {
    const claim = (await claims.askFor(needId, claimant)).get(claimant);
    if (!claim) throw new Error('The fleet was not asked.');
    return claim;
  };
  const WAYS: Record<State, (needId: string) => Promise<unknown>> = {
    NONE: async () => {},
    CALLED: async () => {},
    RECORDED: async () => {},
    ASKED: asked,
    ACCEPTED: (id) => claims.claim(claimant, id),
    DONE: async (id) => {
      const answered = await needs.step(claimant, 'answerNeed', await needs.claim(claimant, id));
      await needs.step(own, 'closeNeed', answered);
    },
    DECLINED: async (id) => claims.step(claimant, 'answerClaim', await asked(id), { accept: false }),
    WITHDRAWN: async (id) => claims.step(secretary, 'withdrawClaim', await asked(id)),
    GIVEN_UP: async (id) => claims.step(claimant, 'giveUpClaim', await claims.claim(claimant, id)),
  };
  const bring = async (state: State): Promise<Stand> => {
    const id = await post(state);
    await WAYS[state](id);
    const reached = await stand(id);
    const { state: found, way } = reached.claim ?? {};
    const wanted = { NONE: undefined, CALLED: 'ASKED', RECORDED: 'ACCEPTED' };
    expect(found).toBe(state in wanted ? wanted[state as keyof typeof wanted] : state);
    expect(way === 'CALLED').toBe(state === 'CALLED');
    return reached;
  };

  const request = (act: Act, { need, claim }: Stand): [document: string, variables: object] => {
    if (act === 'callAgain') return [CALL_AGAIN, need];
    if (act === 'recordNeed') return [RECORD, { input: past }];
    if (act === 'claimNeed') return [CLAIM_NEED, { needId: need.id }];
    if (act === 'askToClaim') return [ASK_TO_CLAIM, { needId: need.id, unitIds: [world.unit(claimant)] }];
    const step = act === 'answerYes' || act === 'answerNo' ? 'answerClaim' : act;
    const more = { accept: act === 'answerYes', ...(step === 'giveUpClaim' && { reason: '车辆临时检修' }) };
    return [claimStep(step), { id: claim?.id, version: claim?.version, ...more }];
  };
  /** The state it leads to, the refusal, or the code of the error. */
  const attempt = async (act: Act, person: Person, standing: Stand): Promise<string> => {
    const account = PEOPLE[person];
    const [document, variables] = request(act, standing);
    const { data, errors } = await (account === null ? world.nobody() : world.actingAs(account)).tryAsk<
      Record<string, ClaimOutcome | null>
    >(document, { ...variables, ...(person === 'forClaimant' && { onBehalfOf: world.unit(claimant) }) });
    const [outcome] = Object.values(data ?? {});
    return outcome ? (outcome.state ?? outcome.__typename) : (errors?.[0]?.extensions.code ?? 'NOTHING');
  };

  it.each(STATES)(
    '%s goes where the table says, for those whom it names, and nowhere else',
    async (state) => {
      let standing = await bring(state);
      const differences: unknown[] = [];
      const compare = async (act: Act, person: Person, wanted: string) => {
        const found = await attempt(act, person, standing);
        if (found !== wanted) differences.push({ act, person, wanted, found });
      };
      for (const act of ACTS) {
        if (state === 'NONE' && !NOT_ON_CLAIMS.includes(act)) continue;
        const cases = (Object.keys(PEOPLE) as Person[])
          // The committee's own acts are nobody's to telephone in.
          .filter((person) => person !== 'forClaimant' || !COMMITTEE_ACTS.includes(act))
          .map((person) => ({ person, wanted: expected(act, state, person) }));
        const refused = cases.filter(({ wanted }) => !isGranted(wanted));
        await Promise.all(refused.map(({ person, wanted }) => compare(act, person, wanted)));
        for (const { person, wanted } of cases.filter((one) => isGranted(one.wanted))) {
          await compare(act, person, wanted);
          if (act !== 'recordNeed') standing = await bring(state);
        }
      }
      expect(differences).toEqual([]);
    },
  );
});

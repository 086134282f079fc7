import { findGlobalId } from '#graphql';
import { queryAsSuperuser } from '../support/cluster.js';
import { putInState } from '../support/evaluation-acts.js';
import { NominationActs, type NominationActName, type SeenNomination } from '../support/nomination-acts.js';
import { startWorld, type World } from '../support/world.js';

/** Of a nomination; OPEN and PUBLISHED are SUBMITTED ones of a round that is scored, or on public notice. */
const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'OPEN', 'PUBLISHED', 'EXCLUDED'] as const;
type State = (typeof STATES)[number];
type Who = 'own' | 'committee';

/** Who may take each step from which states, and to where; from all others it is refused and changes nothing. */
const LEADS: Record<NominationActName, Partial<Record<State, [Who, string]>>> = {
  createNomination: {},
  updateNomination: { DRAFT: ['own', 'DRAFT'], RETURNED: ['own', 'RETURNED'] },
  submitNomination: { DRAFT: ['own', 'SUBMITTED'], RETURNED: ['own', 'SUBMITTED'] },
  withdrawNomination: {
    DRAFT: ['own', 'WITHDRAWN'],
    SUBMITTED: ['own', 'WITHDRAWN'],
    RETURNED: ['own', 'WITHDRAWN'],
  },
  returnNomination: { SUBMITTED: ['committee', 'RETURNED'] },
};
const STEPS = (Object.keys(LEADS) as NominationActName[]).slice(1);

/** Who reads a nomination of the clinic in which state. */
const NETWORK = ['clinic', 'southeast-officer', 'bus-639', 'food-market', 'resident-1'];
const READERS: Record<State, readonly string[]> = {
  DRAFT: ['clinic'],
  SUBMITTED: ['clinic', 'southeast-officer'],
  RETURNED: ['clinic'],
  WITHDRAWN: ['clinic', 'southeast-officer'],
  OPEN: NETWORK,
  PUBLISHED: [...NETWORK, 'zhoupu-steward'],
  EXCLUDED: NETWORK,
};
const ALL = [...NETWORK, 'zhoupu-steward', 'owners-committee', 'riverside-primary', 'riverside-committee'];
/** Who never acts on it; the bus fleet is a co-host of the same project. */
const OTHERS = ['bus-639', 'food-market', 'zhoupu-steward', 'resident-1', 'riverside-committee'];

describe('a nomination of a unit', () => {
  let world: World;
  let acts: NominationActs;
  let projectId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NominationActs(world);
    projectId = await acts.project();
    const { steps, ...project } = await acts.projects.act('clinic', 'addProjectStep', {
      projectId,
      input: { unitId: world.unit('clinic'), title: '名单', dueOn: '2026-12-31' },
    });
    expect([project.lead.code, steps.length]).toEqual(['clinic', 1]);
  });
  afterAll(() => world.close());

  const submit = async (): Promise<{ nomination: SeenNomination; roundId: string }> => {
    const roundId = await acts.nominating();
    return { roundId, nomination: await acts.submitted('clinic', roundId, { projectId }) };
  };
  const own = async (id: string): Promise<SeenNomination> => {
    const nomination = await acts.see('clinic', id);
    if (!nomination) throw new Error('Its own unit does not read it.');
    return nomination;
  };
  /** As the secretary's acts of results leave it. */
  const store = async ({ id }: SeenNomination, change: string): Promise<void> => {
    const key = findGlobalId(['Nomination'], id)?.id;
    const facts = change.includes('is_published')
      ? `UPDATE nomination_fact SET is_published = true`
      : 'SELECT';
    await queryAsSuperuser(
      `UPDATE nomination SET ${change} WHERE id = '${key}'; ${facts}`,
      world.api.database.name,
    );
  };
  const bring: Record<State, () => Promise<SeenNomination>> = {
    DRAFT: async () => acts.draft('clinic', await acts.nominating(), { projectId }),
    SUBMITTED: async () => (await submit()).nomination,
    RETURNED: async () =>
      own((await acts.act('southeast-officer', 'returnNomination', (await submit()).nomination)).id),
    WITHDRAWN: async () => acts.act('clinic', 'withdrawNomination', (await submit()).nomination),
    OPEN: async () => {
      const { nomination, roundId } = await submit();
      await acts.score(roundId);
      return own(nomination.id);
    },
    PUBLISHED: async () => {
      const { nomination, roundId } = await submit();
      await acts.score(roundId);
      await putInState(world, await acts.rounds.see(roundId), 'PUBLIC_NOTICE');
      await store(nomination, 'is_published = true');
      return own(nomination.id);
    },
    EXCLUDED: async () => {
      const nomination = await bring.OPEN();
      await store(nomination, `state = 'EXCLUDED', reason = '材料不实'`);
      return own(nomination.id);
    },
  };
  const kept = new Map<State, SeenNomination>();
  /** What a refused step leaves as it was serves the next one too. */
  const standing = async (state: State): Promise<SeenNomination> => {
    const nomination = kept.get(state) ?? (await bring[state]());
    const seen = await own(nomination.id);
    kept.set(state, seen);
    return seen;
  };
  const attempt = async (account: string, name: NominationActName, { id, version }: SeenNomination) => {
    const outcome = await acts.tryAct(account, name, { id, version });
    return outcome.__typename === 'Nomination' ? (outcome.state ?? '') : outcome.__typename;
  };

  describe.each(STATES)('%s', (state) => {
    it('is read by whom it concerns, with its facts, by id and in lists, and by nobody else', async () => {
      const { id } = await standing(state);
      const facts = ['DRAFT', 'RETURNED'].includes(state) ? 0 : 1;
      const seen = await Promise.all(
        ALL.map(async (account) => {
          const nomination = await acts.see(account, id);
          const listed = (await acts.listIds(account)).includes(id);
          expect([account, listed]).toEqual([account, nomination !== null]);
          return nomination ? [[account, nomination.title, nomination.facts.length]] : [];
        }),
      );
      expect(seen.flat()).toEqual(
        ALL.filter((account) => READERS[state].includes(account)).map((account) => [
          account,
          '体检接送',
          facts,
        ]),
      );
    });

    it.each(STEPS)('%s', async (name) => {
      const nomination = await standing(state);
      const [who, to] = LEADS[name][state] ?? [null, 'WrongState'];
      if (who) kept.delete(state);
      for (const account of OTHERS) {
        const answer = await attempt(account, name, nomination);
        expect([account, ['FORBIDDEN', 'NOT_FOUND', 'WrongState']]).toEqual([
          account,
          expect.arrayContaining([answer]),
        ]);
      }
      const secretary = await attempt('southeast-committee', name, nomination);
      expect(who === 'committee' ? [to] : ['FORBIDDEN', 'NOT_FOUND', 'WrongState']).toContain(secretary);
      if (who === 'committee') return;
      const clinic = await attempt('clinic', name, nomination);
      expect(who === 'own' ? [to] : ['FORBIDDEN', 'WrongState']).toContain(clinic);
      if (who === 'own') return;
      expect(await own(nomination.id)).toEqual(nomination);
    });
  });
});

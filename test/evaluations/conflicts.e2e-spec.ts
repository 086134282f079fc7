import { JudgingActs, nodesOf, type SeenRoll } from '../support/judging-acts.js';
import { GROUPS, judgeOf, PARTNERS_ALONE, ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const RESIDENTS = ['resident-1', 'resident-2', 'resident-3', 'resident-4', 'resident-5'];

const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { __typename ... on Booking { id } } }`;

describe('conflicts of judges', () => {
  let world: World;
  let acts: JudgingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new JudgingActs(world);
  });
  afterAll(() => world.close());

  /** Of a judge by the name on the roll: the unit of whose post, and whether it can be given what is nominated. */
  const refusedUnits = async (roll: SeenRoll, nominationId: string): Promise<string[]> => {
    const units = new Set<string>();
    let now = roll;
    for (const { id, unit, personName } of nodesOf(roll.judges)) {
      const wish = { id: now.id, version: now.version, nominationId, judgeId: id };
      const outcome = await acts.tryAct(acts.officer, 'assignJudge', wish);
      if (outcome.__typename === 'JudgingRoll') now = outcome as SeenRoll;
      else if (outcome.message?.includes('has a conflict'))
        units.add(personName === '物业与房地产联络员' ? 'cross-posted' : (unit?.code ?? ''));
      else if (!outcome.message?.includes('scores this nomination already'))
        throw new Error(JSON.stringify(outcome));
    }
    return [...units].toSorted();
  };
  const judged = async (lead: string, coHost: string, isSupplied = false) => {
    const projectId = await projectOf(lead, coHost);
    if (isSupplied) await supply(projectId, lead);
    const { round, nominations } = await acts.scoring([[lead, { projectId }]]);
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    return { round, roll, projectId, nominationId: nominations[0]?.id ?? '' };
  };
  /** What the committee leads comes of no need that it would claim. */
  const projectOf = async (lead: string, coHost: string): Promise<string> => {
    const { projects } = acts.nominations;
    if (lead === acts.rounds.secretary) return (await projects.start(lead)).id;
    const { id } = await projects.claimed(acts.rounds.secretary, lead, coHost);
    return (await projects.start(lead, { needIds: [id] })).id;
  };
  /** The bus fleet drove for it. */
  const supply = async (projectId: string, requester: string): Promise<void> => {
    bus ??= await world.offer('bus-45');
    hour += 1;
    const startsAt = new Date(Date.UTC(2026, 10, 21, hour));
    const endsAt = new Date(startsAt.getTime() + 1_800_000);
    const trip = { offerId: bus, networkId: world.network('southeast'), requesterId: world.unit(requester) };
    const input = { ...trip, startsAt, endsAt, purpose: '接送老人体检', heads: 20 };
    type Recorded = { recordBooking: { id: string } };
    const { recordBooking } = await world.as('bus-639').ask<Recorded>(RECORD, { input });
    const linked = { projectId, bookingId: recordBooking.id };
    await acts.nominations.projects.act(requester, 'linkBookingToProject', linked);
  };
  let bus: string | null = null;
  let hour = 0;

  it('are found with whoever leads, takes part and nominates, through any post of the same person', async () => {
    const { roll, nominationId } = await judged('developer', 'bus-639');
    expect(await refusedUnits(roll, nominationId)).toEqual(['bus-639', 'cross-posted', 'developer']);
  });

  it('are found with every representative of residents when the committee leads, whose panel is left out', async () => {
    const { roll, nominationId } = await judged('southeast-committee', 'bus-639');
    expect(await refusedUnits(roll, nominationId)).toEqual(['southeast-committee']);
    expect(roll.leftOut.map(({ panelKind }) => panelKind).toSorted()).toEqual(['COMMITTEE', 'RESIDENTS']);
  });

  it('are found with whoever supplied', async () => {
    const { roll, nominationId } = await judged('clinic', 'party-school', true);
    expect(await refusedUnits(roll, nominationId)).toEqual(['bus-639', 'clinic', 'party-school']);
  });

  it('are found with who nominates what has no lead, and is a unit', async () => {
    const { round, nominations } = await acts.scoring([['clinic', { subjectLabel: '一号楼组' }]]);
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    expect(await refusedUnits(roll, nominations[0]?.id ?? '')).toEqual(['clinic']);
    const units = await acts.rounds.nominating({ subjectKind: 'UNIT' });
    const { id } = await acts.rounds.appointed(units, acts.officer);
    const subject = { subjectUnitId: world.unit('food-market') };
    const own = await acts.nominations.submitted('food-market', id, subject);
    const { version } = await acts.rounds.see(id);
    await acts.rounds.act(acts.rounds.secretary, 'beginScoring', { id, version });
    const proposed = await acts.onRoll('proposeJudges', await acts.roll(id));
    expect(await refusedUnits(proposed, own.id)).toEqual(['food-market']);
  });

  it('are none of whoever judges what the committee nominates for others', async () => {
    const { round, nominations } = await acts.scoring([
      [acts.rounds.secretary, { subjectLabel: '二号楼组' }],
    ]);
    const roll = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    expect(await refusedUnits(roll, nominations[0]?.id ?? '')).toEqual([]);
    expect(nodesOf(roll.assignments).map(({ panelKind }) => panelKind)).toContain('RESIDENTS');
  });

  it('stop the settling when they come up after the proposal, and are left out of the next one', async () => {
    const { round, roll, nominationId } = await judged('clinic', 'party-school');
    const chosen = nodesOf(roll.assignments).find(({ panelKind }) => panelKind === 'RESIDENTS');
    const account = residentOf(chosen?.judgeName);
    await acts.act(account, 'declareConflict', { nominationId });
    const refused = await acts.tryAct(acts.officer, 'settleAssignments', roll);
    expect(refused.__typename).toBe('WrongState');
    const anew = await acts.onRoll('proposeJudges', await acts.roll(round.id));
    expect(nodesOf(anew.assignments).map(({ judgeName }) => judgeName)).not.toContain(chosen?.judgeName);
    expect(nodesOf(anew.conflicts)).toEqual([
      expect.objectContaining({ personName: chosen?.judgeName, reason: '与该项目有往来' }),
    ]);
    await acts.onRoll('settleAssignments', anew);
    expect(await acts.mine(account, { roundId: round.id })).toEqual([]);
  });

  it('that are found when a sheet is saved or submitted end what was given, and nothing is saved', async () => {
    const { round, roll, nominationId, projectId } = await judged('clinic', 'party-school');
    let now = await give(roll, nominationId, 'bus-639');
    now = await acts.onRoll('settleAssignments', now);
    await acts.submitted('bus-639', nominationId, ['9', '9']);
    await supply(projectId, 'clinic');
    const found = await acts.save('bus-639', nominationId, ['1', '1'], 2);
    expect(found).toMatchObject({
      state: 'SET_ASIDE',
      ground: 'CONFLICT_FOUND',
      sheet: { scores: ['9', '9'] },
    });
    const [mine] = await acts.mine('bus-639', { roundId: round.id });
    expect({ __typename: 'JudgeAssignment', ...mine }).toEqual(found);
    const seen = nodesOf((await acts.roll(round.id)).assignments).find(({ id }) => id === mine?.id);
    expect(seen).toEqual({ ...mine, sheet: null });
  });

  it('drop what was only drafted', async () => {
    const { round, roll, nominationId, projectId } = await judged('clinic', 'party-school');
    await acts.onRoll('settleAssignments', await give(roll, nominationId, 'bus-639'));
    const { sheet } = await acts.save('bus-639', nominationId, ['9', '9']);
    await supply(projectId, 'clinic');
    const found = await acts.act('bus-639', 'submitScoreSheet', { nominationId, version: sheet?.version });
    expect(found).toMatchObject({
      state: 'DROPPED',
      ground: 'CONFLICT_FOUND',
      sheet: { isSubmitted: false },
    });
    expect(await acts.mine('bus-639', { roundId: round.id, states: ['SETTLED', 'SUBMITTED'] })).toEqual([]);
  });

  it('are declared before and after a sheet is submitted, once, by whoever could judge, given it or not', async () => {
    const { round, roll, nominations } = await acts.settled([['clinic', { subjectLabel: '二号楼组' }]]);
    const nominationId = nominations[0]?.id ?? '';
    const judges = nodesOf(roll.assignments)
      .filter(({ panelKind }) => panelKind === 'RESIDENTS')
      .map(({ judgeName }) => residentOf(judgeName));
    const [before = '', after = ''] = judges;
    const neither = RESIDENTS.find((account) => !judges.includes(account)) ?? '';
    await acts.submitted(after, nominationId, ['6', '7']);
    for (const account of [before, after, neither]) {
      await acts.act(account, 'declareConflict', { nominationId });
      expect((await acts.tryAct(account, 'declareConflict', { nominationId })).__typename).toBe('WrongState');
    }
    const ends = await Promise.all(
      [before, after, neither].map((account) => acts.mine(account, { roundId: round.id })),
    );
    expect(ends.map((all) => all.map(({ state, ground }) => `${state} ${ground}`))).toEqual([
      ['DROPPED CONFLICT_DECLARED'],
      ['SET_ASIDE CONFLICT_DECLARED'],
      [],
    ]);
    expect(nodesOf((await acts.roll(round.id)).conflicts)).toHaveLength(3);
    for (const account of ['zhoupu-steward', 'riverside-primary', 'owners-committee', acts.officer]) {
      const { __typename } = await acts.tryAct(account, 'declareConflict', { nominationId });
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(__typename);
    }
  });

  it('bind the person: what is declared through one post holds for the other', async () => {
    const { round, roll, nominationId } = await judged('clinic', 'party-school');
    const judge = nodesOf(roll.judges).find(({ personName }) => personName === '物业与房地产联络员');
    const other = judge?.unit?.code === 'developer' ? 'property-management' : 'developer';
    const given = await give(roll, nominationId, judge?.unit?.code ?? '', judge?.personName);
    await acts.onRoll('settleAssignments', given);
    await acts.act(`cross-posted@${other}`, 'declareConflict', { nominationId });
    const account = `cross-posted@${judge?.unit?.code}`;
    const [ended] = await acts.mine(account, { roundId: round.id });
    expect(ended).toMatchObject({ state: 'DROPPED', ground: 'CONFLICT_DECLARED' });
    const input = { scores: ['5', '5'] };
    const outcome = await acts.tryAct(account, 'saveScoreSheet', { nominationId, input });
    expect(outcome.__typename).toBe('WrongState');
    expect(await acts.mine(`cross-posted@${other}`, { roundId: round.id })).toEqual([]);
  });

  it('bind the person once scoring is closed: the sheet of the other post is set aside, and the result follows', async () => {
    const results = new ResultActs(world);
    const { round, nominations } = await results.scored({
      subjects: GROUPS.slice(0, 1),
      changes: PARTNERS_ALONE,
    });
    const nominationId = nominations[0]?.id ?? '';
    const before = await acts.roll(round.id);
    const judge = nodesOf(before.judges).find(({ personName }) => personName === '物业与房地产联络员');
    const roll = await give(before, nominationId, judge?.unit?.code ?? '', judge?.personName);
    const mine = nodesOf(roll.assignments).find(({ judgeName }) => judgeName === judge?.personName);
    if (!mine) throw new Error('Nobody judges through one of two posts.');
    if (mine.state === 'SETTLED') await acts.submitted(judgeOf(mine), nominationId, ['10', '80']);
    await results.onRound('closeScoring', round, {}, acts.officer);
    const other = judge?.unit?.code === 'developer' ? 'property-management' : 'developer';
    const [declared, again] = [
      await acts.tryAct(`cross-posted@${other}`, 'declareConflict', { nominationId }),
      await acts.tryAct(judgeOf(mine), 'declareConflict', { nominationId }),
    ];
    expect([declared.__typename, again.__typename]).toEqual(['JudgeConflict', 'WrongState']);
    const after = nodesOf((await acts.roll(round.id)).assignments).find(({ id }) => id === mine.id);
    expect(after).toMatchObject({ state: 'SET_ASIDE', ground: 'CONFLICT_DECLARED' });
    const { draftResult } = await results.see(results.secretary, round.id);
    expect(draftResult?.reasons).toEqual([{ act: 'CONFLICT_DECLARED', text: null }]);
    const [standing] = (await results.standings(results.secretary, draftResult)) ?? [];
    expect(standing?.account?.panels[0]?.sheetsSetAside).toBe(1);
  });

  it('that come up after a sheet was submitted set it aside at the closing, before anything is counted', async () => {
    const results = new ResultActs(world);
    const { round, roll, nominationId, projectId } = await judged('clinic', 'party-school');
    const settled = await acts.onRoll('settleAssignments', await give(roll, nominationId, 'bus-639'));
    const assignments = nodesOf(settled.assignments);
    for (const one of assignments) {
      const score = one.unit?.code === 'bus-639' ? '99' : '50';
      await acts.submitted(judgeOf(one), nominationId, [score, '50']);
    }
    await supply(projectId, 'clinic');
    await results.onRound('closeScoring', round, {}, acts.officer);
    const ends = nodesOf((await acts.roll(round.id)).assignments).filter(
      ({ state }) => state !== 'SUBMITTED',
    );
    expect(ends).toMatchObject([
      { state: 'SET_ASIDE', ground: 'CONFLICT_FOUND', reason: null, unit: { code: 'bus-639' } },
    ]);
    const { draftResult } = await results.see(results.secretary, round.id);
    const [standing] = (await results.standings(results.secretary, draftResult)) ?? [];
    const partners = standing?.account?.panels.find(({ kind }) => kind === 'PARTNER_UNITS');
    expect(partners?.sheetsSetAside).toBe(1);
    expect(JSON.stringify(standing?.account)).not.toContain('"99');
  });

  const residentOf = (name = ''): string => `resident-${'一二三四五'.indexOf(name.at(-1) ?? '') + 1}`;
  const give = async (
    roll: SeenRoll,
    nominationId: string,
    unit: string,
    name?: string,
  ): Promise<SeenRoll> => {
    const judge = nodesOf(roll.judges).find(
      (one) => one.unit?.code === unit && (name === undefined || one.personName === name),
    );
    const sits = nodesOf(roll.assignments).some(({ judgeName }) => judgeName === judge?.personName);
    return sits ? roll : acts.onRoll('assignJudge', roll, { nominationId, judgeId: judge?.id });
  };
});

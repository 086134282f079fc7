import { fromGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { nodesOf } from '../support/judging-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { ProjectActs, startHosted, type SeenProject } from '../support/project-acts.js';
import { RecognitionActs } from '../support/recognition-acts.js';
import { ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
/** Representatives of residents alone judge, so that no unit that comes or goes takes a sheet along. */
const RESIDENTS_ALONE = {
  panels: [{ kind: 'RESIDENTS', weight: '100' }],
  awards: [{ name: '优秀项目', places: 9, points: 30, coHostPoints: 10 }],
};
/** Who leads when scoring begins; the bus fleet takes part in each. */
const LEADS = { joined: 'clinic', left: 'clinic', handedOn: 'clinic', removed: 'party-school' } as const;
type Name = keyof typeof LEADS;

describe('who is credited for a nomination', () => {
  let world: World;
  let acts: ResultActs;
  let projects: ProjectActs;
  const nominations = {} as Record<Name, string>;
  const projectIds = {} as Record<Name, string>;
  let roundId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
    projects = acts.judging.nominations.projects;
    const subjects: [string, { projectId: string }][] = [];
    for (const [title, lead] of Object.entries(LEADS)) {
      const projectId = await startHosted(projects, world, { title, lead, coHosts: ['bus-639'] });
      projectIds[title as Name] = projectId;
      subjects.push([lead, { projectId }]);
    }
    const { round, nominations: put } = await acts.scored({
      subjects: subjects,
      changes: { subjectKind: 'PROJECT', ...RESIDENTS_ALONE },
    });
    for (const { id, title } of put) nominations[title as Name] = id;
    expect(put.map(({ responsibleUnit, coHosts }) => [responsibleUnit, coHosts])).toEqual(
      put.map(() => [null, []]),
    );
    await join(projectIds.joined, 'clinic', 'food-market');
    await leave(projectIds.left, 'bus-639');
    await join(projectIds.handedOn, 'clinic', 'food-market');
    const led = await projects.see(SECRETARY, projectIds.handedOn);
    await projects.act(SECRETARY, 'nameProjectLead', { ...led, unitId: world.unit('food-market') });
    await leave(projectIds.handedOn, 'clinic');
    await acts.onRound('closeScoring', round, {}, acts.officer);
    await acts.onRound('publishResult', await acts.judging.rounds.see(round.id));
    await new MembershipActs(world).step('removeMembership', 'party-school');
    await acts.passNotice(round);
    await acts.onRound('finaliseResult', await acts.judging.rounds.see(round.id));
    roundId = round.id;
  });
  afterAll(() => world.close());

  const join = async (projectId: string, lead: string, unit: string): Promise<SeenProject> => {
    const before = await projects.see(lead, projectId);
    const asked = await projects.act(lead, 'askProjectHost', { ...before, unitId: world.unit(unit) });
    return projects.act(unit, 'answerProjectHost', { ...hostOf(asked, unit), accept: true });
  };
  const leave = async (projectId: string, unit: string): Promise<void> => {
    const project = await projects.see(unit, projectId);
    if (!project) throw new Error(`${unit} does not see the project.`);
    await projects.act(unit, 'leaveProject', hostOf(project, unit));
  };
  const hostOf = ({ hosts }: SeenProject, code: string) => {
    const host = hosts.find(({ unit }) => unit.code === code);
    return { id: host?.id, version: host?.version };
  };
  /** Of each unit, what it was given for this nomination. */
  const awarded = async (name: Name): Promise<(string | undefined)[]> => {
    const given = await new RecognitionActs(world).list(SECRETARY, { kinds: ['AWARD'] });
    const ofIt = given.filter(({ what }) => what === name);
    return ofIt.map(({ unit, points, isCoHost }) => `${unit?.code} ${points} ${isCoHost}`).toSorted();
  };
  /** Who of these reads how its score came about. */
  const readers = async (name: Name, accounts: readonly string[]): Promise<string[]> => {
    const reading: string[] = [];
    for (const account of accounts) {
      const { currentResult } = await acts.see(account, roundId);
      const standings = await acts.standings(account, currentResult);
      const mine = standings?.find(({ nomination }) => nomination?.id === nominations[name]);
      if (!mine) throw new Error(`${account} does not see ${name} in the ranking.`);
      if (mine.account) reading.push(account);
    }
    return reading;
  };
  const UNITS = ['clinic', 'bus-639', 'food-market'];

  it('is not whoever joins once scoring has begun: no award, and no account', async () => {
    expect(await awarded('joined')).toEqual(['bus-639 10 true', 'clinic 30 false']);
    expect(await readers('joined', UNITS)).toEqual(['clinic', 'bus-639']);
  });

  it('is who took part when scoring began, and has left since', async () => {
    expect(await awarded('left')).toEqual(['bus-639 10 true', 'clinic 30 false']);
    expect(await readers('left', UNITS)).toEqual(['clinic', 'bus-639']);
  });

  it('is who led it then, and has handed it on', async () => {
    expect(await awarded('handedOn')).toEqual(['bus-639 10 true', 'clinic 30 false']);
    expect(await readers('handedOn', UNITS)).toEqual(['clinic', 'bus-639']);
  });

  it('is a unit that has left the network before the end: award and points are what it did as one of it', async () => {
    const own = await new RecognitionActs(world).list('party-school', {});
    expect(own.map(({ title, what, points }) => [title, what, points])).toEqual([
      ['优秀项目', 'removed', 30],
    ]);
    const url = `/recognitions/${own[0]?.id}/certificate.html`;
    expect((await world.as('party-school').send({ method: 'GET', url })).statusCode).toBe(200);
    expect(await acts.findResults('party-school', roundId)).toBeNull();
    expect(await awarded('removed')).toEqual(['bus-639 10 true', 'party-school 30 false']);
    const { currentResult } = await acts.see('clinic', roundId);
    const titles = (await acts.standings('clinic', currentResult))?.map(
      ({ nomination }) => nomination?.title,
    );
    expect(titles).toContain('removed');
    const entries = `{ contributions(first: 10) { edges { node { measure amount network { code } } } } }`;
    type Entries = { contributions: { edges: { node: object }[] } };
    const { contributions } = await world.as('party-school').ask<Entries>(entries);
    expect(contributions.edges.map(({ node }) => node)).toEqual([
      { measure: 'POINTS', amount: '30.00', network: null },
    ]);
  });

  it('is named with the nomination, to all who read it', async () => {
    for (const account of ['food-market', 'zhoupu-steward', SECRETARY])
      expect(await acts.judging.nominations.see(account, nominations.handedOn)).toMatchObject({
        responsibleUnit: { code: 'clinic' },
        coHosts: [{ code: 'bus-639' }],
      });
  });

  it('judges it no more than who takes part now, though it has left', async () => {
    const { judging } = acts;
    const projectId = await startHosted(projects, world, {
      title: '接力',
      lead: 'clinic',
      coHosts: ['bus-639'],
    });
    const { round, nominations: put } = await judging.scoring([['clinic', { projectId }]]);
    await leave(projectId, 'bus-639');
    const roll = await judging.onRoll('proposeJudges', await judging.roll(round.id));
    const judgeId = nodesOf(roll.judges).find(({ unit }) => unit?.code === 'bus-639')?.id;
    const wish = { id: roll.id, version: roll.version, nominationId: put[0]?.id, judgeId };
    expect((await judging.tryAct(acts.officer, 'assignJudge', wish)).message).toContain('has a conflict');
  });

  it('bars the committee from ruling, as who takes part now does', async () => {
    const hosted = (title: string, coHosts: readonly string[]) =>
      startHosted(projects, world, { title, lead: 'clinic', coHosts });
    const [was, is, never] = [
      await hosted('曾协办', [SECRETARY]),
      await hosted('现协办', []),
      await hosted('无关', []),
    ];
    const subjects = [was, is, never].map((projectId) => ['clinic', { projectId }] as const);
    const changes = { subjectKind: 'PROJECT', panels: [{ kind: 'PARTNER_UNITS', weight: '100' }] };
    const { round, nominations: put } = await acts.scored({ subjects: subjects, changes });
    await leave(was, SECRETARY);
    await join(is, 'clinic', SECRETARY);
    await acts.onRound('closeScoring', round, {}, acts.officer);
    await acts.onRound('publishResult', await acts.judging.rounds.see(round.id));
    const filed = [];
    for (const { id: nominationId } of put)
      filed.push(await acts.file('police-post', round, { nominationId }));
    expect(filed.map(({ isForStreetOffice }) => isForStreetOffice)).toEqual([true, true, false]);
  });

  it('is written once: nobody says otherwise later, past the services either', async () => {
    const { round, nominations: put } = await acts.judging.scoring();
    const [id, other] = [put[0]?.id ?? '', fromGlobalId('Unit', world.unit('bus-639'))];
    const open = (of: string) =>
      [
        'SELECT app.open_nominations($1, $2)',
        [
          fromGlobalId('EvaluationRound', of),
          JSON.stringify({
            [fromGlobalId('Nomination', id) ?? '']: { responsibleUnitId: other, coHostUnitIds: [] },
          }),
        ],
      ] as const;
    const write = (account: string, [sql, parameters]: readonly [string, readonly unknown[]]) => {
      const { claims } = world.as(account);
      if (!claims) throw new Error(`${account} has no post.`);
      return world.api.app.get(Tenancy).write(claims, (tx) => tx.query(sql, [...parameters]));
    };
    await write(SECRETARY, open(round.id));
    const refusal = 'The committee opens what is nominated, when scoring begins.';
    for (const [account, of] of [
      ['clinic', round.id],
      ['riverside-committee', round.id],
      [SECRETARY, roundId],
    ] as const)
      await expect(write(account, open(of))).rejects.toThrow(refusal);
    for (const change of ['responsible_unit_id = unit_id', `co_host_unit_ids = '{}'`, 'is_open = false'])
      for (const account of [SECRETARY, 'clinic'])
        await expect(write(account, [`UPDATE nomination SET ${change}`, []])).rejects.toThrow(
          /permission denied/,
        );
    expect((await acts.judging.nominations.see('clinic', id))?.responsibleUnit).toEqual({ code: 'clinic' });
  });
});

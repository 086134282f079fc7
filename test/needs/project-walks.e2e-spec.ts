import * as fc from 'fast-check';
import { ProjectActs, type ProjectStepName } from '../support/project-acts.js';
import type { NeedStepName } from '../support/need-acts.js';
import { propertyRuns } from '../support/property-runs.js';
import { startWorld, type World } from '../support/world.js';

const committee = 'southeast-committee';
const HAVERS = ['clinic', 'police-post'] as const;
const CLAIMANTS = ['food-market', 'property-management'] as const;
const MEMBER = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const membershipAct = (name: string) =>
  `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { __typename } }`;

const OF_PROJECT = [
  'beginProject',
  'fileProjectResult',
  'closeProject',
  'reopenProject',
  'stopProject',
] as const;
const OF_HAVER = ['closeNeed', 'reopenNeed', 'withdrawNeed'] as const;
const OF_COMMITTEE = ['markNeedUnmet', 'reopenNeed'] as const;
const OF_CLAIMANT = ['claim', 'giveUp', 'leave'] as const;
const which = fc.integer({ min: 0, max: 1 });
const moves = fc.oneof(
  { weight: 4, arbitrary: fc.record({ by: fc.constant('PROJECT'), act: fc.constantFrom(...OF_PROJECT) }) },
  {
    weight: 4,
    arbitrary: fc.record({ by: fc.constant('HAVER'), act: fc.constantFrom(...OF_HAVER), at: which }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ by: fc.constant('COMMITTEE'), act: fc.constantFrom(...OF_COMMITTEE), at: which }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('CLAIMANT'),
      act: fc.constantFrom(...OF_CLAIMANT),
      at: which,
      who: which,
    }),
  },
  { weight: 3, arbitrary: fc.record({ by: fc.constant('LEAVING'), act: fc.constant('suspend'), at: which }) },
);
const plays = fc.record({
  count: fc.constantFrom(1, 2, 2, 2),
  // Most that can go wrong goes wrong while a word is awaited.
  isFiled: fc.constantFrom(true, true, false),
  all: fc.array(moves, { minLength: 2, maxLength: 6 }),
  unmetFirst: fc.boolean(),
});

/** Whatever was done to it, whoever's word is awaited can be named, and saying it ends the project and its needs. */
describe('a project that anybody has moved anyhow', () => {
  let world: World;
  let acts: ProjectActs;
  let project: string;
  let needIds: string[];

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(() => world.close());

  const see = async () => {
    const seen = await acts.see(committee, project);
    if (!seen) throw new Error('The committee does not read it.');
    return seen;
  };
  const tryProject = async (name: ProjectStepName) => {
    const seen = await see();
    const isOfLead = name !== 'closeProject' && name !== 'reopenProject';
    return acts.tryAct(isOfLead ? seen.lead.code : committee, name, seen);
  };
  const tryNeed = async (account: string, name: NeedStepName, at: number) => {
    const { id, version } = await acts.need(needIds[at] ?? '');
    return acts.needs.tryStep(account, name, { id, version });
  };
  const change = async (name: 'suspendMembership' | 'resumeMembership', unit: string) => {
    const id = world.membership(unit, 'southeast');
    const { node } = await world.actingAs(committee).ask<{ node: object }>(MEMBER, { id });
    await world.actingAs(committee).tryAsk(membershipAct(name), { ...node });
  };
  const tryClaimant = async (account: string, act: string, needId: string) => {
    if (act === 'claim') return acts.claims.tryClaim(account, needId);
    const host = (await see()).hosts.find(({ unit }) => unit.code === account);
    if (act === 'leave') {
      return acts.tryAct(account, 'leaveProject', { id: host?.id ?? project, version: host?.version ?? 1 });
    }
    const [claim] = await acts.claims.list(account, {
      needId,
      unitId: world.unit(account),
      states: ['ACCEPTED'],
    });
    return claim && acts.claims.tryStep(account, 'giveUpClaim', { id: claim.id, version: claim.version });
  };
  const play = async ({
    by,
    act,
    at = 0,
    who = 0,
  }: {
    by: string;
    act: string;
    at?: number;
    who?: number;
  }) => {
    const [index, haver, claimant] = [at % needIds.length, HAVERS[at] ?? '', CLAIMANTS[who] ?? ''];
    if (by === 'PROJECT') await tryProject(act as ProjectStepName);
    else if (by === 'HAVER' && index === at) await tryNeed(haver, act as NeedStepName, at).catch(() => null);
    else if (by === 'COMMITTEE') await tryNeed(committee, act as NeedStepName, index).catch(() => null);
    else if (by === 'CLAIMANT') await tryClaimant(claimant, act, needIds[index] ?? '');
    else if (by === 'LEAVING') await change('suspendMembership', haver);
  };

  /** Who reads that his word is awaited says it. */
  const endProject = async () => {
    if (['PLANNED', 'IN_PROGRESS'].includes((await see()).state)) await tryProject('fileProjectResult');
    await closeAnswered();
    if ((await see()).state === 'ANSWERED') await tryProject('closeProject');
  };
  const closeAnswered = async () => {
    for (const [at, id] of needIds.entries()) {
      if ((await acts.need(id)).state === 'ANSWERED') await tryNeed(HAVERS[at] ?? '', 'closeNeed', at);
    }
  };
  const endNeeds = async () => {
    for (const [at, id] of needIds.entries()) {
      if ((await acts.need(id)).state === 'UNMET') await tryNeed(committee, 'reopenNeed', at);
      if ((await acts.need(id)).state === 'OPEN') await acts.claims.tryClaim('fire-squadron', id);
      const claims = await acts.claims.list(committee, { needId: id, states: ['ACCEPTED'] });
      const helper = claims[0]?.unit?.code;
      if (helper) await tryNeed(helper, 'answerNeed', at);
    }
    await closeAnswered();
  };

  it('has an act for somebody, and ends by it', async () => {
    const property = fc.asyncProperty(plays, async ({ count, isFiled, all, unmetFirst }) => {
      needIds = [];
      for (const haver of HAVERS.slice(0, count)) needIds.push((await acts.claimed(haver, ...CLAIMANTS)).id);
      project = (await acts.start('food-market', { needIds })).id;
      try {
        if (isFiled) await tryProject('fileProjectResult');
        for (const move of all) await play(move);
        if (unmetFirst) {
          for (const [at, id] of needIds.entries())
            if ((await acts.need(id)).state === 'UNMET') await tryNeed(committee, 'reopenNeed', at);
        }
        await endProject();
        expect(['CLOSED', 'STOPPED']).toContain((await see()).state);
        await endNeeds();
        for (const id of needIds) expect(['CLOSED', 'WITHDRAWN']).toContain((await acts.need(id)).state);
      } finally {
        for (const haver of HAVERS) await change('resumeMembership', haver);
      }
    });
    await fc.assert(property, propertyRuns(Number(process.env.PROJECT_RUNS ?? 8)));
    expect(world.api.failures).toEqual([]);
  });
});

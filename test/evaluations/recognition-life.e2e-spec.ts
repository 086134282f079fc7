import { fingerprint } from '../support/fingerprint.js';
import { FinalRound } from '../support/final-round.js';
import { DoingActs } from '../support/doing-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { ProjectActs, startHosted } from '../support/project-acts.js';
import { RecognitionActs } from '../support/recognition-acts.js';
import { makePng } from '../support/sample-files.js';
import { startWorld, type World } from '../support/world.js';

const READERS = ['southeast-committee', 'fire-squadron', 'clinic', 'resident-1', 'zhoupu-steward'];
const OTHERS = ['riverside-committee', 'riverside-primary', 'riverside-property'];
const LINKED = `query ($network: ID!, $project: ID!, $unit: ID!) {
  network(id: $network) { recognitions(filter: { kinds: [LETTER] }, orderBy: DAY_ASC) { totalCount edges { node { title } } } }
  project(id: $project) { recognitions { edges { node { title project { title } dish { title } unit { code } } } } }
  node(id: $unit) { ... on Unit { recognitions { edges { node { title } } } } }
}`;
const OF_DISH = `query ($id: ID!) { dish(id: $id) { recognitions { edges { node { title } } } } }`;
const LINES = `query ($id: ID!) { recognition(id: $id) { auditLines { edges { node { act actingUnit { code } changes { field after } } } } } }`;

describe('letters and banners', () => {
  let world: World;
  let acts: RecognitionActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new RecognitionActs(world);
  });
  afterAll(() => world.close());

  it('are read by the whole network and its stewards, and by nobody of another', async () => {
    const { id } = await acts.record();
    for (const account of READERS)
      expect(await acts.seen(account, id)).toMatchObject({
        kind: 'BANNER',
        title: '排涝解困 情系居民',
        unit: { code: 'fire-squadron' },
        points: 0,
        takenBackAt: null,
        chatText:
          '【锦旗】周浦消防中队\n“排涝解困 情系居民”\n事由：周日为307室、107室排水\n致谢人：3号楼居民\n日期：2026-11-23',
      });
    for (const account of OTHERS) {
      expect(await acts.seen(account, id)).toBeNull();
      expect(await acts.list(account)).toEqual([]);
    }
  });

  it('stay with a unit that takes part no more', async () => {
    const { id } = await acts.record({ unitId: world.unit('police-post') });
    await new MembershipActs(world).step('suspendMembership', 'police-post');
    expect(await acts.seen('police-post', id)).toMatchObject({ title: '排涝解困 情系居民' });
  });

  it('can be tried, which leaves nothing', async () => {
    const before = await fingerprint(world.api.database);
    const outcome = await acts.act('southeast-officer', 'recordRecognition', {
      input: acts.input(),
      tryOnly: true,
    });
    expect(outcome).toMatchObject({ __typename: 'Recognition', title: '排涝解困 情系居民' });
    expect(await fingerprint(world.api.database)).toEqual(before);
  });

  it('taken back stay on record with the reason, and say so', async () => {
    const { id, version } = await acts.record({ fromWhom: '居民13812345678' });
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    const step = { id, version, reason: '应为救援队，电13812345678' };
    expect(await acts.act('southeast-committee', 'takeBackRecognition', step)).toMatchObject({ version: 2 });
    const seen = await acts.seen('clinic', id);
    expect(seen).toMatchObject({ takenBackReason: '应为救援队，电13812345678' });
    expect(seen?.chatText).toMatch(/^【已撤销锦旗】[^]*撤销原因：应为救援队，电\*{4}5678$/);
    const filter = { unitId: world.unit('fire-squadron') };
    const [stand, gone] = [
      { ...filter, stands: true },
      { ...filter, stands: false },
    ];
    expect((await acts.list('clinic', stand)).map((one) => one.id)).not.toContain(id);
    expect((await acts.list('clinic', gone)).map((one) => one.id)).toEqual([id]);
    const again = await acts.act('southeast-committee', 'takeBackRecognition', { ...step, version: 2 });
    expect(again.message).toMatch(/^It has been taken back already: /);
    type Lines = { recognition: { auditLines: { edges: { node: { act: string } }[] } } };
    const { recognition } = await world.as('clinic').ask<Lines>(LINES, { id });
    expect(recognition.auditLines.edges.map(({ node }) => node.act)).toEqual(['TAKEN_BACK', 'CREATED']);
  });

  it('hang on the project and the dish they were given for, and on the unit', async () => {
    const projects = new ProjectActs(world);
    const project = { title: '排涝', lead: 'fire-squadron', coHosts: [] };
    const projectId = await startHosted(projects, world, project);
    const { dishId } = await new DoingActs(world).published();
    const given = {
      kind: 'LETTER',
      title: '感谢信',
      unitId: world.unit('clinic'),
      projectId,
      dishId,
    };
    await acts.record(given);
    const ids = { network: world.network('southeast'), project: projectId, unit: world.unit('clinic') };
    expect(await world.as('food-market').ask(LINKED, ids)).toEqual({
      network: { recognitions: { totalCount: 1, edges: [{ node: { title: '感谢信' } }] } },
      project: {
        recognitions: {
          edges: [
            {
              node: {
                title: '感谢信',
                project: { title: '排涝' },
                dish: { title: expect.any(String) },
                unit: { code: 'clinic' },
              },
            },
          ],
        },
      },
      node: { recognitions: { edges: [{ node: { title: '感谢信' } }] } },
    });
    expect(await world.as('food-market').ask(OF_DISH, { id: dishId })).toEqual({
      dish: { recognitions: { edges: [{ node: { title: '感谢信' } }] } },
    });
  });

  it('carry photos from the committee and from the unit on whose wall they hang, while they stand', async () => {
    const { id, version } = await acts.record();
    const attach = async (account: string, to = id): Promise<number> =>
      (await world.actingAs(account).attach(to, `${account}.png`, makePng(2, 2, account))).statusCode;
    const own = await acts.record({ unitId: world.unit('southeast-committee') });
    expect(await attach('resident-1', own.id)).toBe(403);
    expect(
      await Promise.all(
        ['fire-squadron', 'southeast-officer', 'clinic', 'resident-1'].map((account) => attach(account)),
      ),
    ).toEqual([201, 201, 403, 403]);
    expect((await acts.seen('zhoupu-steward', id))?.files).toHaveLength(2);
    expect(await attach('riverside-primary')).toBe(404);
    await acts.act('southeast-committee', 'takeBackRecognition', { id, version, reason: '登记有误' });
    expect(await attach('fire-squadron')).toBe(403);
  });

  it('carry photos, and awards none', async () => {
    await (await FinalRound.open(world)).settle({ venue: '一等奖' });
    const [award] = await acts.list('clinic', { kinds: ['AWARD'], unitId: world.unit('clinic') });
    for (const account of ['southeast-officer', 'clinic']) {
      const response = await world.actingAs(account).attach(award?.id ?? '', 'a.png', makePng(2, 2, account));
      expect([account, response.statusCode]).toEqual([account, 403]);
    }
  });

  it('are taken back once, of two at the same moment', async () => {
    const { id, version } = await acts.record();
    const step = { id, version, reason: '登记有误' };
    const both = await Promise.all(
      [1, 2].map(() => acts.act('southeast-committee', 'takeBackRecognition', step)),
    );
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Recognition', 'StaleVersion']);
  });

  it.each([
    [
      { kind: 'AWARD' },
      'input.kind: Awards are given by the final result of an evaluation: record a letter or a banner here.',
    ],
    [{ title: ' ' }, 'input.title: Say what it says.'],
    [{ title: '好'.repeat(201) }, 'input.title: It has at most 200 characters.'],
    [{ fromWhom: '' }, 'input.fromWhom: Say who thanks.'],
    [{ what: '好'.repeat(501) }, 'input.what: What for: at most 500 characters.'],
    [
      { day: '2026-11-24' },
      'input.day: It is recorded when it was given, not before: choose today or an earlier day.',
    ],
    [{ day: '2016-11-22' }, 'input.day: Recognition is recorded from 2016-11-23 on: correct the day.'],
  ])('says what is wrong with %j', async (changes, fault) => {
    const outcome = await acts.act('southeast-officer', 'recordRecognition', { input: acts.input(changes) });
    expect(outcome.message).toBe(fault);
  });

  it('may be ten years old, and so older than the membership', async () => {
    const { day } = await acts.record({ day: '2016-11-23' });
    expect(day).toBe('2016-11-23');
  });

  it('go to an active unit of that network alone', async () => {
    const input = acts.input({ unitId: world.unit('riverside-primary') });
    const outcome = await acts.act('southeast-officer', 'recordRecognition', { input });
    expect(outcome).toMatchObject({
      __typename: 'BAD_USER_INPUT',
      message: expect.stringContaining('input.unitId'),
    });
  });

  // The last: from then on the committee of another network takes part in this one.
  it('are written down by the committee that convenes, of what belongs to its own network', async () => {
    const MEMBER = 'riverside-committee';
    await new MembershipActs(world).join(MEMBER);
    const given = await acts.act(MEMBER, 'recordRecognition', { input: acts.input() });
    expect(given.__typename).toBe('NOT_FOUND');
    const project = { title: '清淤', lead: 'fire-squadron', coHosts: [] };
    const projectId = await startHosted(new ProjectActs(world), world, project);
    const { dishId } = await new DoingActs(world).published();
    const theirs = { networkId: world.network('riverside'), unitId: world.unit('riverside-primary') };
    for (const link of [{ projectId }, { dishId }]) {
      const outcome = await acts.act(MEMBER, 'recordRecognition', {
        input: acts.input({ ...theirs, ...link }),
      });
      expect(outcome.__typename).toBe('NOT_FOUND');
    }
    const plain = await acts.act(MEMBER, 'recordRecognition', { input: acts.input(theirs) });
    expect(plain.__typename).toBe('Recognition');
  });
});

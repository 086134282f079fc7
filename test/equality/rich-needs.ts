import { attachPicture } from '../support/attached.js';
import { NeedActs } from '../support/need-acts.js';
import { ProjectActs, type SeenProject } from '../support/project-acts.js';
import type { World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const UNITS = ['food-market', 'bus-639', 'savings-bank'];
const WHOLE = {
  location: '3 号楼门口',
  startsAt: '2026-12-05T00:00:00Z',
  endsAt: '2026-12-05T02:00:00.001Z',
  heads: 30,
  urgency: 'SOON',
  kinds: ['VEHICLE', 'POWER_SUPPLY'],
  facts: { seatsAtLeast: 30, maxLoadKwAtLeast: '7.50', driverIncluded: true },
  contactName: '值班',
  contactPhone: '021-55550000',
  places: 3,
};

/** Needs in every state, claims of every outcome and projects of several kinds; what may be empty is, and is not. */
export async function needAndHelp(world: World): Promise<void> {
  const acts = new ProjectActs(world);
  await postNeeds(acts, world);
  await claimNeeds(acts);
  await workTogether(acts, world);
  await new NeedActs(world.other).open('clinic', { title: '别区的需要' });
}

/** Some tie in when they were posted, and titles tell instants apart that JavaScript cannot. */
async function postNeeds({ needs }: ProjectActs, world: World): Promise<void> {
  const draft = await needs.draft('clinic', WHOLE);
  await attachPicture(world.as('clinic'), draft.id);
  const returned = await needs.step('food-market', 'proposeNeed', await needs.draft('food-market'));
  await needs.step(COMMITTEE, 'returnNeed', returned);
  await needs.step('clinic', 'proposeNeed', await needs.draft('clinic', { title: '需要一位讲师' }));
  world.clock.advance(1);
  const residents = await needs.draft(COMMITTEE, {
    source: 'RESIDENTS',
    title: '楼道照明',
    what: '灯\n坏了',
  });
  await needs.step(COMMITTEE, 'proposeNeed', residents);
  const called = await needs.draft(COMMITTEE, { ...WHOLE, source: 'TELEPHONE', urgency: 'URGENT' });
  await needs.step(COMMITTEE, 'proposeNeed', called);
  const categoryId = await needs.category('southeast', 'CHARITY');
  const unmet = await needs.open('police-post', { categoryId });
  await needs.step(COMMITTEE, 'markNeedUnmet', unmet);
  await needs.step('clinic', 'withdrawNeed', await needs.open('clinic', { title: '义诊' }));
  await needs.open('riverside-primary', { title: '校车' }, 'riverside');
}

async function claimNeeds(acts: ProjectActs): Promise<void> {
  const { needs, claims } = acts;
  const open = await needs.open('clinic', WHOLE);
  const asked = await claims.askFor(open.id, ...UNITS);
  const [market, bank] = [asked.get('food-market'), asked.get('savings-bank')];
  if (!market || !bank) throw new Error('They were not asked.');
  await claims.step('food-market', 'answerClaim', market, { accept: true });
  await claims.step('savings-bank', 'answerClaim', bank, { accept: false, reason: '没有车' });
  const given = await claims.claim('property-management', open.id);
  await claims.step('property-management', 'giveUpClaim', given);
  for (const last of ['closeNeed', 'reopenNeed'] as const) {
    const { id } = await acts.claimed('clinic', 'food-market');
    const begun = await needs.step('food-market', 'beginNeed', await acts.need(id));
    await needs.step('clinic', last, await needs.step('food-market', 'answerNeed', begun));
  }
}

/** One from needs that was closed, one that is worked on, and ideas that were taken, sent back and are not yet read. */
async function workTogether(acts: ProjectActs, world: World): Promise<void> {
  const needIds = [(await acts.claimed('clinic', 'food-market', 'bus-639')).id];
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
  const begun = await acts.act('food-market', 'beginProject', {
    ...versionOf(await acts.start('food-market', { needIds, categoryId: null, ...days })),
  });
  await work(acts, world, begun);
  await acts.act('food-market', 'fileProjectResult', {
    ...versionOf(await acts.see('food-market', begun.id)),
    ...{ heads: 60, hours: '12.50' },
  });
  // The project closes with the last of its needs.
  await acts.needs.step('clinic', 'closeNeed', await acts.need(needIds[0] ?? ''));
  const idea = await acts.start('clinic', { title: '健康角' });
  const taken = await acts.act(COMMITTEE, 'takeProject', versionOf(idea));
  await work(acts, world, taken);
  await acts.act(
    COMMITTEE,
    'returnProject',
    versionOf(await acts.start('clinic', { title: '读书会', ...days })),
  );
  await acts.start('food-market', { title: '市集' });
}

/** Steps done and late, notes that tie, and a unit that is asked to take part. */
async function work(acts: ProjectActs, world: World, { id }: SeenProject): Promise<void> {
  const lead = (await acts.see('southeast-committee', id))?.lead.code ?? '';
  for (const [dueOn, title] of [
    ['2026-11-20', '联系车队'],
    ['2026-12-20', '第一次接送'],
  ])
    await acts.act(lead, 'addProjectStep', {
      projectId: id,
      input: { dueOn, title, unitId: world.unit(lead) },
    });
  const steps = (await acts.see(lead, id))?.steps ?? [];
  if (steps[1]) await acts.act(lead, 'finishProjectStep', { ...versionOf(steps[1]), note: '顺利' });
  for (const text of ['开始了', '第二天\n下雨', '完成一半'])
    await acts.act(lead, 'noteProjectProgress', { projectId: id, text });
  const asked = { ...versionOf(await acts.see(lead, id)), unitId: world.unit('savings-bank') };
  await acts.act(lead, 'askProjectHost', asked);
}

function versionOf(thing: { id: string; version: number } | null): { id: string; version: number } {
  if (!thing) throw new Error('It cannot be read.');
  return { id: thing.id, version: thing.version };
}

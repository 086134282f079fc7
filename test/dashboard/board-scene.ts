import { fromGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { FinalRound } from '../support/final-round.js';
import { insertOf, runAsSuperuser, type Statement } from '../support/insert-row.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { MenuActs, onDay } from '../support/menu-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { CASE_CLOCK } from '../support/test-api.js';
import type { World } from '../support/world.js';

const OFFERS = ['bus-45', 'warm-home', 'playground'];

/** What is called for December. */
const NEXT = '四季度联席会议';

/** When the network began: before its first meeting. */
export const BEGINNING = '2026-06-01T09:00:00+08:00';

/** Half a year of the Southeast, as much of everything as a board shows. */
export async function settleBoard(world: World): Promise<void> {
  await holdMeetings(world);
  await world.offers(...OFFERS);
  await lend(world);
  await publishMenu(world);
  await postNeeds(world);
  const round = await FinalRound.open(world);
  await round.settle({ venue: '一等奖', parking: '二等奖', square: '鼓励奖' });
}

/** One in August, two in October, one in November; one is called for December. */
async function holdMeetings(world: World): Promise<void> {
  const meetings = new MeetingActs(world);
  for (const day of ['2026-08-12', '2026-10-14', '2026-10-28', '2026-11-11']) {
    const [startsAt, endsAt] = [`${day}T14:00:00+08:00`, `${day}T16:00:00+08:00`];
    world.clock.set(new Date(Date.parse(startsAt) - 7 * 86_400_000));
    const called = await meetings.called({ startsAt, endsAt, title: `${Number(day.slice(5, 7))}月联席会议` });
    world.clock.set(startsAt);
    const begun = await meetings.step('beginMeeting', called);
    world.clock.set(endsAt);
    await meetings.step('closeMeeting', begun);
  }
  world.clock.set(CASE_CLOCK);
  await meetings.called({ title: NEXT, location: '新周浦人之家' });
}

/** What is called for December gets another title. */
export async function renameNext(world: World, title: string): Promise<void> {
  const found = `{ meetings(filter: { states: [CALLED] }) { edges { node { id version } } } }`;
  type Found = { meetings: { edges: { node: SeenMeeting }[] } };
  const { meetings } = await world.actingAs('southeast-committee').ask<Found>(found);
  for (const { node } of meetings.edges)
    await new MeetingActs(world).step('updateMeeting', node, { input: { title } });
}

/** Figures as the worker would have added them up. */
async function lend(world: World): Promise<void> {
  const { claims } = world.as('southeast-committee', { role: 'SECRETARY' });
  const network_id = fromGlobalId('Network', world.network('southeast'));
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
  const rows = ['bus-639', 'clinic', 'secondary-school'].flatMap((unit, at) =>
    months.map((month, number) => {
      const [uses, minutes] = [2 + ((number * (at + 2)) % 5), 60 * (3 + number * 2 + at)];
      return insertOf('lending_month', {
        region_id: claims?.regionId,
        id: randomUUID(),
        network_id,
        unit_id: fromGlobalId('Unit', world.unit(unit)),
        month: `${month}-01`,
        requests: uses + 1,
        answers: uses,
        median_answer_minutes: '90',
        answer_minutes: 90 * uses,
        declines: '[]',
        no_shows: 0,
        uses,
        used_minutes: minutes,
        utilised_minutes: minutes,
        open_minutes: 3000 + 600 * at,
      });
    }),
  );
  const hours = ['bus-639', 'clinic', 'secondary-school'].flatMap((unit, at) =>
    months.map((month, number) =>
      insertOf('contribution_total', {
        region_id: claims?.regionId,
        id: randomUUID(),
        network_id,
        unit_id: fromGlobalId('Unit', world.unit(unit)),
        month: `${month}-01`,
        measure: 'HOURS',
        sixtieths: 60 * (3 + number * 2 + at),
      }),
    ),
  );
  const absent = ['fire-squadron', 'food-market'].map((unit) => fromGlobalId('Unit', world.unit(unit)));
  const came: Statement = [
    'UPDATE attendance_month SET attended = called WHERE NOT unit_id = ANY ($1)',
    [absent],
  ];
  await runAsSuperuser(world.api.database.superuserUrl, [...rows, ...hours, came]);
}

async function publishMenu(world: World): Promise<void> {
  const menus = new MenuActs(world);
  const dish = (title: string, day: number, kind: string, quota: number): object => ({
    title,
    kind,
    quota,
    dates: [onDay(day)],
    signUpDeadline: `2026-12-${String(day - 1).padStart(2, '0')}T18:00:00+08:00`,
  });
  const lecture = await menus.taken('clinic', dish('冬季慢病讲座', 8, 'LECTURE', 40));
  const walk = await menus.taken('secondary-school', dish('校园晨练开放', 12, 'CULTURE_AND_SPORT', 60));
  await menus.taken('food-market', dish('年货早市', 19, 'LECTURE', 80));
  await menus.published();
  const signUps = new SignUpActs(world, menus);
  await signUps.sign('food-market', lecture, 12);
  await signUps.sign('bus-639', lecture, 9);
  await signUps.sign('clinic', walk, 26);
}

async function postNeeds(world: World): Promise<void> {
  const needs = new NeedActs(world);
  await needs.open('clinic', { title: '医保终端要一间房' });
  await needs.open('food-market', { title: '市场周边停车' });
  const claimed = await needs.open('secondary-school', { title: '放学时段护学' });
  await needs.claim('bus-639', claimed.id);
}

import { findGlobalId, fromGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { queryAsSuperuser } from '../support/cluster.js';
import { DoingActs } from '../support/doing-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { onDay } from '../support/menu-acts.js';
import { NominationActs, type SeenFact } from '../support/nomination-acts.js';
import { startWorld, type World } from '../support/world.js';

const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { __typename ... on Booking { id version } } }`;
const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id version } } ... on Refusal { message } } }`;
const RETURN = `mutation ($id: ID!, $version: Int!, $returnedAt: DateTime!) {
  noteReturn(id: $id, version: $version, returnedAt: $returnedAt) { __typename ... on Booking { id version } ... on Refusal { message } } }`;
const MEETING = `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { __typename ... on Refusal { message } } }`;

/** Every figure once more, from the rows alone: of a project, and of a unit in its year. */
const ofProject = (id: string): string => `
  WITH booked AS (
    SELECT booking_id FROM project_booking WHERE project_id = '${id}'
    UNION SELECT b.booking_id FROM dish_booking b, dish d
      WHERE d.id = b.dish_id AND d.project_id = '${id}' AND d.published_at IS NOT NULL),
  lent AS (SELECT c.measure, c.booking_id, sum(c.sixtieths) AS sum FROM contribution c, booked b
    WHERE c.booking_id = b.booking_id GROUP BY 1, 2)
  SELECT 'LENT ' || measure AS kind, sum(sum)::text AS sixtieths, count(*)::int AS over FROM lent WHERE sum <> 0 GROUP BY measure
  UNION ALL SELECT 'RESULT_HEADS', (60 * result_heads)::text, NULL FROM project WHERE id = '${id}' AND result_heads IS NOT NULL
  UNION ALL SELECT 'SERVED_HEADS', (60 * sum(o.heads))::text, count(*)::int FROM dish_outcome o, dish d
    WHERE d.id = o.dish_id AND d.project_id = '${id}' HAVING count(*) > 0
  UNION ALL SELECT 'CHECKED_IN_HEADS', (60 * sum(c.heads))::text, count(DISTINCT d.id)::int FROM dish_check_in c, dish d
    WHERE d.id = c.dish_id AND d.project_id = '${id}' HAVING count(*) > 0
  UNION ALL SELECT 'REVIEW_MARKS', (60 * sum(r.mark))::text, count(*)::int FROM dish_review r, dish d
    WHERE d.id = r.dish_id AND d.project_id = '${id}' HAVING count(*) > 0
  UNION ALL SELECT 'STEPS_KEPT', (60 * count(*) FILTER (WHERE (done_at + interval '8 hours')::date <= due_on))::text,
    count(*)::int FROM project_step WHERE project_id = '${id}' HAVING count(*) > 0`;
const ofUnit = (id: string, network: string, now: string): string => `
  WITH lent AS (SELECT measure, booking_id, sum(sixtieths) AS sum FROM contribution WHERE unit_id = '${id}'
    AND network_id = '${network}' AND used_at >= '2026-01-01T00:00+08' AND used_at < '2027-01-01T00:00+08' GROUP BY 1, 2)
  SELECT 'LENT ' || measure AS kind, sum(sum)::text AS sixtieths, count(*)::int AS over FROM lent WHERE sum <> 0 GROUP BY measure
  UNION ALL SELECT 'MEETINGS_ATTENDED', (60 * count(DISTINCT e.meeting_id))::text, count(DISTINCT m.id)::int
    FROM meeting m JOIN meeting_answer a ON a.meeting_id = m.id AND a.unit_id = '${id}'
    LEFT JOIN attendance_entry e ON e.meeting_id = m.id AND e.unit_id = a.unit_id AND e.act = 'ARRIVED' AND e.struck_at IS NULL
    WHERE m.network_id = '${network}' AND m.kind <> 'WORKING' AND m.begun_at IS NOT NULL HAVING count(*) > 0
  UNION ALL SELECT 'DISHES_LED', (60 * count(*))::text, NULL FROM dish d
    WHERE d.lead_unit_id = '${id}' AND d.network_id = '${network}' AND d.published_at IS NOT NULL AND d.kind <> 'SERVICE_DAY'
      AND EXISTS (SELECT FROM dish_date t WHERE t.dish_id = d.id AND t.cancelled_at IS NULL AND t.ends_at <= '${now}')
  UNION ALL SELECT 'NEEDS_ANSWERED', (60 * count(*) FILTER (WHERE state = 'DONE'))::text, count(*)::int FROM claim
    WHERE unit_id = '${id}' AND network_id = '${network}' AND accepted_at IS NOT NULL HAVING count(*) > 0`;

interface PlainFact {
  readonly kind: string;
  readonly sixtieths: string;
  readonly over: number | null;
}

describe('what the platform knows of what is nominated', () => {
  let world: World;
  let acts: NominationActs;
  let doing: DoingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NominationActs(world);
    doing = new DoingActs(world);
  });
  afterAll(() => world.close());

  const plain = (facts: readonly SeenFact[]): PlainFact[] =>
    facts
      .map(({ kind, measure, sixtieths, countedOver }) => ({
        kind: measure ? `${kind} ${measure}` : kind,
        sixtieths,
        over: countedOver,
      }))
      .toSorted(byKind);
  const byKind = (one: PlainFact, other: PlainFact): number => (one.kind < other.kind ? -1 : 1);
  const recompute = async (sql: string): Promise<PlainFact[]> =>
    (await queryAsSuperuser<PlainFact>(sql, world.api.database.name)).toSorted(byKind);
  /** How many rows a post writes past all services, by its own rights. */
  const run = async (account: string, sql: string, id: string): Promise<number> => {
    const { claims } = world.actingAs(account);
    if (!claims) throw new Error('An account acts through a post.');
    const counting = `WITH done AS (${sql} RETURNING id) SELECT count(*)::int AS rows FROM done`;
    const values = [fromGlobalId('Nomination', id)];
    const tenancy = world.api.app.get(Tenancy);
    return (await tenancy.write(claims, (tx) => tx.query<{ rows: number }>(counting, values)))[0]?.rows ?? 0;
  };
  const raw = (id: string): string => findGlobalId(['Project', 'Unit', 'Network'], id)?.id ?? '';

  /** The bus drove for the clinic last Saturday, from that hour on for so many minutes. */
  const drive = async (bus: string, hour: number, minutes: number): Promise<string> => {
    const startsAt = new Date(Date.UTC(2026, 10, 21, hour - 8));
    const input = {
      offerId: bus,
      networkId: world.network('southeast'),
      requesterId: world.unit('clinic'),
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      purpose: '接送老人体检',
      heads: 31,
    };
    type Recorded = { recordBooking: { id: string } };
    return (await world.as('bus-639').ask<Recorded>(RECORD, { input })).recordBooking.id;
  };
  const link = (projectId: string, bookingId: string) =>
    acts.projects.act('clinic', 'linkBookingToProject', { projectId, bookingId });

  /** An activity of the project in the lounge of the bus fleet, checked in at, reviewed and reported. */
  async function holdDish(projectId: string): Promise<void> {
    const now = world.clock.now();
    const { id: dishId, dates } = await doing.menus.taken('clinic', { projectId, dates: [onDay(16)] });
    const input = { dishId, items: [{ offerId: await world.offer('bus-lounge'), ...onDay(16) }] };
    type Booked = { bookForDish: { bookings: { id: string; version: number }[] } };
    const { bookForDish } = await world.as('clinic').ask<Booked>(BOOK, { input });
    await doing.menus.published();
    doing.setClock(16, '11:00');
    const [booking] = bookForDish.bookings;
    const returned = await world.as('bus-639').ask(RETURN, { ...booking, returnedAt: onDay(16).endsAt });
    expect(returned).toMatchObject({ noteReturn: { __typename: 'Booking' } });
    await doing.note('clinic', dates[0]?.id ?? '', 12, 'food-market');
    await doing.note('clinic', dates[0]?.id ?? '', 5);
    for (const [account, mark] of [
      ['food-market', 4],
      ['resident-1', 5],
    ] as const)
      await doing.act(account, 'reviewDish', { dishId, input: { mark } });
    await doing.act('clinic', 'fileDishOutcome', { dishId, input: { heads: 20, hours: '6', what: '义诊' } });
    world.clock.set(now);
  }

  it('of a project: what was lent for it and its activities, what came of them, and which steps were kept', async () => {
    const projectId = await acts.project();
    const bus = await world.offer('bus-45');
    await link(projectId, await drive(bus, 5, 104));
    await link(projectId, await drive(bus, 8, 20));
    await holdDish(projectId);
    for (const [title, dueOn] of [
      ['路线', '2026-11-22'],
      ['名单', '2026-11-23'],
      ['总结', '2026-12-31'],
    ]) {
      const unitId = world.unit('clinic');
      const { steps } = await acts.projects.act('clinic', 'addProjectStep', {
        projectId,
        input: { unitId, title, dueOn },
      });
      const step = steps.find((one) => one.title === title);
      if (title !== '总结') await acts.projects.act('clinic', 'finishProjectStep', { ...step });
    }
    const roundId = await acts.nominating();
    const submitted = await acts.submitted('clinic', roundId, { projectId });
    expect(plain(submitted.facts)).toEqual(await recompute(ofProject(raw(projectId))));
    expect(submitted.facts).toEqual([
      // 31 came twice by bus, and one was in the lounge of whom nobody counted the heads.
      { kind: 'LENT', measure: 'HEAD_HOURS', amount: '64.07', sixtieths: '3844', countedOver: 2 },
      { kind: 'LENT', measure: 'HOURS', amount: '4.07', sixtieths: '244', countedOver: 3 },
      { kind: 'SERVED_HEADS', measure: null, amount: '20', sixtieths: '1200', countedOver: 1 },
      { kind: 'CHECKED_IN_HEADS', measure: null, amount: '17', sixtieths: '1020', countedOver: 1 },
      { kind: 'REVIEW_MARKS', measure: null, amount: '9', sixtieths: '540', countedOver: 2 },
      { kind: 'STEPS_KEPT', measure: null, amount: '1', sixtieths: '60', countedOver: 3 },
    ]);
  });

  it('is frozen with what was submitted, and worked out anew when that is returned and submitted again', async () => {
    const projectId = await acts.project();
    const roundId = await acts.nominating();
    const submitted = await acts.submitted('clinic', roundId, { projectId });
    expect(submitted.facts).toEqual([]);
    const bus = await world.offer('bus-45');
    await link(projectId, await drive(bus, 11, 30));
    expect((await acts.see('clinic', submitted.id))?.facts).toEqual([]);
    const returned = await acts.act('southeast-officer', 'returnNomination', submitted);
    const again = await acts.act('clinic', 'submitNomination', returned);
    expect(again.facts).toMatchObject([{ measure: 'HEAD_HOURS' }, { measure: 'HOURS', amount: '0.5' }]);
    await acts.score(roundId);
    await link(projectId, await drive(bus, 13, 60));
    for (const account of ['clinic', 'southeast-officer', 'food-market'])
      expect((await acts.see(account, submitted.id))?.facts).toEqual(again.facts);
    const frozen = [
      `DELETE FROM nomination_fact WHERE nomination_id = $1`,
      `UPDATE nomination_fact SET is_published = is_published WHERE nomination_id = $1 AND NOT is_open`,
    ];
    for (const sql of frozen)
      expect([sql, await run('southeast-committee', sql, again.id)]).toEqual([sql, 0]);
    const raised = `UPDATE nomination_fact SET sixtieths = 0 WHERE nomination_id = $1`;
    await expect(run('southeast-committee', raised, again.id)).rejects.toThrow('permission denied');
    const said = `UPDATE nomination SET statement = '改写' WHERE id = $1`;
    expect(await run('clinic', said, again.id)).toBe(0);
  });

  it('of a unit: what it lent, where it came, what it led and which needs it saw to, within the period', async () => {
    const roundId = await acts.nominating({ subjectKind: 'UNIT' });
    const subjectUnitId = world.unit('bus-639');
    const meetings = new MeetingActs(world);
    for (const [day, code] of [
      ['2026-11-18', 'bus-639'],
      ['2026-11-19', 'clinic'],
    ] as const) {
      const input = meetings.input({
        startsAt: `${day}T14:00:00+08:00`,
        endsAt: `${day}T15:00:00+08:00`,
        attendance: [{ unitId: world.unit(code), names: [] }],
      });
      const recorded = await world.as('southeast-committee').ask(MEETING, { input });
      expect(recorded).toEqual({ recordMeeting: { __typename: 'Meeting' } });
    }
    const submitted = await acts.submitted('bus-639', roundId, { subjectUnitId });
    const now = world.clock.now().toISOString();
    const plainly = await recompute(ofUnit(raw(subjectUnitId), raw(world.network('southeast')), now));
    expect(plain(submitted.facts)).toEqual(plainly);
    expect(submitted.facts).toMatchObject([
      { kind: 'LENT', measure: 'HEAD_HOURS' },
      { kind: 'LENT', measure: 'HOURS' },
      { kind: 'MEETINGS_ATTENDED', amount: '1', countedOver: 2 },
      { kind: 'DISHES_LED', amount: '0', countedOver: null },
      { kind: 'NEEDS_ANSWERED', amount: '0', countedOver: 2 },
    ]);
  });

  it('knows nothing of a building group', async () => {
    const roundId = await acts.nominating({ subjectKind: 'BUILDING_GROUP' });
    const { facts, title } = await acts.submitted('clinic', roundId, { subjectLabel: ' 三号楼 ' });
    expect([title, facts]).toEqual(['三号楼', []]);
  });
});

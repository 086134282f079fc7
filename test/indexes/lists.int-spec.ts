import { loadDayCalendar } from '#calendar';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryLog } from '../isolation/query-log/query-log.js';
import { FullSelection } from '../isolation/schema-walk/selection.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { castActors, OTHER_REGION, REGION, type Actor } from './actors.js';
import { fillDistrict } from './district/fill-district.js';
import { Examiner } from './examiner.js';
import { listFields } from './lists.js';
import { Trial, type Bench } from './trial.js';

const SCHEMA = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'));
const select = new FullSelection(SCHEMA);
const LISTS = listFields(SCHEMA).map((list) => ({ name: `${list.of.name}.${list.field.name}`, list }));

/** A table of which one block more or less is read no longer counts. */
const LARGE = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples > 1000`;

/** A second region stands beside it, that nobody asks. */
describe('In a district of 200 networks', () => {
  let api: TestApi;
  let bench: Bench;
  let actors: Actor[];

  beforeAll(async () => {
    api = await startTestApi();
    const { superuserUrl, appUrl, name } = api.database;
    await fillDistrict(superuserUrl, REGION, 200, api.clock.now());
    await fillDistrict(superuserUrl, OTHER_REGION, 20, api.clock.now());
    await queryAsSuperuser('VACUUM ANALYZE', name);
    const tables = await queryAsSuperuser<{ name: string }>(LARGE, name);
    bench = {
      log: new QueryLog(api.dataSource),
      examiner: await Examiner.connect(appUrl, api.clock.now()),
      large: new Set(tables.map((table) => table.name)),
    };
    // Read once in the life of a process.
    await loadDayCalendar((text) => api.dataSource.query(text));
    actors = castActors(api.app);
  }, 300_000);
  afterAll(async () => {
    await bench.examiner.close();
    await api.close();
  });

  it('the tables that grow are large', () => {
    expect([...bench.large]).toEqual(
      expect.arrayContaining([
        'action',
        'action_note',
        'agenda_item',
        'attendance_entry',
        'audit_line',
        'booking',
        'booking_series',
        'claim',
        'dish',
        'dish_booking',
        'dish_date',
        'dish_host',
        'dish_order',
        'dish_order_contact',
        'dish_order_request',
        'dish_places',
        'date_poll',
        'date_poll_answer',
        'date_poll_span',
        'evaluation_account',
        'evaluation_award',
        'evaluation_criterion',
        'evaluation_judge',
        'evaluation_objection',
        'evaluation_panel',
        'evaluation_result',
        'evaluation_round',
        'evaluation_rules',
        'evaluation_standing',
        'nomination',
        'nomination_fact',
        'file',
        'judge_assignment',
        'judge_conflict',
        'judging_roll',
        'score_sheet',
        'meeting',
        'meeting_answer',
        'meeting_call',
        'meeting_move',
        'minutes',
        'minutes_confirmation',
        'minutes_version',
        'membership',
        'menu',
        'menu_notice',
        'menu_version',
        'motion',
        'need',
        'objection',
        'objection_note',
        'offer',
        'post',
        'project',
        'recognition',
        'access_token',
        'session',
        'sign_up',
        'unit',
        'vote',
        'webhook',
        'webhook_delivery',
      ]),
    );
  });

  it.each(LISTS)('$name is read by an index, and little more of it than is answered', async ({ list }) => {
    const trials = actors.map((actor) => new Trial(bench, actor));
    for (const trial of trials) await trial.tryList(list);
    expect(trials.flatMap(({ offences }) => offences)).toEqual([]);
  });

  it('figures of a year are read by indexes, and little more than what happened in it', async () => {
    const trials = actors.map((actor) => new Trial(bench, actor));
    for (const trial of trials) await trial.tryFigures();
    expect(trials.flatMap(({ offences }) => offences)).toEqual([]);
  });

  it.each([
    'Action',
    'AgendaItem',
    'Booking',
    'BookingSeries',
    'DatePoll',
    'DatePollSpan',
    'Meeting',
    'MeetingSeries',
    'Minutes',
    'Claim',
    'Dish',
    'DishOrder',
    'EvaluationObjection',
    'EvaluationRound',
    'JudgeAssignment',
    'JudgingRoll',
    'Nomination',
    'Menu',
    'MenuNotice',
    'SignUp',
    'Membership',
    'Motion',
    'Need',
    'NeedCategory',
    'Network',
    'Objection',
    'Offer',
    'Post',
    'Project',
    'Unit',
    'Webhook',
  ] as const)('a %s is read by an index, with all that hangs on it', async (type) => {
    const document = `query ($id: ID!) { parent: node(id: $id) { ... on ${type} ${select.of(type, 2)} } }`;
    const trials = actors.map((actor) => new Trial(bench, actor));
    const found: boolean[] = [];
    for (const trial of trials) found.push(await trial.tryThing(type, document));
    expect(trials.flatMap(({ offences }) => offences)).toEqual([]);
    expect(found).toContain(true);
  });
});

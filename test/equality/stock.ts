import { toGlobalId } from '#graphql';
import { queryAsSuperuser } from '../support/cluster.js';
import type { IdStock } from './asks/values.js';
import type { World } from '../support/world.js';

/** Things of one kind share their ids. */
const OFFER_KINDS: Readonly<Record<string, string>> = {
  Equipment: 'EQUIPMENT',
  Expertise: 'EXPERTISE',
  PowerSupply: 'POWER_SUPPLY',
  Vehicle: 'VEHICLE',
  Venue: 'VENUE',
};

/** Rows of each type, the most told of first, and in the same order in every run; kinds of offers for themselves. */
const THINGS: Readonly<Record<string, string>> = {
  Area: 'area ORDER BY code, name',
  Booking: `booking ORDER BY ${linesOf('booking')}, starts_at, purpose, offer_title`,
  BookingSeries: `booking_series ORDER BY ${linesOf('booking_series')}, starts_at, purpose, offer_title`,
  Claim: `claim ORDER BY ${linesOf('claim')}, way, state, updated_at`,
  // Those with most beneath them first, so that there is a list to page through.
  Dish: `dish ORDER BY (SELECT -count(*) FROM recognition WHERE dish_id = dish.id), ${linesOf('dish')}, title, state, starts_at`,
  DishDate: 'dish_date ORDER BY starts_at, is_published, cancelled_at',
  DishOutcome: `dish_outcome ORDER BY ${linesOf('dish_outcome')}, heads, hours, what`,
  DishHost: 'dish_host ORDER BY state, is_lead, asked_at',
  DishOrder: `dish_order ORDER BY ${linesOf('dish_order')}, title, state, placed_at`,
  DishOrderRequest: 'dish_order_request ORDER BY state, way, round, asked_at',
  EvaluationObjection:
    'evaluation_objection ORDER BY state, filed_at, is_for_street_office, on_behalf, unit_id IS NULL',
  EvaluationResult:
    'evaluation_result ORDER BY state, number, computed_at, (SELECT count(*) FROM evaluation_standing s WHERE s.result_id = evaluation_result.id)',
  EvaluationStanding:
    'evaluation_standing ORDER BY is_published, place, rank, points, (SELECT title FROM nomination WHERE nomination.id = nomination_id)',
  EvaluationRound: `evaluation_round ORDER BY (SELECT -count(*) FROM evaluation_objection o WHERE o.round_id = evaluation_round.id), ${linesOf('evaluation_round')}, name, period_from, state`,
  EvaluationJudge: 'evaluation_judge ORDER BY round_id IS NULL, panel_kind, person_name, excused_at',
  JudgeAssignment: `judge_assignment ORDER BY ${linesOf('judge_assignment')}, panel_kind, state, judge_name, (SELECT title FROM nomination WHERE nomination.id = nomination_id)`,
  JudgeConflict: `judge_conflict ORDER BY ${linesOf('judge_conflict')}, person_name, declared_at`,
  JudgingRoll: `judging_roll ORDER BY (SELECT -count(*) FROM judge_conflict c WHERE c.round_id = judging_roll.id), ${linesOf('judging_roll')}, settled_at, version`,
  ScoreSheet: `score_sheet ORDER BY ${linesOf('score_sheet')}, scores, version`,
  Nomination: `nomination ORDER BY (SELECT -count(*) FROM recognition WHERE nomination_id = nomination.id), ${linesOf('nomination')}, title, state, drafted_at`,
  File: 'file ORDER BY attached_at, name',
  Membership: `membership ORDER BY ${linesOf('membership')}, unit_code, state`,
  Menu: `menu ORDER BY ${linesOf('menu')}, month, state`,
  MenuNotice: 'menu_notice ORDER BY kind, title, (SELECT code FROM unit WHERE unit.id = unit_id), told_at',
  SignUp:
    'sign_up ORDER BY state, heads, line_number, (SELECT code FROM unit WHERE unit.id = unit_id), signed_at',
  Action: `action ORDER BY ${linesOf('action')}, what, state, created_at`,
  AgendaItem: `agenda_item ORDER BY ${linesOf('agenda_item')}, title, state, proposed_at`,
  DatePoll: `date_poll ORDER BY ${linesOf('date_poll')}, title, state, opened_at`,
  DatePollSpan:
    'date_poll_span ORDER BY starts_at, yes_count, (SELECT title FROM date_poll WHERE date_poll.id = poll_id)',
  Meeting: `meeting ORDER BY ${linesOf('meeting')}, title, state, starts_at`,
  Minutes: `minutes ORDER BY ${linesOf('minutes')}, state, edited_at`,
  MeetingSeries: `meeting_series ORDER BY ${linesOf('meeting_series')}, title`,
  // Those with most objections first, so that there is a list of them to page through.
  Motion: `motion ORDER BY (SELECT -count(*) FROM objection WHERE motion_id = motion.id), ${linesOf('motion')}, text, state, drafted_at`,
  Objection: `objection ORDER BY ${linesOf('objection')}, number, state`,
  Need: `need ORDER BY ${linesOf('need')}, title, state, posted_at`,
  NeedCategory: `need_category ORDER BY ${linesOf('need_category')}, (SELECT code FROM network WHERE network.id = network_id), place`,
  Network: `network ORDER BY (SELECT count(*) FROM membership WHERE network_id = network.id) DESC, code`,
  Offer: `offer ORDER BY ${linesOf('offer')}, title, state, created_at`,
  OfferClosure: 'offer_closure ORDER BY starts_at, reason',
  Post: `post ORDER BY ${linesOf('post')}, person_name, role, since`,
  Project: `project ORDER BY (SELECT -count(*) FROM recognition WHERE project_id = project.id) - (SELECT count(*) FROM nomination WHERE project_id = project.id) - (SELECT count(*) FROM project_booking WHERE project_id = project.id), ${linesOf('project')}, title, state, posted_at`,
  Recognition: `recognition ORDER BY ${linesOf('recognition')}, kind, title, day`,
  AccessToken: 'access_token ORDER BY created_at, name',
  Webhook: 'webhook ORDER BY created_at, name',
  WebhookDelivery:
    'webhook_delivery ORDER BY written_at, (SELECT name FROM webhook WHERE webhook.id = webhook_id), event',
  Session: 'session ORDER BY started_at, device',
  Unit: `unit ORDER BY ${linesOf('unit')}, code, name`,
  ...Object.fromEntries(
    Object.entries(OFFER_KINDS).map(([type, kind]) => [
      type,
      `offer WHERE kind = '${kind}' ORDER BY ${linesOf('offer')}, title, state, created_at`,
    ]),
  ),
};

function linesOf(table: string): string {
  return `(SELECT count(*) FROM audit_line line WHERE line.thing_id = ${table}.id) DESC`;
}

const NO_IDS = ['', 'AAAA', toGlobalId('Offer', '01234567-89ab-4cde-8f01-23456789abcd')];

/** The ids of both regions, whoever may see them, by type. */
export async function listIds(world: World): Promise<ReadonlyMap<string, readonly string[]>> {
  const byType = new Map<string, string[]>();
  for (const [type, rows] of Object.entries(THINGS)) {
    const found = await queryAsSuperuser<{ id: string }>(`SELECT id FROM ${rows}`, world.api.database.name);
    byType.set(
      type,
      found.map(({ id }) => toGlobalId(type in OFFER_KINDS ? 'Offer' : type, id)),
    );
  }
  return byType;
}

/** What an argument of this name asks for: things of its type, or else anything, and what is no id at all. */
export function idsFor(name: string, byType: ReadonlyMap<string, readonly string[]>): IdStock {
  const others = [...byType.values()].flatMap((ids) => [...ids.slice(0, 6), ...ids.slice(-6)]);
  const wanted = name === 'of' ? 'network' : name.replace(/Id$/, '').toLowerCase();
  const own = [...byType].find(([type]) => type.toLowerCase() === wanted)?.[1] ?? others;
  return { own, others: [...others, ...NO_IDS] };
}

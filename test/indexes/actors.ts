import { toGlobalId } from '#graphql';
import type { Claims, Role } from '#tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { TestClient } from '../support/test-client.js';

export const REGION = '31011500-0000-4000-8000-000000000000';
export const OTHER_REGION = '31011200-0000-4000-8000-000000000000';

/** What an actor has one of. */
export type ThingType =
  | 'Action'
  | 'AgendaItem'
  | 'Dish'
  | 'DishOrder'
  | 'DishOutcome'
  | 'EvaluationObjection'
  | 'EvaluationResult'
  | 'EvaluationRound'
  | 'Recognition'
  | 'JudgeAssignment'
  | 'JudgeConflict'
  | 'JudgingRoll'
  | 'Nomination'
  | 'ScoreSheet'
  | 'Menu'
  | 'MenuNotice'
  | 'SignUp'
  | 'DatePoll'
  | 'DatePollSpan'
  | 'Network'
  | 'Unit'
  | 'Offer'
  | 'Booking'
  | 'BookingSeries'
  | 'Meeting'
  | 'MeetingSeries'
  | 'Objection'
  | 'Claim'
  | 'Minutes'
  | 'Membership'
  | 'Motion'
  | 'Need'
  | 'NeedCategory'
  | 'Post'
  | 'Project'
  | 'Webhook';

/** Somebody who asks, and what he would ask for. */
export interface Actor {
  readonly name: string;
  readonly client: TestClient;
  readonly claims: Claims;
  readonly isSteward: boolean;
  readonly ids: Readonly<Record<ThingType, string>>;
}

/** Named as the statements of the district name them. */
interface Cast {
  readonly role: Role;
  /** What stands behind the post, e.g. `unit-1-1 1`. */
  readonly holder: string;
  /** Where the things are that are asked for. */
  readonly network: number;
  readonly unit: string;
  readonly seat: number;
  readonly offer: string;
}

const CAST: Readonly<Record<string, Cast>> = {
  'a liaison': {
    role: 'LIAISON',
    holder: 'unit-1-1 1',
    network: 1,
    unit: 'unit-1-1',
    seat: 1,
    offer: 'unit-1-1 1',
  },
  'a deputy of a unit in five networks': {
    role: 'DEPUTY',
    holder: 'shared-1-12 2',
    network: 7,
    unit: 'shared-1-12',
    seat: 12,
    offer: 'shared-1-12 1',
  },
  'a secretary': {
    role: 'SECRETARY',
    holder: 'committee-28 1',
    network: 28,
    unit: 'committee-28',
    seat: 0,
    offer: 'unit-28-1 1',
  },
  'a steward of 25 networks': {
    role: 'STEWARD',
    holder: 'steward 0',
    network: 3,
    unit: 'unit-3-2',
    seat: 2,
    offer: 'unit-3-2 2',
  },
};

/** Every kind of actor, from one who knows a single network to one who oversees a street. */
export function castActors(app: NestFastifyApplication): Actor[] {
  return Object.entries(CAST).map(([name, { role, holder, network, unit, seat, offer }]) => {
    const signUpOf = (at: number): string => keyOf(`sign-up ${keyOf(`dish ${network} 3 1`)}${at}`);
    const [postId, personId] = [keyOf(`post ${holder}`), keyOf(`person ${holder}`)];
    const claims = { regionId: REGION, postId, personId, role, sessionId: null };
    const ids = {
      Network: toGlobalId('Network', keyOf(`network ${network}`)),
      MeetingSeries: toGlobalId('MeetingSeries', keyOf(`round ${network}`)),
      Action: toGlobalId('Action', keyOf(`action ${network} 1 1`)),
      Objection: toGlobalId('Objection', keyOf(`objection ${network} 1 1`)),
      AgendaItem: toGlobalId('AgendaItem', keyOf(`item ${network} 3 1`)),
      DatePoll: toGlobalId('DatePoll', keyOf(`poll ${network} 3`)),
      DatePollSpan: toGlobalId('DatePollSpan', keyOf(`poll ${network} 3 span 1`)),
      Meeting: toGlobalId('Meeting', keyOf(`meeting ${network} 3`)),
      Dish: toGlobalId('Dish', keyOf(`dish ${network} 3 1`)),
      DishOutcome: toGlobalId('DishOutcome', keyOf(`outcome ${keyOf(`dish ${network} 3 1`)}`)),
      DishOrder: toGlobalId('DishOrder', keyOf(`order ${network} 3 1`)),
      EvaluationObjection: toGlobalId('EvaluationObjection', keyOf(`contest ${network} 5 3`)),
      EvaluationResult: toGlobalId('EvaluationResult', keyOf(`result ${keyOf(`evaluation ${network} 3`)} 2`)),
      EvaluationRound: toGlobalId('EvaluationRound', keyOf(`evaluation ${network} 3`)),
      Recognition: toGlobalId('Recognition', keyOf(`thanks ${network} ${seat} 1`)),
      JudgeAssignment: toGlobalId(
        'JudgeAssignment',
        keyOf(`assignment ${keyOf(`nomination ${network} 4 3`)} 1`),
      ),
      JudgeConflict: toGlobalId('JudgeConflict', keyOf(`conflict ${keyOf(`nomination ${network} 4 3`)}`)),
      ScoreSheet: toGlobalId('ScoreSheet', keyOf(`assignment ${keyOf(`nomination ${network} 4 3`)} 1`)),
      JudgingRoll: toGlobalId('JudgingRoll', keyOf(`evaluation ${network} 3`)),
      Nomination: toGlobalId('Nomination', keyOf(`nomination ${network} 4 3`)),
      MenuNotice: toGlobalId('MenuNotice', keyOf(`notice ${signUpOf(4)}`)),
      SignUp: toGlobalId('SignUp', signUpOf(1)),
      Menu: toGlobalId('Menu', keyOf(`menu ${network} 3`)),
      Minutes: toGlobalId('Minutes', keyOf(`minutes ${network} 3`)),
      Unit: toGlobalId('Unit', keyOf(unit)),
      Offer: toGlobalId('Offer', keyOf(`offer of ${offer}`)),
      Booking: toGlobalId('Booking', keyOf(`booking ${network} 3`)),
      BookingSeries: toGlobalId('BookingSeries', keyOf(`series ${network} 3`)),
      Motion: toGlobalId('Motion', keyOf(`motion ${network} 3 1`)),
      Membership: toGlobalId('Membership', keyOf(`seat ${network} ${seat}`)),
      Claim: toGlobalId('Claim', keyOf(`claim ${network} 3 1`)),
      Need: toGlobalId('Need', keyOf(`need ${network} 3`)),
      NeedCategory: toGlobalId('NeedCategory', keyOf(`category ${network} 1`)),
      Project: toGlobalId('Project', keyOf(`project ${network} 3`)),
      Post: toGlobalId('Post', keyOf(`post ${unit} 1`)),
      Webhook: toGlobalId('Webhook', keyOf(`webhook ${network} 1`)),
    };
    return { name, claims, isSteward: role === 'STEWARD', ids, client: new TestClient(app, claims) };
  });
}

/** The id that PostgreSQL makes of the same name. */
function keyOf(name: string): string {
  return createHash('md5')
    .update(`${REGION} ${name}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

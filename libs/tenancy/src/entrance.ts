import type { EntityManager } from 'typeorm';
import {
  NotSignedIn,
  type ActingPost,
  type ActingUnit,
  type Actor,
  type Claims,
  type Role,
} from './actor.js';
import { CannotSpeakFor } from './on-behalf.js';
import { askPrepared, clientOf } from './prepared-statement.js';

const ENTER_UNIT = 'SELECT app.enter_unit($1, $2)';

interface EnteredRow {
  person_id: string;
  unit_id: string;
  role: Role;
  member_network_ids: string[];
  convened_network_ids: string[];
  scope_network_ids: string[];
}

type EnteredOnBehalf = Pick<EnteredRow, 'person_id' | 'unit_id' | 'role' | 'member_network_ids'> & {
  standing: 'MEMBER' | 'SUSPENDED' | 'NONE';
};

/** @throws NotSignedIn when the post is not held at `now` or its session has ended */
export async function enterPost(manager: EntityManager, claims: Claims, now: Date): Promise<Actor> {
  const actor = await enter(manager, claims, claims.sessionId, now);
  if (actor?.personId !== claims.personId || actor.role !== claims.role) throw new NotSignedIn();
  return actor;
}

/**
 * The rights that a post has now, with nobody signed in: for what its holder has asked to be told.
 * @throws NotSignedIn when the post is not held at `now`
 */
export async function enterHeldPost(
  manager: EntityManager,
  post: ActingPost,
  now: Date,
): Promise<Actor & Claims> {
  const actor = await enter(manager, post, null, now);
  if (!actor) throw new NotSignedIn();
  return actor;
}

async function enter(
  manager: EntityManager,
  { regionId, postId }: ActingPost,
  sessionId: string | null,
  now: Date,
): Promise<(Actor & Claims) | null> {
  const [row] = await askPrepared<EnteredRow>(await clientOf(manager), {
    name: 'enter_post',
    text: 'SELECT * FROM app.enter($1, $2, $3, $4)',
    values: [regionId, postId, sessionId, now],
  });
  if (!row) return null;
  return {
    regionId,
    postId,
    sessionId,
    personId: row.person_id,
    role: row.role,
    unitId: row.unit_id,
    memberNetworkIds: row.member_network_ids,
    convenedNetworkIds: row.convened_network_ids,
    scopeNetworkIds: row.scope_network_ids,
  };
}

/**
 * The rights of a unit in the networks that the post's committee convenes, and none of the committee's own.
 * @throws NotSignedIn as for `enterPost`; CannotSpeakFor when the unit takes no part in such a network
 */
export async function enterOnBehalf(
  manager: EntityManager,
  claims: Claims,
  unitId: string,
  now: Date,
): Promise<Actor & { postUnitId: string }> {
  const [row]: EnteredOnBehalf[] = await manager.query(
    'SELECT * FROM app.enter_on_behalf($1, $2, $3, $4, $5)',
    [claims.regionId, claims.postId, claims.sessionId, now, unitId],
  );
  if (!row || row.person_id !== claims.personId || row.role !== claims.role) throw new NotSignedIn();
  if (unitId === row.unit_id) throw new CannotSpeakFor('ITSELF');
  if (row.standing !== 'MEMBER') throw new CannotSpeakFor(row.standing === 'NONE' ? 'UNKNOWN' : row.standing);
  return {
    ...claims,
    role: 'ON_BEHALF',
    unitId,
    postUnitId: row.unit_id,
    memberNetworkIds: row.member_network_ids,
    convenedNetworkIds: [],
    scopeNetworkIds: [],
  };
}

/** What the unit itself may do, with nobody signed in. */
export async function enterUnit(manager: EntityManager, { regionId, unitId }: ActingUnit): Promise<Actor> {
  await manager.query(ENTER_UNIT, [regionId, unitId]);
  const [row]: Pick<EnteredRow, 'member_network_ids'>[] = await manager.query(
    'SELECT app.member_network_ids() AS member_network_ids',
  );
  return {
    regionId,
    unitId,
    role: 'SYSTEM',
    postId: null,
    personId: null,
    sessionId: null,
    memberNetworkIds: row?.member_network_ids ?? [],
    convenedNetworkIds: [],
    scopeNetworkIds: [],
  };
}

/** Changes the rights of the transaction, not its actor. */
export async function lendRightsOf(manager: EntityManager, { regionId, unitId }: ActingUnit): Promise<void> {
  await manager.query(ENTER_UNIT, [regionId, unitId]);
}

/** The same, with the rights of a committee in that network; of no other that it may convene. */
export async function lendRightsOfConvener(
  manager: EntityManager,
  regionId: string,
  { unitId, networkId }: { unitId: string; networkId: string },
): Promise<void> {
  await manager.query('SELECT app.enter_convener($1, $2, $3)', [regionId, unitId, networkId]);
}

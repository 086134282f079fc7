import { fromGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { asSuperuser } from './cluster.js';
import type { World } from './world.js';

/** A claim of the past, by global ids. */
export interface PastClaim {
  readonly needId: string;
  readonly networkId: string;
  readonly unitId: string;
  readonly way: 'ASKED' | 'CALLED' | 'TAKEN';
  readonly state: 'ASKED' | 'ACCEPTED' | 'DONE' | 'DECLINED' | 'WITHDRAWN' | 'GIVEN_UP';
  /** When it was asked or taken. */
  readonly at: Date;
  readonly place?: number;
}

/** Years of history, put where acts would have put it: the clock of a world goes forward only. */
export async function storeClaims(world: World, claims: readonly PastClaim[]): Promise<void> {
  const rows = claims.map(({ needId, networkId, unitId, way, state, at, place = 1 }) => ({
    region_id: world.as('clinic').claims?.regionId,
    id: randomUUID(),
    need_id: fromGlobalId('Need', needId),
    network_id: fromGlobalId('Network', networkId),
    unit_id: fromGlobalId('Unit', unitId),
    way,
    state,
    place: state === 'ACCEPTED' ? place : null,
    version: 1,
    updated_at: at,
    asked_at: way === 'TAKEN' ? null : at,
    accepted_at: ['ACCEPTED', 'DONE', 'GIVEN_UP'].includes(state) ? at : null,
    settled_at: ['ASKED', 'ACCEPTED'].includes(state) ? null : at,
  }));
  const { pathname } = new URL(world.api.database.ownerUrl);
  await asSuperuser(
    `INSERT INTO claim SELECT * FROM json_populate_recordset(NULL::claim, '${JSON.stringify(rows)}')`,
    pathname.slice(1),
  );
}

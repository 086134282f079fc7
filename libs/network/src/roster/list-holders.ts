import type { Claims } from '#tenancy';
import { Region } from '../region/region.entity.js';
import { asOperator } from './as-operator.js';

/** A post that is held, and what a token through it would claim. */
export interface Holder {
  readonly account: string;
  /** Code of the unit. */
  readonly unit: string;
  readonly claims: Claims;
}

type Row = Pick<Holder, 'account' | 'unit'> & Pick<Claims, 'postId' | 'personId' | 'role'>;

const HELD = `
  SELECT a.name AS account, u.code AS unit, p.id AS "postId", p.person_id AS "personId", p.role
  FROM post p
  JOIN unit u ON u.region_id = $1 AND u.id = p.unit_id
  JOIN account a ON a.region_id = $1 AND a.person_id = p.person_id
  WHERE p.region_id = $1 AND p.revoked_at IS NULL ORDER BY p.since, p.id`;

/** For what an operator does in the name of posts, such as loading the example; `ownerUrl` as for importRoster. */
export async function listHolders(ownerUrl: string, regionCode: string): Promise<Holder[]> {
  return asOperator(ownerUrl, `region ${regionCode}`, async (manager) => {
    const { id: regionId } = await manager.findOneByOrFail(Region, { code: regionCode });
    await manager.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
    const rows: Row[] = await manager.query(HELD, [regionId]);
    return rows.map(({ account, unit, ...claims }) => ({
      account,
      unit,
      claims: { ...claims, regionId, sessionId: null },
    }));
  });
}

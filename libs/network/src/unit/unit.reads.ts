import { ASKER, readsOf, sql } from '#reads';
import { Unit } from './unit.entity.js';

export const UNIT_READS = readsOf(Unit, 'Unit', (unit) => ({
  creditCode: unit.sql(
    ({ id }) => sql`(SELECT registration.credit_code FROM unit_registration registration
      WHERE registration.region_id = ${ASKER.regionId} AND registration.id = ${id})`,
  ),
}));

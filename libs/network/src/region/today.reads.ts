import { ASKER, sql, type Sql } from '#reads';

/** The day it is where the region keeps its days. */
export const TODAY: Sql = sql`(${ASKER.now}::timestamptz AT TIME ZONE (
  SELECT region.time_zone FROM region WHERE region.id = ${ASKER.regionId}))::date`;

import { ASKER, sql, type Sql } from '#reads';

/** By which lists of units stand in the order that people know. */
export const codeOfUnit = (unitId: Sql): Sql =>
  sql`(SELECT listed.code FROM unit listed WHERE listed.region_id = ${ASKER.regionId} AND listed.id = ${unitId})`;

import { asc, ASKER, listOf, readsOf, sql } from '#reads';
import { AREA_READS } from '../region/area.reads.js';
import { UNIT_READS } from '../unit/unit.reads.js';
import { Network } from './network.entity.js';
import { ServiceDay } from './service-day.entity.js';

const SERVICE_DAY_READS = readsOf(ServiceDay, 'ServiceDay', () => ({}));

export const NETWORK_READS = readsOf(Network, 'Network', (network) => ({
  area: network.row(AREA_READS, { id: 'areaId' }),
  convener: network.row(UNIT_READS, { id: 'convenerUnitId' }),
  timeZone: network.sql(() => sql`(SELECT region.time_zone FROM region WHERE region.id = ${ASKER.regionId})`),
  serviceDays: network.rows(SERVICE_DAY_READS, (day, { id }) => ({
    where: [sql`${day.networkId} = ${id}`],
    orderBy: [asc(day.day)],
  })),
  facts: network.sql(
    ({
      facts,
    }) => sql`(SELECT coalesce(json_agg(json_build_object('name', key, 'count', value) ORDER BY key), '[]')
      FROM jsonb_each(${facts}))`,
  ),
}));

/** The networks that the post knows: its unit’s, those in its scope, and those that have invited the unit. */
export const NETWORKS = listOf(NETWORK_READS, {
  name: 'networks',
  // The row policy says the same, in a way of which the planner makes a scan of every network.
  where: ({ id }) => [sql`${id} = ANY (app.known_network_ids() || app.invited_network_ids())`],
  orderBy: ({ code, id }) => [asc(code), asc(id)],
});

export const NETWORK_TYPES = [SERVICE_DAY_READS, NETWORK_READS];

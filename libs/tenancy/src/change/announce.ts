import type { EntityManager } from 'typeorm';
import type { AuditLine } from '../audit/audit-line.entity.js';
import { insertRows } from '../write-rows.js';
import { ChangeEvent } from './change-event.entity.js';

/** Where processes hear that something changed; what they are told is the id of the region. */
export const CHANGES_CHANNEL = 'lianjian_changes';

/** Stores with the act itself that it happened, and has it called out when it is committed. */
export async function announce(
  manager: EntityManager,
  regionId: string,
  lines: readonly AuditLine[],
): Promise<void> {
  const events = lines.map(eventOf);
  await Promise.all([
    insertRows(manager, ChangeEvent, events),
    manager.query('SELECT pg_notify($1, $2)', [CHANGES_CHANNEL, regionId]),
  ]);
}

function eventOf(line: AuditLine): ChangeEvent {
  const { regionId, id, at, step, thingType, thingId, part, act, unitId, ...rest } = line;
  const { unitIds, unitCode, networkIds, committeeNetworkIds, personIds } = rest;
  const audience = { unitIds, unitCode, networkIds, committeeNetworkIds, personIds };
  return { regionId, id, at, step, thingType, thingId, part, act, unitId, ...audience };
}

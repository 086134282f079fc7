import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { searchTextOf } from '../directory/search-text.js';
import { Membership } from '../membership/membership.entity.js';
import { NeedCategory } from '../network/need-category.entity.js';
import { Network } from '../network/network.entity.js';
import { ServiceDay } from '../network/service-day.entity.js';
import { Person } from '../person/person.entity.js';
import { Post } from '../post/post.entity.js';
import { Area } from '../region/area.entity.js';
import { Region } from '../region/region.entity.js';
import { Account } from '../sign-in/account.entity.js';
import { UnitRegistration } from '../unit/unit-registration.entity.js';
import { Unit } from '../unit/unit.entity.js';
import type { PlannedUpdate, RosterPlan } from './roster-plan.js';

/** What a row refers to is written before it. */
const ORDER: readonly EntityTarget<ObjectLiteral>[] = [
  Region,
  Area,
  Unit,
  UnitRegistration,
  Network,
  NeedCategory,
  ServiceDay,
  Membership,
  Person,
  Account,
  Post,
];

/** A statement holds at most 65,535 parameters. */
const ROWS_AT_ONCE = 1_000;

/** `hashes` are those of the new accounts' passwords, by account name. */
export async function applyPlan(
  manager: EntityManager,
  plan: RosterPlan,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const accounts = plan.accounts.map((account) => ({
    entity: Account,
    row: { ...account, passwordHash: hashes.get(account.name) },
  }));
  const inserts = [...plan.inserts, ...accounts];
  for (const { regionId, id } of plan.removals) await manager.delete(ServiceDay, { regionId, id });
  for (const update of plan.updates) await applyUpdate(manager, update);
  for (const entity of ORDER) {
    const rows = inserts.filter((insert) => insert.entity === entity).map(({ row }) => row);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await manager.insert(entity, rows.slice(at, at + ROWS_AT_ONCE));
  }
}

async function applyUpdate(manager: EntityManager, { entity, row, changed }: PlannedUpdate): Promise<void> {
  const { regionId, id, version } = row;
  const key = entity === Region ? { id } : { regionId, id };
  const derived = searchTextFor(entity, { ...row, ...changed });
  const next = { ...changed, ...derived, ...(typeof version === 'number' && { version: version + 1 }) };
  const { affected } = await manager.update(entity, key, next);
  if (affected !== 1) throw new Error(`The import could not change ${String(id)}.`);
}

/** Follows from the names, and so is no change of its own. */
function searchTextFor(entity: PlannedUpdate['entity'], row: ObjectLiteral): { searchText?: string } {
  if (entity === Unit) return { searchText: searchTextOf({ name: row['name'], nameEn: row['nameEn'] }) };
  return entity === Post ? { searchText: searchTextOf({ person: row['personName'] }) } : {};
}

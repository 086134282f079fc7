import type { EntityManager } from 'typeorm';
import { Membership } from '../membership/membership.entity.js';
import { Network } from '../network/network.entity.js';
import { ServiceDay } from '../network/service-day.entity.js';
import { Person } from '../person/person.entity.js';
import { Post } from '../post/post.entity.js';
import { Area } from '../region/area.entity.js';
import { Region } from '../region/region.entity.js';
import { Account } from '../sign-in/account.entity.js';
import { UnitRegistration } from '../unit/unit-registration.entity.js';
import { Unit } from '../unit/unit.entity.js';

/** What the database holds of a region, to be compared with a file. */
export interface RegionSnapshot {
  readonly region: Region | null;
  readonly areas: readonly Area[];
  readonly units: readonly Unit[];
  readonly registrations: readonly UnitRegistration[];
  readonly networks: readonly Network[];
  readonly serviceDays: readonly ServiceDay[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
  readonly accounts: readonly Account[];
  readonly posts: readonly Post[];
}

/** In the context of that region, which row policies ask for. */
export async function loadSnapshot(manager: EntityManager, region: Region | null): Promise<RegionSnapshot> {
  if (!region) return EMPTY;
  const where = { regionId: region.id };
  return {
    region,
    areas: await manager.findBy(Area, where),
    units: await manager.findBy(Unit, where),
    registrations: await manager.findBy(UnitRegistration, where),
    networks: await manager.findBy(Network, where),
    serviceDays: await manager.findBy(ServiceDay, where),
    memberships: await manager.findBy(Membership, where),
    people: await manager.findBy(Person, where),
    accounts: await manager.findBy(Account, where),
    posts: await manager.find(Post, { where, order: { role: 'ASC', personName: 'ASC', id: 'ASC' } }),
  };
}

const EMPTY: RegionSnapshot = {
  region: null,
  areas: [],
  units: [],
  registrations: [],
  networks: [],
  serviceDays: [],
  memberships: [],
  people: [],
  accounts: [],
  posts: [],
};

import { idOf } from './ids.ts';
import type { Rows } from './rows.ts';
import { type BenchNetwork, type BenchUnit, isHome, networkIdOf, REGION } from './world.ts';

export interface Making {
  readonly rows: Rows;
  /** The instant around which everything lies. */
  readonly now: Date;
  readonly passwordHash: string;
  readonly searchTextOf: (wanted: { name: string; nameEn: null } | { person: string }) => string;
}

const SERVICE_DAYS = [
  [5, '窗口服务日'],
  [15, '环境清洁日'],
  [25, '公共秩序日'],
] as const;

const FACTS = { residents: 4079, newcomers: 1538, households: 1300, volunteers: 800 };

/** The network, its units as members, and who speaks for them. */
export function makeNetwork(making: Making, network: BenchNetwork): void {
  const { rows } = making;
  const region_id = REGION.id;
  const [committee] = network.units;
  for (const unit of network.units) if (isHome(network, unit)) makeUnit(making, unit);
  const { id, code, name, areaId: area_id } = network;
  const version = 1;
  rows.add('network', {
    region_id,
    id,
    area_id,
    convener_unit_id: committee.id,
    code,
    name,
    facts: FACTS,
    version,
  });
  for (const [day, dayName] of SERVICE_DAYS) {
    const key = idOf('service-day', network.index, day);
    rows.add('network_service_day', { region_id, id: key, network_id: id, day, name: dayName });
  }
  for (const unit of network.units) makeMembership(making, network, unit);
}

function makeUnit(making: Making, unit: BenchUnit): void {
  const { rows, searchTextOf } = making;
  const { id, code, name, kind } = unit;
  const network_ids = unit.networks.map(networkIdOf);
  const search_text = searchTextOf({ name, nameEn: null });
  rows.add('unit', { region_id: REGION.id, id, code, name, kind, network_ids, version: 1, search_text });
  const [first, second] = unit.role === 'CONVENER' ? ['SECRETARY', 'OFFICER'] : ['LIAISON', 'DEPUTY'];
  makePerson(making, unit, { role: first ?? '', account: code });
  makePerson(making, unit, { role: second ?? '', account: `${code}-2` });
}

function makePerson(
  making: Making,
  unit: BenchUnit,
  { role, account }: { role: string; account: string },
): void {
  const { rows, now, passwordHash, searchTextOf } = making;
  const region_id = REGION.id;
  const since = daysFrom(now, -400);
  const person_id = idOf('person', account);
  const person_name = `${unit.name}${role === 'SECRETARY' ? '书记' : '联络员'}`;
  rows.add('person', { region_id, id: person_id, name: person_name, created_at: since });
  rows.add('post', {
    region_id,
    id: postIdOf(account),
    unit_id: unit.id,
    person_id,
    person_name,
    duty_phone: '021-5555 0000',
    role,
    network_ids: unit.networks.map(networkIdOf),
    scope_network_ids: [],
    since,
    version: 1,
    search_text: searchTextOf({ person: person_name }),
  });
  rows.add('account', {
    region_id,
    id: idOf('account', account),
    person_id,
    unit_id: unit.id,
    name: account,
    password_hash: passwordHash,
    created_at: since,
  });
}

function makeMembership({ rows, now }: Making, network: BenchNetwork, unit: BenchUnit): void {
  rows.add('membership', {
    region_id: REGION.id,
    id: idOf('membership', network.index, unit.code),
    network_id: network.id,
    unit_code: unit.code,
    unit_id: unit.id,
    role: unit.role,
    state: 'ACTIVE',
    invited_at: daysFrom(now, -400),
    active_since: daysFrom(now, -399),
    version: 1,
  });
}

/** The post that an account acts through. */
export function postIdOf(account: string): string {
  return idOf('post', account);
}

export function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

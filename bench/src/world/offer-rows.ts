import { idOf } from './ids.ts';
import { daysFrom, type Making, postIdOf } from './network-rows.ts';
import { type BenchNetwork, type BenchUnit, isHome, networkIdOf, REGION } from './world.ts';

const OFFERS = 20;

/** What each kind has of its own. */
const FACTS = {
  VENUE: {
    address: '年家浜路 518 号',
    floor_area_m2: 120,
    capacity: 80,
    facilities: ['PROJECTOR', 'MICROPHONE'],
    indoor: true,
    step_free: true,
  },
  VEHICLE: { plate: '沪A·00000', seats: 45, driver_included: true, licence_class: 'A1' },
  POWER_SUPPLY: {
    voltage: 380,
    phases: 3,
    max_load_kw: 45.5,
    sockets: ['63A-5P'],
    cable_length_m: 50,
    electrician_needed: true,
  },
  EQUIPMENT: { quantity: 12, measure: '台' },
  EXPERTISE: { field: '儿科', expert_title: '主治医师', languages: ['zh'], sessions_per_month: 4 },
} as const;

type Kind = keyof typeof FACTS;
const KINDS = Object.keys(FACTS) as Kind[];
const TITLES: Record<Kind, string> = {
  VENUE: '多功能厅',
  VEHICLE: '大客车',
  POWER_SUPPLY: '三相电源',
  EQUIPMENT: '折叠椅',
  EXPERTISE: '健康讲座',
};
const POOLS: Partial<Record<Kind, BenchOffer['pool']>> = {
  POWER_SUPPLY: { capacity: FACTS.POWER_SUPPLY.max_load_kw, measure: 'kW' },
  EQUIPMENT: { capacity: FACTS.EQUIPMENT.quantity, measure: FACTS.EQUIPMENT.measure },
};
const CONFIRMATIONS = ['AUTOMATIC', 'OWNER', 'OWNER_AFTER_COMMITTEE'] as const;

export interface BenchOffer {
  readonly id: string;
  readonly unit: BenchUnit;
  readonly title: string;
  readonly confirmation: (typeof CONFIRMATIONS)[number];
  /** What is shared out of it; null for what is lent whole. */
  readonly pool: { readonly capacity: number; readonly measure: string } | null;
}

/** The twenty offers published in a network; those of a shared unit are one in all its networks. */
export function makeOffers(making: Making, network: BenchNetwork): BenchOffer[] {
  return Array.from({ length: OFFERS }, (_none, index) => {
    const unit = ownerAt(network, index);
    const kind = KINDS[index % KINDS.length] ?? 'VENUE';
    const id = idOf('offer', unit.code, index);
    const title = `${unit.name}${TITLES[kind]}`;
    const confirmation = CONFIRMATIONS[index % CONFIRMATIONS.length] ?? 'OWNER';
    const offer = {
      id,
      unit,
      title,
      confirmation,
      pool: POOLS[kind] ?? null,
    };
    if (isHome(network, unit)) makeOffer(making, offer, kind, index);
    publish(making, network, offer, index);
    return offer;
  });
}

/** The last two belong to the shared units, the others to the network's own in turn. */
function ownerAt({ units }: BenchNetwork, index: number): BenchUnit {
  const own = units.slice(0, -2);
  const shared = units.slice(-2);
  const fromEnd = index - (OFFERS - shared.length);
  return (fromEnd >= 0 ? shared[fromEnd] : own[index % own.length]) ?? units[0];
}

function makeOffer({ rows, now }: Making, offer: BenchOffer, kind: Kind, index: number): void {
  const { id, unit, title, confirmation } = offer;
  const region_id = REGION.id;
  const network_ids = unit.networks.map(networkIdOf);
  const created_at = daysFrom(now, index - 300);
  rows.add('offer', {
    ...Object.fromEntries(KINDS.flatMap((each) => Object.keys(FACTS[each])).map((fact) => [fact, null])),
    ...FACTS[kind],
    region_id,
    id,
    unit_id: unit.id,
    kind,
    state: 'PUBLISHED',
    title,
    description: '提前联系，用后恢复原状。',
    network_ids,
    hours: [
      { days: 'WORK', from: 480, to: 1200 },
      { days: 'REST', from: 540, to: 1080 },
    ],
    exceptions: index % 6 === 5 ? morningsOnly(now) : [],
    confirmation,
    lead_time_minutes: 1440,
    horizon_days: 180,
    slot_minutes: 30,
    longest_minutes: 480,
    buffer_before_minutes: 0,
    buffer_after_minutes: 30,
    created_at,
    updated_at: created_at,
    version: 2,
  });
  rows.add('offer_internal', {
    region_id,
    id,
    unit_id: unit.id,
    network_ids,
    contact_name: '联络员',
    contact_phone: '021-5555 0001',
    notes: null,
  });
  if (index % 7 === 3) close({ rows, now }, offer);
  noteOffer({ rows, now }, offer, created_at);
}

/** On the days of the next week. */
function morningsOnly(now: Date): object[] {
  return [1, 2, 3, 4, 5, 6, 7].map((days) => ({
    day: daysFrom(now, days).toISOString().slice(0, 10),
    spans: [{ from: 480, to: 720 }],
  }));
}

/** For the next ten days. */
function close({ rows, now }: Pick<Making, 'rows' | 'now'>, { id, unit }: BenchOffer): void {
  rows.add('offer_closure', {
    region_id: REGION.id,
    id: idOf('closure', id),
    offer_id: id,
    unit_id: unit.id,
    network_ids: unit.networks.map(networkIdOf),
    starts_at: now,
    ends_at: daysFrom(now, 10),
    reason: '设备检修',
    closed_at: daysFrom(now, -3),
    version: 1,
  });
}

function publish(
  { rows, now }: Making,
  network: BenchNetwork,
  { id, unit }: BenchOffer,
  index: number,
): void {
  rows.add('offer_publication', {
    region_id: REGION.id,
    id: idOf('publication', network.index, id),
    offer_id: id,
    unit_id: unit.id,
    network_id: network.id,
    published_at: daysFrom(now, index - 299),
  });
}

function noteOffer({ rows }: Pick<Making, 'rows' | 'now'>, { id, unit, title }: BenchOffer, at: Date): void {
  rows.add('audit_line', {
    region_id: REGION.id,
    id: idOf('offer-line', id),
    at,
    step: 0,
    thing_type: 'Offer',
    thing_id: id,
    part: 'Offer',
    act: 'PUBLISHED',
    manner: 'OWN',
    unit_id: unit.id,
    post_id: postIdOf(unit.code),
    post_unit_id: unit.id,
    person_name: unit.name,
    role: unit.role === 'CONVENER' ? 'SECRETARY' : 'LIAISON',
    changes: { title: { after: title } },
    unit_ids: [unit.id],
    unit_code: null,
    network_ids: unit.networks.map(networkIdOf),
    committee_network_ids: [],
    person_ids: [],
  });
}

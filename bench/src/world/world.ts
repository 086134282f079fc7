import { idOf } from './ids.ts';

export const REGION = { id: idOf('region'), code: '310115' } as const;
export const PASSWORD = 'bench-only-password';

/** Networks in one street; a sub-district has some 25. */
const PER_AREA = 25;
/** Neighbours that share a fire squadron and a police post. */
const PER_RING = 3;
const OWN_PARTNERS = 11;

const PARTNER_KINDS = [
  'SCHOOL',
  'KINDERGARTEN',
  'TRANSPORT',
  'MARKET',
  'PROPERTY_MANAGEMENT',
  'CLINIC',
  'RESEARCH_INSTITUTE',
  'ENTERPRISE',
  'PARTY_SCHOOL',
  'BANK',
  'OWNERS_COMMITTEE',
] as const;

export interface BenchUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly role: 'CONVENER' | 'PARTNER';
  /** Indices of the networks it belongs to. */
  readonly networks: readonly number[];
}

export interface BenchNetwork {
  readonly index: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly areaId: string;
  /** 14: the committee, eleven partners of its own, two that its neighbours have too. */
  readonly units: readonly [BenchUnit, ...BenchUnit[]];
}

export const networkIdOf = (index: number): string => idOf('network', index);
export const areaOf = (network: number): number => Math.floor(network / PER_AREA);
export const areaIdOf = (area: number): string => idOf('area', area);
/** The account of the secretary of a network. */
export const secretaryOf = (network: number): string => `committee-${network}`;

/** A network as it is in a region of so many: alike in size, whatever that number is. */
export function networkAt(index: number, count: number): BenchNetwork {
  return {
    index,
    id: networkIdOf(index),
    code: `network-${index}`,
    name: `第${index}社区共建网络`,
    areaId: areaIdOf(areaOf(index)),
    units: [committeeOf(index), ...partnersOf(index), ...sharedBy(index, count)],
  };
}

/** Whether a unit is made with this network; it stands in the others as well. */
export function isHome(network: BenchNetwork, unit: BenchUnit): boolean {
  return unit.networks[0] === network.index;
}

function committeeOf(network: number): BenchUnit {
  return {
    id: idOf('committee', network),
    code: secretaryOf(network),
    name: `第${network}社区居民委员会`,
    kind: 'COMMUNITY_COMMITTEE',
    role: 'CONVENER',
    networks: [network],
  };
}

function partnersOf(network: number): BenchUnit[] {
  return Array.from({ length: OWN_PARTNERS }, (_none, index) => ({
    id: idOf('partner', network, index),
    code: `partner-${network}-${index}`,
    name: `第${network}社区共建单位${index}`,
    kind: PARTNER_KINDS[index] ?? 'OTHER',
    role: 'PARTNER',
    networks: [network],
  }));
}

function sharedBy(network: number, count: number): BenchUnit[] {
  const ring = Math.floor(network / PER_RING);
  const networks = Array.from({ length: PER_RING }, (_none, index) => ring * PER_RING + index).filter(
    (index) => index < count,
  );
  return ['FIRE_SERVICE', 'PUBLIC_SECURITY'].map((kind) => ({
    id: idOf(kind, ring),
    code: `${kind.toLowerCase().replace('_', '-')}-${ring}`,
    name: `${kind === 'FIRE_SERVICE' ? '消防中队' : '派出所'}${ring}`,
    kind,
    role: 'PARTNER',
    networks,
  }));
}

import { importRoster } from '#network';
import { hash } from '@node-rs/argon2';
import { loadRegionRows } from './region-rows.js';
import type { TestApi } from './test-api.js';
import { TestRegion } from './test-region.js';

const PASSWORD = 'test-test-test-test';

/** A region with one network of so many partners, each with a liaison, for what only a crowd can try. */
export async function settleCrowd(api: TestApi, size: number): Promise<[TestRegion, partners: string[]]> {
  const partners = Array.from({ length: size }, (_, at) => `unit-${String(at + 1).padStart(4, '0')}`);
  const committee = 'crowd-committee';
  const post = (unit: string, role: string) => ({ account: unit, name: `${unit}联络员`, unit, role });
  const roster = {
    region: { code: '310199', name: '上海市试验区', timeZone: 'Asia/Shanghai' },
    areas: [{ code: 'crowd', name: '试验街道' }],
    units: [
      { code: committee, name: '试验社区党总支', kind: 'COMMUNITY_COMMITTEE' },
      ...partners.map((code) => ({ code, name: code, kind: 'SCHOOL' })),
    ],
    networks: [
      { code: 'crowd', area: 'crowd', name: '试验网络', convener: committee, partners, serviceDays: [] },
    ],
    posts: [post(committee, 'SECRETARY'), ...partners.map((unit) => post(unit, 'LIAISON'))],
  };
  const secret = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await importRoster(api.database.ownerUrl, roster, {
    clock: api.clock,
    makePassword: () => PASSWORD,
    hashPassword: () => secret,
  });
  const rows = await loadRegionRows(api.database.ownerUrl, roster.region.code);
  return [new TestRegion(api.app, roster.region.code, rows), partners];
}

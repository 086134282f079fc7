import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Region } from './region.entity.js';

const zones = new WeakMap<TenantTransaction, Promise<string>>();

/** The IANA zone in which the region keeps its hours and days. */
export function timeZoneOf(tx: TenantTransaction): Promise<string> {
  let zone = zones.get(tx);
  if (!zone) {
    zone = tx.manager.findOneBy(Region, { id: tx.regionId }).then((region) => found(region).timeZone);
    zones.set(tx, zone);
  }
  return zone;
}

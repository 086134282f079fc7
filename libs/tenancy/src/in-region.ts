import type { DataSource, EntityManager } from 'typeorm';

/** Does `work` with the region entered and nobody in it: no row of a unit is visible. */
export function inRegion<T>(
  dataSource: DataSource,
  regionId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
    return work(manager);
  });
}

/** Clears `what` away in every region, one after the other, whatever goes wrong in another. @throws AggregateError of what did */
export async function forEachRegion(
  dataSource: DataSource,
  what: string,
  work: (regionId: string) => Promise<void>,
): Promise<void> {
  const regions: { region_id: string }[] = await dataSource.query('SELECT region_id FROM app.list_regions()');
  const faults: unknown[] = [];
  for (const { region_id: regionId } of regions)
    await work(regionId).catch((error: unknown) => faults.push(error));
  if (faults.length > 0)
    throw new AggregateError(faults, `${what} of ${faults.length} of ${regions.length} regions stay.`);
}

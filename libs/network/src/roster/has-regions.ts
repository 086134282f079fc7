import { Region } from '../region/region.entity.js';
import { asOperator } from './as-operator.js';

/** Whether anything has been imported into this database yet; `ownerUrl` as for importRoster. */
export async function hasRegions(ownerUrl: string): Promise<boolean> {
  return asOperator(ownerUrl, 'regions', (manager) => manager.exists(Region));
}

import type { Audience } from '#files';
import type { Action } from './action.entity.js';

/** Evidence goes to units by name, as papers do: what a network reads, its stewards read too. */
export function actionFileAudience({ unitId, networkId, readerUnitIds }: Action): Audience {
  const unitIds = [...new Set([unitId, ...readerUnitIds])];
  return { unitIds, networkIds: [], committeeNetworkIds: [networkId] };
}

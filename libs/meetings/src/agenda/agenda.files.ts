import type { Audience, FileCarrier } from '#files';
import { AgendaItem, AgendaItemState } from './agenda-item.entity.js';

/** Papers go to those invited by name, of a draft to nobody: what a network reads, its stewards read too, and they read no papers. */
export function agendaFileAudience({ unitId, networkId, takenAt, readerUnitIds }: AgendaItem): Audience {
  const invited = takenAt ? readerUnitIds : [];
  const unitIds = readerUnitIds.length > 0 ? [...new Set([unitId, ...invited])] : [];
  return { unitIds, networkIds: [], committeeNetworkIds: [networkId] };
}

/** Papers of an item: from who proposed it until it is taken, and from the committee. */
export const AGENDA_FILES: FileCarrier<AgendaItem> = {
  type: 'AgendaItem',
  find: (tx, id) => tx.find(AgendaItem, id),
  hold: async (tx, id) => ((await tx.find(AgendaItem, id)) ? tx.lock(AgendaItem, id) : null),
  mayChange: ({ actor }, { unitId, networkId, state }) =>
    actor.convenedNetworkIds.includes(networkId) ||
    (unitId === actor.unitId && state === AgendaItemState.PROPOSED),
  audienceOf: agendaFileAudience,
};

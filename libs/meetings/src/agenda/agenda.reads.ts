import { FILE_READS, filesOf } from '#files';
import { NEED_READS } from '#needs';
import { AUDIT_LINES, linesOf, UNIT_READS } from '#network';
import { readsOf, type Reads } from '#reads';
import { AgendaItem } from './agenda-item.entity.js';

export const AGENDA_ITEM_READS: Reads<AgendaItem> = readsOf(AgendaItem, 'AgendaItem', (item) => ({
  unit: item.row(UNIT_READS, { id: 'unitId' }),
  need: item.row(NEED_READS, { id: 'needId' }),
  carriedFrom: item.row(AGENDA_ITEM_READS, { id: 'carriedFromId' }),
  continuedBy: item.row(AGENDA_ITEM_READS, { carriedFromId: 'id' }),
  files: item.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: item.page(AUDIT_LINES, linesOf('AgendaItem')),
  chatText: item.resolverOfEntity(),
}));

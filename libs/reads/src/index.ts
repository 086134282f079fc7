export { type Around, type AskedAround, type RowAround } from './around.js';
export { attachReads } from './attach.js';
export {
  asc,
  desc,
  listOf,
  readsOf,
  type Columns,
  type Condition,
  type Fields,
  type List,
  type Order,
  type Reads,
} from './declare.js';
export { dateOf } from './gathering/date-of.js';
export { Gathering, type GatheringContext, type GatheringWish } from './gathering/gathering.js';
export { gatheringStatement, type GatheringForm } from './gathering/gathering-form.js';
export { NOW, REGION } from './gathering/given.js';
export { groupBy } from './gathering/group-by.js';
export { cursorSql, pageSql, pageValues, placedSql, type KeysetForm } from './gathering/keyset-page.js';
export { pageOf, type WithCursor } from './gathering/page-of.js';
export { KindRegistry } from './gathering/kind-registry.js';
export { Reader, type ReadContext } from './reader.js';
export { ReadsModule } from './reads.module.js';
export { readWithParent } from './read-with-parent.js';
export { ASKER, join, raw, sql, write, type Sql } from './sql.js';
export { StatementNames } from './statement-names.js';
export { type Tally } from './tally.js';

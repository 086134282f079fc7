import { ASKER, asc, readsOf, sql, type Columns, type Sql } from '#reads';
import { File } from './file.entity.js';

export const FILE_READS = readsOf(File, 'File', (file) => ({
  path: file.resolver(),
  // A representative speaks for no unit.
  own: file.sql(({ unitId }) => sql`coalesce(${unitId} = ${ASKER.unitId}, false)`),
}));

/** What hangs on a thing, in the order it came. */
export function filesOf(file: Columns<File>, carrierId: Sql) {
  return {
    where: [sql`${file.carrierId} = ${carrierId}`],
    orderBy: [asc(file.attachedAt), asc(file.id)],
  };
}

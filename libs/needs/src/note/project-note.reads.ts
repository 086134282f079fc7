import { UNIT_READS } from '#network';
import { desc, listOf, readsOf, sql, type Sql } from '#reads';
import { ProjectNote } from './project-note.entity.js';

export const PROJECT_NOTE_READS = readsOf(ProjectNote, 'ProjectNote', (note) => ({
  unit: note.row(UNIT_READS, { id: 'unitId' }),
}));

/** What was noted of one project, newest first. */
export const PROJECT_NOTES = listOf(PROJECT_NOTE_READS, {
  name: 'projectNotes',
  where: (note, { projectId }: { readonly projectId: Sql }) => [sql`${note.projectId} = ${projectId}`],
  orderBy: ({ notedAt, id }) => [desc(notedAt), desc(id)],
});

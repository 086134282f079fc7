import { judgeInput } from '#graphql';
import { AUDIT_LINES, linesOf, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Sql } from '#reads';
import { MOTION_READS } from '../motion/motion.reads.js';
import { Motion } from '../motion/motion.entity.js';
import { ObjectionCount } from './objection-count.entity.js';
import { ObjectionNote } from './objection-note.entity.js';
import { Objection } from './objection.entity.js';
import { ObjectionFilter } from './objection.inputs.js';

const OBJECTION_NOTE_READS = readsOf(ObjectionNote, 'ObjectionNote', (note) => ({
  unit: note.row(UNIT_READS, { id: 'unitId' }),
}));

/** How one objection was followed up, the last first. */
const OBJECTION_NOTES = listOf(OBJECTION_NOTE_READS, {
  name: 'objectionNotes',
  where: (note, { objectionId }: { readonly objectionId: Sql }) => [
    sql`${note.objectionId} = ${objectionId}`,
  ],
  orderBy: ({ place, id }) => [desc(place), desc(id)],
});

const OBJECTION_READS = readsOf(Objection, 'Objection', (objection) => ({
  motion: objection.row(MOTION_READS, { id: 'motionId' }),
  unit: objection.row(UNIT_READS, { id: 'unitId' }),
  notes: objection.page(OBJECTION_NOTES, ({ id }) => ({ objectionId: id })),
  auditLines: objection.page(AUDIT_LINES, linesOf('Objection')),
}));

const OBJECTION_COUNT_READS = readsOf(ObjectionCount, 'ObjectionCount', (count) => ({
  total: count.sql(
    ({ open, answered, settled, upheld }) => sql`(${open} + ${answered} + ${settled} + ${upheld})`,
  ),
}));

interface ObjectionWish {
  readonly motionId: Sql;
  readonly filter: ObjectionFilter;
}

/** Against one motion, those that one sees; by their numbers. */
const OBJECTIONS = listOf(OBJECTION_READS, {
  name: 'objections',
  where: (objection, { motionId, filter: { states } }: ObjectionWish) => [
    sql`${objection.motionId} = ${motionId}`,
    states && sql`${objection.state} = ANY (${states})`,
  ],
  orderBy: ({ number, id }) => [asc(number), asc(id)],
});

/** What objections add to a motion. */
export const OBJECTION_TYPES = [
  OBJECTION_NOTE_READS,
  OBJECTION_COUNT_READS,
  OBJECTION_READS,
  readsOf(Motion, 'Motion', (motion) => ({
    objectionCount: motion.row(OBJECTION_COUNT_READS, { id: 'id' }),
    objections: motion.page(OBJECTIONS, ({ id }, { filter }: { readonly filter: object }) => ({
      motionId: id,
      // Nest has not judged what is read with its parent.
      filter: judgeInput(ObjectionFilter, filter, 'filter'),
    })),
  })),
];

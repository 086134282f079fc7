import { ASKER, desc, listOf, readsOf, sql, type Columns, type Sql } from '#reads';
import { AuditLine } from '#tenancy';
import { Membership } from '../membership/membership.entity.js';
import { Post } from '../post/post.entity.js';
import { POST_READS } from '../post/post.reads.js';
import { Unit } from '../unit/unit.entity.js';
import { UNIT_READS } from '../unit/unit.reads.js';

const AUDIT_LINE_READS = readsOf(AuditLine, 'AuditLine', (line) => ({
  role: line.sql(({ role }) => sql`nullif(${role}, 'SYSTEM')`),
  unit: line.row(UNIT_READS, { id: 'unitId' }),
  actingUnit: line.row(UNIT_READS, { id: 'postUnitId' }),
  post: line.row(POST_READS, { id: 'postId' }),
  thing: line.resolver('thingType', 'thingId'),
  changes: line.resolver('changes'),
}));

/** Of which thing, or in whose name. */
type LineWish =
  | { readonly thingType: string; readonly thingId: Sql | string }
  | { readonly inOurName: 'ALL' | 'ON_BEHALF' };

/** What was done, as far as the row policy shows it; newest first. */
export const AUDIT_LINES = listOf(AUDIT_LINE_READS, {
  name: 'audit lines',
  where: (line, wish: LineWish) =>
    'inOurName' in wish
      ? [
          sql`${line.unitId} = ${ASKER.unitId}`,
          // A constant: the index holds these few alone, and no parameter proves that it serves.
          wish.inOurName === 'ON_BEHALF' && sql`${line.manner} = 'ON_BEHALF'`,
        ]
      : [sql`${line.thingId} = ${wish.thingId}`, sql`${line.thingType} = ${wish.thingType}`],
  orderBy: ({ at, step, id }) => [desc(at), desc(step), desc(id)],
});

/** What was done to a thing and its parts. */
export const linesOf =
  (thingType: string) =>
  ({ id }: Columns<{ id: string }>): LineWish => ({ thingType, thingId: id });

export const AUDIT_TYPES = [
  AUDIT_LINE_READS,
  readsOf(Membership, 'Membership', (membership) => ({
    auditLines: membership.page(AUDIT_LINES, linesOf('Membership')),
  })),
  readsOf(Post, 'Post', (post) => ({ auditLines: post.page(AUDIT_LINES, linesOf('Post')) })),
  readsOf(Unit, 'Unit', (unit) => ({ auditLines: unit.page(AUDIT_LINES, linesOf('Unit')) })),
];

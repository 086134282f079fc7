import type { Role } from '../actor.js';
import { AuditManner, type AuditLine } from './audit-line.entity.js';
import type { Audience, AuditRule } from './audited.js';
import { listChanges, withoutBefore, type AuditColumn, type Changes } from './changes.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** One write of one row, and in whose name it was done. */
export interface Write {
  readonly entity: string;
  readonly columns: readonly AuditColumn[];
  readonly rule: AuditRule<Row>;
  readonly unitId: string;
  readonly manner: AuditManner;
  /** The act of the platform: its line names no author, whoever may see it. */
  readonly isNobodys: boolean;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What all lines of one act have in common. */
export interface Author {
  readonly role: Role | 'SYSTEM';
  readonly postId: string | null;
  readonly postUnitId: string | null;
  /** Networks in which the author is known; null for the platform, which is nobody. */
  readonly knownIn: readonly string[] | null;
}

export type LineDraft = Omit<AuditLine, 'regionId' | 'id' | 'at' | 'personName'>;

const NOBODY = { role: 'SYSTEM', postId: null, postUnitId: null } as const;

/** The writes of one act, which become lines when it is done: several writes of a row in one name are one line. */
export class AuditTrail {
  /** By their story, in the order in which the stories began. */
  private writes = new Map<string, Write>();

  record(write: Write): void {
    const story = storyOf(write);
    const { before } = this.writes.get(story) ?? write;
    this.writes.set(story, { ...write, before });
  }

  /** Gives the way back to what is recorded now, for when what comes next is undone. */
  mark(): () => void {
    const kept = new Map(this.writes);
    return () => (this.writes = kept);
  }

  /** Takes the lines out; a write that changed nothing worth telling has none. */
  takeLines(author: Author): LineDraft[] {
    const writes = [...this.writes.values()];
    this.writes.clear();
    return writes.flatMap((write, step) => {
      const row = write.after ?? write.before;
      const changes = readableChanges(write);
      if (!row || (Object.keys(changes).length === 0 && write.before && write.after)) return [];
      return [{ ...draftOf(write, row, author), step, changes }];
    });
  }
}

function storyOf({ entity, before, after, unitId, manner }: Write): string {
  return [entity, (after ?? before)?.id, unitId, manner].join(' ');
}

function draftOf(write: Write, row: Row, author: Author) {
  const { entity, rule, unitId, manner, isNobodys, before, after } = write;
  const audience = rule.seenBy(row);
  const known = manner === AuditManner.BY_RULE ? knownTo(audience, author) : author;
  const { role, postId, postUnitId } = isNobodys ? NOBODY : known;
  const thing = typeof rule.thing === 'string' ? rule.thing : rule.thing(row);
  return {
    thingType: thing,
    thingId: rule.partOf?.(row) ?? row.id,
    part: rule.partOf ? entity : thing,
    act: actOf(rule, before, after),
    manner,
    unitId,
    role,
    postId,
    postUnitId,
    unitIds: unique(audience.units),
    unitCode: audience.unitCode ?? null,
    networkIds: shownIn(audience.networks, author),
    committeeNetworkIds: shownIn(audience.committees, author),
    personIds: unique(audience.people),
  };
}

/** What follows by rule tells of its author only where the thing is the author's own: else it tells who held the time. */
function knownTo({ units = [] }: Audience, author: Author): Omit<Author, 'knownIn'> {
  return units.includes(author.postUnitId) ? author : NOBODY;
}

function actOf(rule: AuditRule<Row>, before: Row | null, after: Row | null): string {
  if (!after) return 'REMOVED';
  const named = rule.actOf?.(before, after);
  if (named) return named;
  if (typeof after['state'] === 'string' && before?.['state'] !== after['state']) return after['state'];
  return before ? 'CHANGED' : 'CREATED';
}

/** What was there before stays with those who could see it then. */
function readableChanges({ columns, rule, before, after }: Write): Changes {
  const changes = listChanges(columns, rule, before, after);
  return before && after && isWider(rule.seenBy(after), rule.seenBy(before))
    ? withoutBefore(changes)
    : changes;
}

function isWider(after: Audience, before: Audience): boolean {
  const lists = ['units', 'networks', 'committees', 'people'] as const;
  return (
    after.unitCode !== before.unitCode ||
    lists.some((list) => unique(after[list]).some((id) => !unique(before[list]).includes(id)))
  );
}

/** A thing of several networks: its lines do not tell one network of an author who belongs to another. */
function shownIn(networkIds: readonly string[] = [], { knownIn }: Author): string[] {
  const ids = unique(networkIds);
  return knownIn && ids.length > 1 ? ids.filter((id) => knownIn.includes(id)) : ids;
}

function unique(ids: readonly (string | null)[] = []): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

import type { AuditRule } from './audited.js';
import { maskPhone, maskPhonesIn } from './mask-phones.js';

/** What TypeORM knows of a column, as far as a line goes by it. */
export interface AuditColumn {
  readonly propertyName: string;
  readonly type: unknown;
  /** False for what is never read back, such as a password hash. */
  readonly isSelect: boolean;
}

/** A value before and after; neither is there for a secret, no `before` when it was not open to the line's readers. */
export interface Change {
  before?: unknown;
  after?: unknown;
}

export type Changes = Record<string, Change>;

type Values = Readonly<Record<string, unknown>>;

const BOOKKEEPING: readonly string[] = ['version', 'createdAt', 'updatedAt'];

/** The audited columns that differ. Ids are left out: what they stand for has lines, names and links of its own. */
export function listChanges<Row>(
  columns: readonly AuditColumn[],
  { leaveOut = [], secret = [] }: AuditRule<Row>,
  before: Values | null,
  after: Values | null,
): Changes {
  const skipped: readonly string[] = [...BOOKKEEPING, ...leaveOut];
  const hidden: readonly string[] = secret;
  const changes: Changes = {};
  for (const { propertyName: name, type, isSelect } of columns) {
    if (type === 'uuid' || skipped.includes(name)) continue;
    const was = read(name, before);
    const is = read(name, after);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changes[name] = !isSelect || hidden.includes(name) ? {} : { before: was, after: is };
  }
  return changes;
}

/** What those may read who could not see the row before: the values that it has now. */
export function withoutBefore(changes: Changes): Changes {
  const entries = Object.entries(changes).map(([name, { before: _, ...rest }]): [string, Change] => [
    name,
    rest,
  ]);
  return Object.fromEntries(entries);
}

function read(name: string, values: Values | null): unknown {
  const value = values?.[name] ?? null;
  if (Array.isArray(value) && value.length === 0) return null;
  if (typeof value !== 'string') return value;
  return /phone$/i.test(name) ? maskPhone(value) : maskPhonesIn(value);
}

import type { Words } from '#graphql';
import { isDeepStrictEqual } from 'node:util';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ServiceDay } from '../network/service-day.entity.js';
import type { Account } from '../sign-in/account.entity.js';
import type { RosterProblem } from './roster-error.js';

/** One thing that an import adds, changes or takes away, in words. */
export interface RosterChange {
  readonly act: 'ADD' | 'UPDATE' | 'REMOVE';
  /** What it is and its code, e.g. `unit bus-639`. */
  readonly subject: string;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface PlannedInsert {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly row: ObjectLiteral;
}

export interface PlannedUpdate extends PlannedInsert {
  readonly changed: ObjectLiteral;
}

/** All that an import will do, worked out before anything is written. */
export class RosterPlan {
  readonly inserts: PlannedInsert[] = [];
  readonly updates: PlannedUpdate[] = [];
  readonly removals: ServiceDay[] = [];
  /** Still without the hashes of their passwords. */
  readonly accounts: Omit<Account, 'passwordHash'>[] = [];
  readonly changes: RosterChange[] = [];
  readonly notes: Words[] = [];
  readonly problems: RosterProblem[] = [];
  private readonly codes = new Map<string, string>();

  /** Lets changes speak of a row by its code. */
  call(id: string, code: string): void {
    this.codes.set(id, code);
  }

  add<Row extends ObjectLiteral>(entity: EntityTarget<Row>, subject: string, row: Row): void {
    this.inserts.push({ entity, row });
    this.changes.push({ act: 'ADD', subject, fields: [] });
  }

  /** What comes with a row that is added, and is no change of its own. */
  addWith<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Row): void {
    this.inserts.push({ entity, row });
  }

  addAccount(account: Omit<Account, 'passwordHash'>): void {
    this.accounts.push(account);
    this.changes.push({ act: 'ADD', subject: `account ${account.name}`, fields: [] });
  }

  /** Sets what differs; a property that is left undefined stays as it is. */
  update<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    subject: string,
    row: Row,
    wanted: Partial<Row>,
  ): void {
    const changed = Object.entries(wanted).filter(
      ([field, value]) => value !== undefined && !isDeepStrictEqual(row[field], value),
    );
    if (changed.length === 0) return;
    this.updates.push({ entity, row, changed: Object.fromEntries(changed) });
    const fields = changed.map(([field, after]) => ({
      field,
      before: this.shown(row[field]),
      after: this.shown(after),
    }));
    this.changes.push({ act: 'UPDATE', subject, fields });
  }

  remove(subject: string, row: ServiceDay): void {
    this.removals.push(row);
    this.changes.push({ act: 'REMOVE', subject, fields: [] });
  }

  private shown(value: unknown): string {
    if (!Array.isArray(value)) return JSON.stringify(value);
    return `[${value.map((one) => this.codes.get(String(one)) ?? String(one)).join(', ')}]`;
  }
}

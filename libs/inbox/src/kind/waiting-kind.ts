import type { Words } from '#graphql';
import { NOW, REGION } from '#reads';
import type { Role } from '#tenancy';
import type { InboxKind } from './inbox-kind.enum.js';

/** One kind of thing that waits, as the library that knows it says it. */
export interface WaitingKind {
  readonly kind: InboxKind;
  /** What is to be done, in one sentence. */
  readonly why: Words;
  /** The type by which the thing is found again, as in NodeRegistry. */
  readonly thing: string;
  /** The posts that may settle it; which of their units and networks is said by `rows`. */
  readonly posts: readonly Role[];
  /** Each of these mutations settles it by itself; all of `posts` may call them. */
  readonly settledBy: readonly [string, ...string[]];
  /** The same, of those that only a secretary may call. */
  readonly settledBySecretary?: readonly string[];
  /** What people read as the title, where the row says it for a machine; read it by `InboxKinds.titleOf`. */
  readonly titleOf?: (title: string) => Words;
  /**
   * Of what has a term: a SELECT of the version that rises with every change of it, for `due.thing_id`. In people’s own
   * calendars it says which of two terms is the later word.
   */
  readonly termVersion?: string;
  /**
   * A SELECT of thing_id, network_id, unit_id, title, since and due_at, behind the row policies of the asking post, one
   * row for each thing that waits for it now. Every table names its region by REGION.
   */
  readonly rows: string;
}

/** The posts that speak for a unit. */
export const SPEAKERS: readonly Role[] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'];
export const COMMITTEE: readonly Role[] = ['SECRETARY', 'OFFICER'];

/** For use in `rows`, beside REGION and NOW of #reads. */
export const ZONE = `(SELECT region.time_zone FROM region WHERE region.id = ${REGION})`;
/** Of what may wait for ever. */
export const NO_TERM = 'NULL::timestamptz AS due_at';
/** Where it is not kept since when it waits, or would tell more than it should. */
export const NO_SINCE = 'NULL::timestamptz AS since';
/** Of what comes from no unit. */
export const NO_UNIT = 'NULL::uuid AS unit_id';
/** The day it is where the region keeps its days. */
export const TODAY = `(${NOW} AT TIME ZONE ${ZONE})::date`;
/** The networks whose committee the acting post speaks for. */
export const CONVENED = 'ANY (app.convened_network_ids())';
/** The networks in which the acting unit takes part. */
export const MEMBER = 'ANY (app.member_network_ids())';
/** The same and those where it is a guest. */
export const KNOWN = 'ANY (app.known_network_ids())';

/** For use as `termVersion`: the thing itself holds its term. */
export function countedBy(table: string): string {
  return `SELECT v.version FROM ${table} v WHERE v.region_id = ${REGION} AND v.id = due.thing_id`;
}

/** The same where it is held by what the thing belongs to, for good. */
export function countedThrough(holder: string, table: string, column: string): string {
  return `SELECT v.version FROM ${table} o JOIN ${holder} v ON v.region_id = ${REGION} AND v.id = o.${column}
    WHERE o.region_id = ${REGION} AND o.id = due.thing_id`;
}

/** The instant at which a day ends; a step of an hour by the clock, if there is one, is counted. */
export function endOfDay(day: string): string {
  return `((${day} + 1)::timestamp AT TIME ZONE ${ZONE})`;
}

export function startOfDay(day: string): string {
  return `(${day}::timestamp AT TIME ZONE ${ZONE})`;
}

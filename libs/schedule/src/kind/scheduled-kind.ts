import type { ChatLine } from '#graphql';
import type { ScheduleKind } from './schedule-kind.enum.js';

/** A line beneath an entry in people’s own calendars; null for what stands as it was written. */
export type ScheduledLine = ChatLine<'said'> | null;

/** One kind of what has its time, as the library that knows it says it. */
export interface ScheduledKind {
  readonly kind: ScheduleKind;
  /** The type by which the thing is found again, as in NodeRegistry. */
  readonly thing: string;
  /** The type of what names an entry through all its moves: `named_id` of `rows`. */
  readonly named: string;
  /** How it is called in people’s own calendars. */
  readonly heading: ChatLine<'title'>;
  /** What is said beneath it there, in this order, by the names in `details`. */
  readonly lines: Readonly<Record<string, ScheduledLine>>;
  /**
   * A SELECT of row_id (of what is told here, once), named_id, thing_id, network_id, unit_id, title, place, starts_at,
   * ends_at, state, sequence (never falls, rises with each move and each end), changed_at and details (JSON of
   * texts), behind the row policies of the asking post, of what overlaps FROM and TO. Every table names its region
   * by REGION of #reads.
   */
  readonly rows: string;
}

/** For use in `rows`, beside REGION and NOW of #reads: from when, and to when without that instant. */
export const FROM = '$3::timestamptz';
export const TO = '$4::timestamptz';

/** Whether this overlaps the span. */
export function within(startsAt: string, endsAt: string): string {
  return `${startsAt} < ${TO} AND ${endsAt} > ${FROM}`;
}

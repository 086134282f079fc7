import type { Words } from '#graphql';
import type { FigureMeasure } from './figure-measure.enum.js';
import type { FigureName } from './figure-name.enum.js';
import type { FigureNature } from './figure-nature.enum.js';

/** Who is told: all who read what the network publishes, or each unit its own, the committee and stewards all. */
export type FigureAudience = 'NETWORK' | 'OWN';

/** One figure, as the library that knows it defines it. */
export interface FigureKind {
  readonly name: FigureName;
  /** A few words, for the legend of a chart. */
  readonly title: Words;
  /** What is counted, in which month, and for which unit and network. */
  readonly definition: Words;
  readonly measure: FigureMeasure;
  readonly nature: FigureNature;
  readonly audience: FigureAudience;
  /** Facts without a unit belong to their network alone. */
  readonly isOfUnits: boolean;
  /** What the numerators of an additive figure are divided by to be shown; 1 unless given. */
  readonly scale?: number;
  /**
   * A SELECT of network_id, unit_id, month (its first day), numerator and denominator, behind the row policies of who
   * asks, within NETWORKS and the months asked. Of an additive figure denominators are not looked at.
   */
  readonly facts: string;
  /** The type of the things behind it, as in NodeRegistry; null where it is counted from what is no thing. */
  readonly thing: string | null;
  /** The same with thing_id, one for each thing and unit; null where the facts are rows themselves. */
  readonly rows: string | null;
}

/** For use in `facts` and `rows`, beside REGION and NOW of #reads. */
export const NETWORKS = 'ANY ($3::uuid[])';
/** The first day of the first month, and that of the month after the last. */
export const FIRST_MONTH = '$4::date';
export const MONTH_AFTER = '$5::date';
/** The instants at which they begin where the region keeps its days. */
export const STARTS = '$6::timestamptz';
export const ENDS = '$7::timestamptz';
const ZONE = '$8::text';

/** The month in which an instant falls, by the zone of the region. */
export function monthOf(instant: string): string {
  return `date_trunc('month', ${instant} AT TIME ZONE ${ZONE})::date`;
}

export function withinInstants(instant: string): string {
  return `${instant} >= ${STARTS} AND ${instant} < ${ENDS}`;
}

export function withinMonths(month: string): string {
  return `${month} >= ${FIRST_MONTH} AND ${month} < ${MONTH_AFTER}`;
}

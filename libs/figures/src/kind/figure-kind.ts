import type { Words } from '#graphql';
import { registerEnumType } from '@nestjs/graphql';
import type { FigureName } from './figure-name.enum.js';

/** How a figure is put together over months, units and networks. */
export enum FigureNature {
  ADDITIVE = 'ADDITIVE',
  MEAN = 'MEAN',
  DISTINCT = 'DISTINCT',
  STOCK = 'STOCK',
}

export enum FigureMeasure {
  COUNT = 'COUNT',
  HEADS = 'HEADS',
  HOURS = 'HOURS',
  HEAD_HOURS = 'HEAD_HOURS',
  KWH = 'KWH',
  PIECE_HOURS = 'PIECE_HOURS',
  MINUTES = 'MINUTES',
  POINTS = 'POINTS',
  MARK = 'MARK',
  SHARE = 'SHARE',
}

registerEnumType(FigureNature, {
  name: 'FigureNature',
  description: 'What may be added up.',
  valuesMap: {
    ADDITIVE: {
      description: 'Units add up to their network, networks to the area, months to the quarter and the year.',
    },
    MEAN: {
      description:
        'Numerators and denominators add up, values do not: of a quarter it is the mean over what happened in it.',
    },
    DISTINCT: { description: 'Each unit counts once, however often it is met; nothing adds up.' },
    STOCK: {
      description:
        'As it stands now: units add up to their network, networks to the area. Told for the present period alone.',
    },
  },
});

registerEnumType(FigureMeasure, {
  name: 'FigureMeasure',
  description: 'In what a figure is measured.',
  valuesMap: {
    COUNT: { description: 'How many.' },
    HEADS: { description: 'Persons, as often as they came.' },
    HOURS: { description: 'Hours.' },
    HEAD_HOURS: { description: 'Heads × hours.' },
    KWH: { description: 'Kilowatt-hours.' },
    PIECE_HOURS: { description: 'Pieces × hours.' },
    MINUTES: { description: 'Minutes.' },
    POINTS: { description: 'Points (积分).' },
    MARK: { description: 'Marks from 1 to 5.' },
    SHARE: { description: 'A share, from 0 to 1.' },
  },
});

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

/** For use in `facts` and `rows`. */
export const REGION = '$1::uuid';
export const NOW = '$2::timestamptz';
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

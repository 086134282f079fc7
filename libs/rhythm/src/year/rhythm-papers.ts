import { localDayOf } from '#calendar';
import { hidePhones } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Beat } from '../beat/beat.js';
import { BEATS } from '../beat/beat.words.js';
import { Standing, type Happening } from '../beat/beats.js';
import { RHYTHM_STATES } from '../period/period.words.js';
import { writePeriod } from './rhythm-lack.js';
import { RHYTHM_PAPER_WORDS as W } from './rhythm-paper.words.js';
import { RhythmService, type RhythmPeriod } from './rhythm.service.js';

/** A year of a network on a wall: a table for each beat, in Chinese. */
export interface RhythmPaper {
  readonly title: string;
  readonly printed: string;
  readonly tables: readonly RhythmTable[];
}

export interface RhythmTable {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly width?: 'wide' }[];
  readonly rows: readonly (readonly string[])[];
}

const COLUMNS = [
  { heading: W.period },
  { heading: W.state },
  { heading: W.held, width: 'wide' },
  { heading: W.beside, width: 'wide' },
  { heading: W.note },
  { heading: W.until },
] as const;

/** The year at a glance, to be printed: for whoever reads what the network publishes. */
@Injectable()
export class RhythmPapers {
  constructor(private readonly service: RhythmService) {}

  /** Null for a network that is not there or that one does not read; never with what only the committee composes. */
  async find(tx: TenantTransaction, networkId: string, year: number | null): Promise<RhythmPaper | null> {
    const rhythm = await this.service.find(tx, networkId, year);
    if (!rhythm) return null;
    const zone = await timeZoneOf(tx);
    const tables = Object.values(Beat).map((beat) => {
      const periods = rhythm.periods.filter((period) => period.beat === beat);
      return { title: BEATS[beat].zh, columns: COLUMNS, rows: periods.map((period) => row(period, zone)) };
    });
    return {
      title: W.title({ network: rhythm.network.name, year: rhythm.year }),
      printed: W.printed({ day: localDayOf(tx.now, zone).toString() }),
      tables: tables.filter(({ rows }) => rows.length > 0),
    };
  }
}

function row(period: RhythmPeriod, zone: string): string[] {
  const shown = period.happenings.filter(({ standing }) => standing !== Standing.COMPOSED);
  const list = (wanted: boolean): string =>
    shown
      .filter(({ counts }) => counts === wanted)
      .map((one) => write(one, zone))
      .join('\n');
  const { note, state, lastDay } = period;
  return [writePeriod(period).zh, RHYTHM_STATES[state].zh, list(true), list(false), note?.zh ?? '', lastDay];
}

function write({ title, startsAt, standing }: Happening, zone: string): string {
  const day = localDayOf(startsAt, zone).toString().slice(5);
  return `${day} ${hidePhones(title)}${standing === Standing.AHEAD ? W.ahead : ''}`;
}

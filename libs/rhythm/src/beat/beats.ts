import type { Span } from '#calendar';
import type { Words } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Beat } from './beat.js';

/** How far something has come that keeps the rhythm. */
export enum Standing {
  HELD = 'HELD',
  /** The network knows of it, and it lies ahead. */
  AHEAD = 'AHEAD',
  /** The committee’s alone as yet. */
  COMPOSED = 'COMPOSED',
}

export interface Happening {
  readonly title: string;
  readonly startsAt: Date;
  readonly standing: Standing;
  /** False for what is held anyway, as service days are. */
  readonly counts: boolean;
  readonly thing: object;
}

/** What one library knows of a beat in a stretch of time, as far as the actor may see it. */
export interface Look {
  readonly happenings: readonly Happening[];
  /** What else is to be said of a month, by its first day. */
  readonly notes?: ReadonlyMap<string, Words>;
}

type Watch = (tx: TenantTransaction, networkId: string, within: Span) => Promise<Look>;

/** Where the libraries above say what keeps which beat: this one knows neither menus nor meetings. */
@Injectable()
export class Beats {
  private readonly watches = new Map<Beat, Watch>();

  register(beat: Beat, watch: Watch): void {
    this.watches.set(beat, watch);
  }

  list(): readonly (readonly [Beat, Watch])[] {
    return [...this.watches];
  }
}

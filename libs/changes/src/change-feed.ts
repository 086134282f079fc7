import { inRegion, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const FeedAnswer = z.object({
  waits: z.boolean(),
  first: z.int(),
  last: z.int(),
  events: z.array(
    z.object({
      position: z.int(),
      id: z.uuid(),
      at: z.iso.datetime({ offset: true }),
      thingType: z.string(),
      thingId: z.uuid(),
      part: z.string(),
      act: z.string(),
      unitId: z.uuid(),
      unitIds: z.array(z.uuid()),
      unitCode: z.string().nullable(),
      networkIds: z.array(z.uuid()),
      committeeNetworkIds: z.array(z.uuid()),
      personIds: z.array(z.uuid()),
    }),
  ),
});

/**
 * That something changed: which thing, by what act, and who may hear of it, as ids. It is told between processes of ours;
 * whoever hears of it reads the thing with the rights of the post that asks.
 */
export type HeardChange = z.infer<typeof FeedAnswer>['events'][number];

export interface ToldChanges {
  /** The position of the first change that is not forgotten; 0 before any. */
  readonly first: number;
  /** The position of the latest change of the region; 0 before the first. */
  readonly last: number;
  readonly events: readonly HeardChange[];
}

// Row policies leave what the actor may hear of.
const LAST_HEARD = `SELECT coalesce(max(e.position), $2)::text AS position FROM change_event e
  WHERE e.region_id = $1 AND e.position > $2`;

/** Given positions in one transaction: the lock of the region is held for no longer than that takes. */
const PORTION = 1_000;

/** The changes of a region in the order in which they were stored: whoever has read up to a position has missed nothing before it. */
@Injectable()
export class ChangeFeed {
  constructor(private readonly dataSource: DataSource) {}

  /** Those after a position, `most` at a time. */
  async tell(regionId: string, after: number, most: number): Promise<ToldChanges> {
    for (;;) {
      const { waits, ...told } = await this.ask(regionId, after, most);
      if (!waits) return told;
      await this.givePositions(regionId);
    }
  }

  /** Gives all changes of the region a position that have none, in transactions that are short. */
  async givePositions(regionId: string): Promise<void> {
    while (await this.isTrue(regionId, 'SELECT app.place_change_events($1) AS answer', [PORTION]));
  }

  /** The position of the latest change, as an act sees it that goes on: what is stored after it comes later. */
  async findLast(tx: TenantTransaction): Promise<string> {
    const [waiting] = await tx.query<{ waits: boolean }>('SELECT app.place_change_events($1) AS waits', [0]);
    // An act that gave a backlog its positions itself would hold the lock of the region until its end.
    if (waiting?.waits) await this.givePositions(tx.regionId);
    const [row] = await tx.query<{ last: string }>(
      `SELECT (answer::json ->> 'last') AS last FROM app.tell_change_events($1, $2)`,
      [Number.MAX_SAFE_INTEGER, 0],
    );
    return row?.last ?? '0';
  }

  /** The position of the latest change after that one that the actor may hear of; that one if there is none. */
  async findLastHeard(tx: TenantTransaction, after: string): Promise<string> {
    const [row] = await tx.query<{ position: string }>(LAST_HEARD, [tx.regionId, after]);
    return row?.position ?? after;
  }

  /** Forgets those before an instant from the first on, but for the latest, which keeps the count. */
  async prune(regionId: string, before: Date): Promise<void> {
    while (await this.isTrue(regionId, 'SELECT app.prune_change_events($1) AS answer', [before]));
  }

  private async ask(regionId: string, after: number, most: number): Promise<z.infer<typeof FeedAnswer>> {
    const sql = 'SELECT answer FROM app.tell_change_events($1, $2)';
    const [row] = await this.within<{ answer: string }>(regionId, sql, [after, most]);
    if (!row) throw new Error('The database told nothing of changes.');
    return FeedAnswer.parse(JSON.parse(row.answer));
  }

  private async isTrue(regionId: string, sql: string, parameters: unknown[]): Promise<boolean> {
    const [row] = await this.within<{ answer: boolean }>(regionId, sql, parameters);
    return row?.answer === true;
  }

  private within<Row>(regionId: string, sql: string, parameters: unknown[]): Promise<Row[]> {
    return inRegion(this.dataSource, regionId, (manager) => manager.query(sql, parameters));
  }
}

import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const Told = z.object({
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
export type ChangeEvent = z.infer<typeof Told>['events'][number];

export interface ToldChanges {
  /** The place of the latest change of the region; 0 before the first. */
  readonly last: number;
  readonly events: readonly ChangeEvent[];
}

/** The changes of a region in the order in which they were stored: whoever has read up to a place has missed nothing before it. */
@Injectable()
export class ChangeFeed {
  constructor(private readonly dataSource: DataSource) {}

  /** Those after a place, `most` at a time. */
  async tell(regionId: string, after: number, most: number): Promise<ToldChanges> {
    const [row] = await this.within<{ answer: string }>(
      regionId,
      'SELECT answer FROM app.tell_change_events($1, $2)',
      [after, most],
    );
    if (!row) throw new Error('The database told nothing of changes.');
    return Told.parse(JSON.parse(row.answer));
  }

  /** The place of the latest change, as an act sees it that goes on: what is stored after it comes later. */
  async findLast(tx: TenantTransaction): Promise<string> {
    const [row] = await tx.query<{ last: string }>(
      `SELECT (answer::json ->> 'last') AS last FROM app.tell_change_events($1, $2)`,
      [Number.MAX_SAFE_INTEGER, 0],
    );
    return row?.last ?? '0';
  }

  /** Forgets those before an instant, but for the latest, which keeps the count. */
  async prune(regionId: string, before: Date): Promise<void> {
    await this.within(regionId, 'SELECT app.prune_change_events($1)', [before]);
  }

  /** With the region entered and nobody in it: no row of a unit is visible. */
  private within<Row>(regionId: string, sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
      return manager.query(sql, parameters);
    });
  }
}

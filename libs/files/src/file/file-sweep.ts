import { JobHandlers } from '#jobs';
import { Clock, Tenancy } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { FileStore, type FileKey } from '../store/file-store.js';
import { File } from './file.entity.js';

/** Between its bytes and its row an upload needs seconds; what is older without a row was given up. */
const GRACE_MS = 3_600_000;
const MOST_AT_ONCE = 500;

/** Removes bytes without a row: of uploads that were cut off, and of rows that went without their job. */
@Injectable()
export class FileSweep implements OnModuleInit {
  constructor(
    private readonly store: FileStore,
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    const work = (): Promise<void> => this.sweep();
    this.handlers.registerChore({ name: 'sweep-files', crontab: '17 * * * *', work });
  }

  async sweep(): Promise<void> {
    let batch: FileKey[] = [];
    for await (const key of this.store.list(new Date(this.clock.now().getTime() - GRACE_MS))) {
      const [first] = batch;
      if (first && (first.unitId !== key.unitId || batch.length === MOST_AT_ONCE)) {
        await this.sweepUnit(first, batch);
        batch = [];
      }
      batch.push(key);
    }
    if (batch[0]) await this.sweepUnit(batch[0], batch);
  }

  /** Asked with the rights of the unit whose files they are: it sees all of its own, and no other. */
  private async sweepUnit({ regionId, unitId }: FileKey, keys: readonly FileKey[]): Promise<void> {
    const id = In(keys.map(({ fileId }) => fileId));
    const rows = await this.tenancy.writeAsUnit({ regionId, unitId }, (tx) =>
      tx.manager.find(File, { select: { regionId: true, id: true }, where: { regionId, unitId, id } }),
    );
    const known = new Set(rows.map((row) => row.id));
    for (const key of keys) if (!known.has(key.fileId)) await this.store.remove(key);
  }
}

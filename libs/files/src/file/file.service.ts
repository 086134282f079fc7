import { ApiError, found } from '#graphql';
import { JobHandlers, JobQueue, Task } from '#jobs';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { FileStore } from '../store/file-store.js';
import { FileCarriers, type Audience } from './file-carriers.js';
import { File } from './file.entity.js';

const REMOVE_BYTES = new Task('remove-file-bytes', { fileId: z.uuid() });

/** The rows of files: who sees them follows what they hang on, and their bytes go after them. */
@Injectable()
export class FileService implements OnModuleInit {
  constructor(
    private readonly carriers: FileCarriers,
    private readonly store: FileStore,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
  ) {}

  onModuleInit(): void {
    this.handlers.register(REMOVE_BYTES, (tx, { fileId }) => this.removeBytes(tx, fileId));
  }

  /** Null unless the actor sees both the row and what it hangs on: two walls, of which either would do. */
  async find(tx: TenantTransaction, id: string): Promise<File | null> {
    return (await this.look(tx, id))?.file ?? null;
  }

  /** By the unit that attached it, as long as it may change what the file hangs on. */
  async remove(tx: TenantTransaction, id: string): Promise<File> {
    const { file, mayChange } = found(await this.look(tx, id));
    if (file.unitId !== tx.actor.unitId || !mayChange) throw ApiError.forbidden();
    await this.drop(tx, found(await tx.lock(File, id)));
    return file;
  }

  /** Call it in the transaction that changes who sees the thing. */
  async follow(tx: TenantTransaction, carrierId: string, audience: Audience): Promise<void> {
    const files = await tx.manager.find(File, {
      where: { regionId: tx.regionId, carrierId },
      order: { id: 'ASC' },
    });
    for (const file of files)
      await tx.asUnit(file.unitId, async () => {
        // Its unit may have removed it in the meantime.
        const held = await tx.lock(File, file.id);
        if (held) await tx.change(File, held, audience);
      });
  }

  private async look(tx: TenantTransaction, id: string): Promise<{ file: File; mayChange: boolean } | null> {
    const file = await tx.find(File, id);
    const carrier = file && (await this.carriers.find(tx, file.carrierType, file.carrierId));
    return carrier && { file, ...carrier };
  }

  private async drop(tx: TenantTransaction, file: File): Promise<void> {
    await tx.remove(File, file);
    await this.queue.add(tx, REMOVE_BYTES, { unitId: file.unitId, ids: { fileId: file.id } });
  }

  /** Runs once the row is gone for good. */
  private async removeBytes(tx: TenantTransaction, fileId: string): Promise<void> {
    const { regionId, actor } = tx;
    if (await tx.find(File, fileId)) return;
    await this.store.remove({ regionId, unitId: actor.unitId, fileId });
  }
}

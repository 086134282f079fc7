import { ApiError, type Words } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { UPLOAD_WORDS } from '../files.words.js';
import { File } from './file.entity.js';

const MEGABYTE = 1024 * 1024;

/** How many files one thing carries: enough to show and prove, few enough to be listed whole. */
const MOST_ON_ONE = 20;

/** Room is counted from the rows under a lock, so that no counter can drift and no two uploads share the last of it. */
export class FileQuota {
  constructor(private readonly quotaBytes: number) {}

  /** One upload of a unit after the other, until the transaction ends. */
  async lock(tx: TenantTransaction): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('files ' || id, 0)) FROM unit WHERE region_id = $1 AND id = $2`,
      [tx.regionId, tx.actor.unitId],
    );
  }

  /** @throws ApiError PAYLOAD_TOO_LARGE when the unit, or the thing, has no room for so many bytes more */
  async expectRoom(tx: TenantTransaction, carrierId: string, bytes: number): Promise<void> {
    const { regionId } = tx;
    const [used] = await tx.query<{ bytes: string }>(
      `SELECT coalesce(sum(bytes), 0) AS bytes FROM file WHERE region_id = $1 AND unit_id = $2`,
      [regionId, tx.actor.unitId],
    );
    const left = this.quotaBytes - Number(used?.bytes ?? 0);
    if (bytes > left) throw new ApiError('PAYLOAD_TOO_LARGE', this.describe(left));
    if ((await tx.manager.countBy(File, { regionId, carrierId })) >= MOST_ON_ONE)
      throw new ApiError('PAYLOAD_TOO_LARGE', UPLOAD_WORDS.tooMany({ most: MOST_ON_ONE }));
  }

  private describe(left: number): Words {
    const quota = Math.floor(this.quotaBytes / MEGABYTE);
    return UPLOAD_WORDS.noRoom({ quota, left: (left / MEGABYTE).toFixed(1) });
  }
}

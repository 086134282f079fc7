import { Config } from '#config';
import { ApiError, type TenantContext } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ContentRefused } from '../content/content-refused.js';
import { readFileName, withExtension } from '../content/file-name.js';
import { inspectContent } from '../content/inspect-content.js';
import type { MediaType } from '../content/media-type.js';
import { readBody } from '../content/read-body.js';
import { FileStore, type FileKey } from '../store/file-store.js';
import { FileCarriers } from './file-carriers.js';
import { FileQuota } from './file-quota.js';
import { File } from './file.entity.js';

/** How long a body may take; no transaction is open meanwhile. */
const WITHIN_MS = 60_000;

export interface UploadWish {
  /** The opaque id of what it is to hang on. */
  readonly to: string;
  readonly name: string;
}

export interface Upload {
  readonly file: File;
  /** False when the unit had attached the very same before, as after a lost answer. */
  readonly isNew: boolean;
}

interface Content {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/** Takes files in: first the bytes into the store, then the row, so that no row is ever without bytes. */
@Injectable()
export class FileUploads {
  private readonly quota: FileQuota;

  constructor(
    private readonly carriers: FileCarriers,
    private readonly store: FileStore,
    config: Config,
  ) {
    this.quota = new FileQuota(config.fileQuotaBytes);
  }

  /**
   * @throws ApiError NOT_FOUND and FORBIDDEN as for the thing, BAD_USER_INPUT for a name or content that is not
   *   taken, PAYLOAD_TOO_LARGE for more than 10 MB or than the unit has left
   */
  async receive(context: TenantContext, { to, name }: UploadWish, body: Readable): Promise<Upload> {
    const given = read('name', () => readFileName(name));
    const key = await context.read((tx) => this.expectWelcome(tx, to));
    await context.pause();
    const bytes = await readBody(body, WITHIN_MS);
    const mediaType = read('body', () => inspectContent(bytes));
    const sha256 = createHash('sha256').update(bytes).digest();
    await this.store.put(key, bytes);
    const content = { name: withExtension(given, mediaType), mediaType, bytes, sha256 };
    const upload = await this.attach(context, to, key, content);
    await context.pause();
    if (!upload.isNew) await this.store.remove(key);
    return upload;
  }

  /** Asked before the body is read; asked again when the row is written. */
  private async expectWelcome(tx: TenantTransaction, to: string): Promise<FileKey> {
    const { id } = await this.carriers.getOpen(tx, to, 'find');
    await this.quota.expectRoom(tx, id, 1);
    return { regionId: tx.regionId, unitId: tx.actor.unitId, fileId: tx.newId() };
  }

  /** What cannot be attached leaves no bytes; should that fail, or the process end here, the sweep finds them. */
  private async attach(context: TenantContext, to: string, key: FileKey, content: Content): Promise<Upload> {
    try {
      return await context.write((tx) => this.addRow(tx, to, key, content));
    } catch (error) {
      await this.store.remove(key).catch(() => {});
      throw error;
    }
  }

  private async addRow(tx: TenantTransaction, to: string, key: FileKey, content: Content): Promise<Upload> {
    const { type, id: carrierId, audience } = await this.carriers.getOpen(tx, to, 'hold');
    await this.quota.lock(tx);
    const { name, mediaType, bytes, sha256 } = content;
    const { regionId, unitId, fileId } = key;
    const known = await tx.manager.findOneBy(File, { regionId, unitId, carrierId, sha256, name });
    if (known) return { file: known, isNew: false };
    await this.quota.expectRoom(tx, carrierId, bytes.length);
    const file = await tx.insert(File, {
      ...audience,
      id: fileId,
      unitId,
      carrierType: type,
      carrierId,
      name,
      mediaType,
      bytes: bytes.length,
      sha256,
      attachedAt: tx.now,
    });
    return { file, isNew: true };
  }
}

/** What the sender did wrong is said at the place where it stands. */
function read<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ContentRefused) throw ApiError.badInput([{ path, message: error.words }]);
    throw error;
  }
}

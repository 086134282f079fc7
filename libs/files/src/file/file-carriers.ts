import { ApiError, findGlobalId, found } from '#graphql';
import type { TenantRow, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';

/** Who sees a thing beside the unit that attached the file: the columns that the row policy reads. */
export interface Audience {
  /** Units that are parties to it. */
  readonly unitIds: string[];
  /** Networks in which it is published, their stewards included. */
  readonly networkIds: string[];
  /** Networks whose committees see it. */
  readonly committeeNetworkIds: string[];
}

/** What a library says of one of its nouns that can carry files. */
export interface FileCarrier<Row extends TenantRow = TenantRow> {
  /** As in ids of the API. */
  readonly type: string;
  /** Under the caller's own rights; null for what may not be seen. */
  find(tx: TenantTransaction, id: string): Promise<Row | null>;
  /** The same, and its audience stays as it is until the transaction ends. */
  hold(tx: TenantTransaction, id: string): Promise<Row | null>;
  /** Whether the acting unit may attach now, and remove what it has attached. */
  mayChange(tx: TenantTransaction, row: Row): boolean;
  audienceOf(row: Row): Audience;
}

/** A thing that may carry files, as the acting unit sees it. */
export interface Carried {
  readonly type: string;
  readonly id: string;
  readonly audience: Audience;
}

type Reach = 'find' | 'hold';

/** Each library registers what can carry files, so that this one knows no domain. */
@Injectable()
export class FileCarriers {
  private readonly carriers = new Map<string, FileCarrier>();

  /** @throws Error when the type is taken */
  register<Row extends TenantRow>(carrier: FileCarrier<Row>): void {
    if (this.carriers.has(carrier.type)) throw new Error(`Two nouns carry files as "${carrier.type}".`);
    this.carriers.set(carrier.type, carrier);
  }

  /** @throws ApiError NOT_FOUND for what may not be seen or carries no files, FORBIDDEN for what is not theirs to change */
  async getOpen(tx: TenantTransaction, globalId: string, reach: Reach): Promise<Carried> {
    const wanted = findGlobalId([...this.carriers.keys()], globalId);
    const carrier = found(wanted && this.carriers.get(wanted.type));
    const row = found(await carrier[reach](tx, wanted?.id ?? ''));
    if (!carrier.mayChange(tx, row)) throw ApiError.forbidden();
    return { type: carrier.type, id: row.id, audience: carrier.audienceOf(row) };
  }

  /** Null when the actor does not see it, or nobody knows such things any more. */
  async find(tx: TenantTransaction, type: string, id: string): Promise<{ mayChange: boolean } | null> {
    const carrier = this.carriers.get(type);
    const row = await carrier?.find(tx, id);
    return carrier && row ? { mayChange: carrier.mayChange(tx, row) } : null;
  }
}

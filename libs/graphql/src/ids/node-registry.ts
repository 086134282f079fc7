import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { findGlobalId } from './global-id.js';

/** Finds a thing under the caller's own rights; null for what is missing and for what may not be seen. */
export type NodeFinder = (tx: TenantTransaction, id: string) => Promise<object | null>;

/** Each library says how its things are found by id, so that `node(id:)` knows none of them. */
@Injectable()
export class NodeRegistry {
  private readonly finders = new Map<string, NodeFinder>();

  register(type: string, find: NodeFinder): void {
    this.finders.set(type, find);
  }

  async find(tx: TenantTransaction, globalId: string): Promise<object | null> {
    const wanted = findGlobalId([...this.finders.keys()], globalId);
    return (await (wanted && this.finders.get(wanted.type)?.(tx, wanted.id))) ?? null;
  }
}

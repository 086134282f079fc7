import { Injectable } from '@nestjs/common';
import type { InboxKind } from './inbox-kind.enum.js';
import type { WaitingKind } from './waiting-kind.js';

/** Where the libraries above say what waits for whom: this one collects, and knows none of it. */
@Injectable()
export class InboxKinds {
  private readonly kinds = new Map<InboxKind, WaitingKind>();

  register(kinds: readonly WaitingKind[]): void {
    for (const one of kinds) {
      if (this.kinds.has(one.kind)) throw new Error(`${one.kind} is registered twice.`);
      this.kinds.set(one.kind, one);
    }
  }

  get(kind: InboxKind): WaitingKind {
    const known = this.kinds.get(kind);
    if (!known) throw new Error(`Nobody has registered ${kind}.`);
    return known;
  }

  /** By name, whoever was loaded first. */
  list(): readonly WaitingKind[] {
    return [...this.kinds.values()].toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
  }
}

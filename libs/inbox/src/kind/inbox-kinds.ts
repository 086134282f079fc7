import { toGlobalId, type Words } from '#graphql';
import { KindRegistry } from '#reads';
import { Injectable } from '@nestjs/common';
import type { InboxKind } from './inbox-kind.enum.js';
import type { WaitingKind } from './waiting-kind.js';

/** Where the libraries above say what waits for whom. */
@Injectable()
export class InboxKinds extends KindRegistry<InboxKind, WaitingKind> {
  constructor() {
    super(({ kind }) => kind);
  }

  /** By which one entry is known as long as it waits. */
  keyOf(kind: InboxKind, thingId: string): string {
    return `${kind}:${this.thingIdOf(kind, thingId)}`;
  }

  thingIdOf(kind: InboxKind, thingId: string): string {
    return toGlobalId(this.get(kind).thing, thingId);
  }

  /** What people read as the title of what waits, from what its row says. */
  titleOf(kind: InboxKind, title: string): Words {
    return this.get(kind).titleOf?.(title) ?? { en: title, zh: title };
  }
}

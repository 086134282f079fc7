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
}

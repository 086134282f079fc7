import type { Words } from '#graphql';
import { KindRegistry } from '#reads';
import { Injectable } from '@nestjs/common';

/** What became of a thing of one type, as the library that knows it says it. */
export interface MessageThing {
  /** The type, as in audit lines. */
  readonly thing: string;
  /** What is told, by part and act as in audit lines: `Meeting CALLED`. Acts that are not here are not told. */
  readonly acts: Readonly<Record<string, Words>>;
  /** Those after which there is nothing left of it: not told to whom it was new. */
  readonly ends: readonly string[];
  /**
   * A SELECT of thing_id, network_id, title and starts_at, behind the row policies of the post that is told. `$1` is the
   * region, `$2` the ids.
   */
  readonly titles: string;
  /** What people read as the title, where the row says it for a machine; else it is as the row says. */
  readonly titleOf?: (title: string) => Words;
}

/** Of such a thing its unit is told what the committee recorded for it; all else waits in the inbox, or is told of other things. */
export function toldWhenRecorded(thing: string, titles: string): MessageThing {
  return { thing, acts: {}, ends: [], titles };
}

/** Where the libraries above say what is told of their things: this one collects, and knows none of it. */
@Injectable()
export class MessageThings extends KindRegistry<string, MessageThing> {
  constructor() {
    super(({ thing }) => thing);
  }
}

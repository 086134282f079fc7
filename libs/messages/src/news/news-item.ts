import type { Words } from '#graphql';

/** One line of a message. */
export interface NewsItem {
  readonly thingId: string;
  readonly networkId: string;
  readonly title: Words;
  readonly words: Words;
  /** Until when, or when it is held. */
  readonly at: Date | null;
}

/** Everything that there is to tell a post at one moment. */
export interface News {
  readonly waiting: readonly NewsItem[];
  readonly due: readonly NewsItem[];
  readonly changed: readonly NewsItem[];
  /** What to remember once it is told. */
  readonly memory: Memory;
}

export interface Memory {
  readonly position: string;
  readonly told: string[];
  readonly reminded: string[];
}

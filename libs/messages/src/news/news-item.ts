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

/** What a message says, in its parts. */
export interface NewsParts {
  readonly waiting: readonly NewsItem[];
  readonly due: readonly NewsItem[];
  readonly changed: readonly NewsItem[];
}

/** Everything that there is to tell a post at one moment. */
export interface News extends NewsParts {
  /** What to remember once it is told. */
  readonly memory: Memory;
  readonly basis: NewsBasis;
  /** Whether there is more to hear at once. */
  readonly isCut: boolean;
}

export interface Memory {
  readonly position: string;
  readonly told: string[];
  readonly reminded: string[];
}

/** What a message tells of, by which it is read anew when it goes out late. */
export interface NewsBasis {
  /** What waits, as `KIND:id`, and terms, as `KIND:id:instant`. */
  readonly tells: string[];
  /** It tells of changes between these places. */
  readonly heardAfter: string;
  readonly heardUntil: string;
}

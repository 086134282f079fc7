import type { TenantContext } from '../tenant-context.js';

/** What a subscription tells at one moment. */
export interface Sight {
  /** What its field is resolved from. */
  readonly value: object;
  /** Nothing can follow: it completes after it. */
  readonly isLast: boolean;
}

/** Looks with the rights that whoever subscribed has at this moment; null when there is nothing to tell. */
export type Look = (context: TenantContext) => Promise<Sight | null>;

/** What the resolver of a subscription gives: one look whenever something may have changed. */
export type Looks = AsyncIterableIterator<Look>;

import type { Clock } from '#tenancy';

const WINDOW_MS = 60_000;
/** Callers whose requests are remembered. */
const MOST_KEYS = 10_000;

/** What is left to one caller of one quota. */
export interface Allowance {
  readonly quota: string;
  readonly most: number;
  readonly left: number;
  /** Seconds until the quota is whole again. */
  readonly wholeIn: number;
  /** Seconds to wait before asking again; 0 when the request was let through. */
  readonly retryAfter: number;
}

/**
 * So many requests a minute for each key, as a bucket that fills evenly (GCRA): one number a key. It counts in this
 * process only; behind several processes a caller has as many times the quota.
 */
export class RequestLimit {
  /** When the quota of a key is whole again, in epoch milliseconds. */
  private readonly wholeAt = new Map<string, number>();

  constructor(
    private readonly quota: string,
    private readonly most: number,
    private readonly clock: Clock,
  ) {}

  /** Takes one request from the quota of the key, unless nothing is left. */
  admit(key: string): Allowance {
    const now = this.clock.now().getTime();
    const step = WINDOW_MS / this.most;
    const used = this.usedAt(key, now);
    const over = used + step - WINDOW_MS;
    const isAdmitted = over < 1e-6;
    const usedNow = isAdmitted ? used + step : used;
    if (isAdmitted) this.keep(key, now + usedNow);
    return {
      quota: this.quota,
      most: this.most,
      left: Math.floor((WINDOW_MS - usedNow) / step + 1e-6),
      wholeIn: Math.ceil(usedNow / 1000),
      retryAfter: isAdmitted ? 0 : Math.ceil(over / 1000),
    };
  }

  /** More than a whole quota means that the clock was set back: nobody is locked out for that. */
  private usedAt(key: string, now: number): number {
    const used = Math.max(0, (this.wholeAt.get(key) ?? now) - now);
    return used > WINDOW_MS ? 0 : used;
  }

  /** Whoever asked longest ago is forgotten first, so that many callers cannot fill the memory. */
  private keep(key: string, wholeAt: number): void {
    this.wholeAt.delete(key);
    const [oldest] = this.wholeAt.keys();
    if (this.wholeAt.size >= MOST_KEYS && oldest !== undefined) this.wholeAt.delete(oldest);
    this.wholeAt.set(key, wholeAt);
  }
}

/** What may be asked from one address and through one post. */
export class RequestLimits {
  readonly address: RequestLimit;
  readonly post: RequestLimit;

  constructor(perMinute: { readonly address: number; readonly post: number }, clock: Clock) {
    this.address = new RequestLimit('address', perMinute.address, clock);
    this.post = new RequestLimit('post', perMinute.post, clock);
  }
}

/** `RateLimit-Policy` and `RateLimit` as in draft-ietf-httpapi-ratelimit-headers-10. */
export function rateLimitHeaders(allowances: readonly Allowance[]): Record<string, string> {
  if (allowances.length === 0) return {};
  const policies = allowances.map(({ quota, most }) => `"${quota}";q=${most};w=${WINDOW_MS / 1000}`);
  const states = allowances.map(({ quota, left, wholeIn }) => `"${quota}";r=${left};t=${wholeIn}`);
  const retryAfter = Math.max(...allowances.map((one) => one.retryAfter));
  return {
    'ratelimit-policy': policies.join(', '),
    ratelimit: states.join(', '),
    ...(retryAfter > 0 && { 'retry-after': String(retryAfter) }),
  };
}

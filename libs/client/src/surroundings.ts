/** What a client takes from where it runs; tests give their own. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  /** A new Idempotency-Key. */
  newKey(): string;
  /** Waits so many milliseconds; rejects when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const SURROUNDINGS: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  // Not crypto.randomUUID, which browsers keep from pages that came by plain HTTP.
  newKey: () => [...crypto.getRandomValues(new Uint8Array(16))].map(hexOf).join(''),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

import type { MessageFailure } from './message-failure.enum.js';

/** A channel did not take a message; it says no more, as more would name an address. */
export class NotTaken extends Error {
  /** REFUSED is for good; the rest is tried again. */
  constructor(readonly failure: `${MessageFailure}`) {
    super(`The message was not taken: ${failure}.`);
  }
}

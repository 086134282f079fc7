/** Why a message did not reach anybody. */
export enum MessageFailure {
  REFUSED = 'REFUSED',
  UNREACHABLE = 'UNREACHABLE',
  TOO_OLD = 'TOO_OLD',
}

/** A channel did not take a message; it says no more, as more would name an address. */
export class NotTaken extends Error {
  /** REFUSED is for good; the rest is tried again. */
  constructor(readonly failure: `${MessageFailure}`) {
    super(`The message was not taken: ${failure}.`);
  }
}

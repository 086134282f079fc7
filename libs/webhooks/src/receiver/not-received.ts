/** Nothing was answered; it says no more, as more would name an address. */
export class NotReceived extends Error {
  constructor(readonly failure: 'UNREACHABLE' | 'FORBIDDEN_ADDRESS') {
    super(`The delivery was not received: ${failure}.`);
  }
}

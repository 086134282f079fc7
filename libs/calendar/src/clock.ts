/** Where rules get the time from, so that no rule reads the system's clock. Usable as an injection token. */
export abstract class Clock {
  abstract now(): Date;
}

/** The clock of a running platform. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is told otherwise, so that a test decides what time it is. */
export class FixedClock extends Clock {
  #now: number;

  constructor(now: Date) {
    super();
    this.#now = now.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: Date): void {
    this.#now = now.getTime();
  }

  /** Moves by elapsed time: a day is 24 hours, whatever the zone does. */
  moveOn({ days = 0, hours = 0, minutes = 0, seconds = 0 }: ElapsedTime): void {
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}

export interface ElapsedTime {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

import { randomUUID } from 'node:crypto';

/** Makes the ids of rows. They are random (version 4): an id tells neither when nor after what a row was made. */
export abstract class IdSource {
  abstract next(): string;
}

export class RandomIdSource extends IdSource {
  next(): string {
    return randomUUID();
  }
}

import { Injectable } from '@nestjs/common';
import { lookup } from 'node:dns/promises';

/** An address of a name, as Node connects to it. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds the addresses of a name as this machine does. */
@Injectable()
export class NameLookup {
  find(name: string): Promise<HostAddress[]> {
    return lookup(name, { all: true });
  }
}

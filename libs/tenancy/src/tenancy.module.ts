import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { IdSource, RandomIdSource } from './id-source.js';
import { Tenancy } from './tenancy.js';

export interface TenancySettings {
  clock?: Clock;
  ids?: IdSource;
}

/** The present and new ids come from here alone; tests put their own in. */
@Module({})
export class TenancyModule {
  static with({
    clock = new SystemClock(),
    ids = new RandomIdSource(),
  }: TenancySettings = {}): DynamicModule {
    return {
      module: TenancyModule,
      global: true,
      providers: [Tenancy, { provide: Clock, useValue: clock }, { provide: IdSource, useValue: ids }],
      exports: [Tenancy, Clock, IdSource],
    };
  }
}

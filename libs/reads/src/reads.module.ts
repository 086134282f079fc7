import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reads } from './declare.js';
import { Reader } from './reader.js';

/** Gives resolvers the reader of all that is declared. */
@Module({})
export class ReadsModule {
  static with(declared: readonly Reads[]): DynamicModule {
    const provider = {
      provide: Reader,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new Reader(dataSource, declared),
    };
    return { module: ReadsModule, global: true, providers: [provider], exports: [provider] };
  }
}

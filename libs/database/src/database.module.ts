import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Hands the pool, opened and checked before Nest started, to everything inside it. */
@Module({})
export class DatabaseModule {
  static with(dataSource: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DataSource, useValue: dataSource }],
      exports: [DataSource],
    };
  }
}

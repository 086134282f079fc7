import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from './config.js';

/** Hands the settings that were checked before Nest started to everything inside it. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}

import { ChangesModule } from '#changes';
import { Config, ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import { EvaluationsModule } from '#evaluations';
import { FilesModule } from '#files';
import { GraphqlRulesModule } from '#graphql';
import { JobHandlers, JobsModule } from '#jobs';
import { MeetingsModule } from '#meetings';
import { WebhooksModule } from '#webhooks';
import { MenusModule } from '#menus';
import { NeedsModule } from '#needs';
import { AttemptLimit, NetworkModule } from '#network';
import { ReadsModule } from '#reads';
import { ResourcesModule } from '#resources';
import { TenancyModule, type TenancySettings } from '#tenancy';
import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import type { DataSource } from 'typeorm';

export interface WorkerParts extends TenancySettings {
  config: Config;
  dataSource: DataSource;
}

/** Puts the libraries together without GraphQL: their resolvers are made, and nobody can ask them. */
@Module({})
export class WorkerModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly attempts: AttemptLimit,
  ) {}

  static with({ config, dataSource, ...settings }: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(dataSource),
        TenancyModule.with(settings),
        GraphqlRulesModule,
        // Resolvers are made here too, though nobody asks them.
        ReadsModule.with([]),
        JobsModule,
        ChangesModule,
        FilesModule,
        NetworkModule,
        ResourcesModule,
        NeedsModule,
        MeetingsModule,
        WebhooksModule,
        MenusModule,
        EvaluationsModule,
      ],
    };
  }

  onModuleInit(): void {
    const work = (): Promise<void> => this.attempts.sweep();
    this.handlers.registerChore({ name: 'sweep-sign-in-attempts', crontab: '*/15 * * * *', work });
  }
}

import { Config } from '#config';
import { NodeRegistry } from '#graphql';
import { JobsModule } from '#jobs';
import { Module, type OnModuleInit } from '@nestjs/common';
import { join } from 'node:path';
import { FileCarriers } from './file/file-carriers.js';
import { FileResolver } from './file/file.resolver.js';
import { FileService } from './file/file.service.js';
import { FileSweep } from './file/file-sweep.js';
import { FileUploads } from './file/file-uploads.js';
import { DiskStore } from './store/disk-store.js';
import { FileStore } from './store/file-store.js';
import { S3Store } from './store/s3-store.js';

@Module({
  imports: [JobsModule],
  providers: [
    FileCarriers,
    FileResolver,
    FileService,
    FileSweep,
    FileUploads,
    {
      provide: FileStore,
      inject: [Config],
      useFactory: ({ s3, dataDir }: Config): FileStore =>
        s3 ? new S3Store(s3) : new DiskStore(join(dataDir, 'files')),
    },
  ],
  exports: [FileCarriers, FileService, FileStore, FileSweep, FileUploads],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly files: FileService,
    private readonly store: FileStore,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.store.prepare();
    this.nodes.register('File', (tx, id) => this.files.find(tx, id));
  }
}

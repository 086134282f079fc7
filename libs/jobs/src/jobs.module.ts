import { Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';

/** Imported by whoever adds or handles jobs; only the worker starts the runner. */
@Module({ providers: [JobHandlers, JobQueue, JobRunner], exports: [JobHandlers, JobQueue, JobRunner] })
export class JobsModule {}

export { countJobs } from './count-jobs.js';
export { JobHandlers, type Chore, type JobHandler } from './job-handlers.js';
export { JobQueue, type JobWish } from './job-queue.js';
export { JobRunner, type JobRunnerSettings, type RunningJobs } from './job-runner.js';
export { JobsModule } from './jobs.module.js';
export { Task } from './task.js';

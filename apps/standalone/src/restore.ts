import { restore } from './backup/folder-backup.js';
import { runFolderCommand, sizeOf } from './backup/folder-command.js';

await runFolderCommand(
  'restore',
  ({ dataDir }, folder) => restore(folder, dataDir),
  (backup) => `Restored ${sizeOf(backup)}, as they were on ${backup.takenAt}. Start Lianjian again.`,
);

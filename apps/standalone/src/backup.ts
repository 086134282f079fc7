import { backUp } from './backup/folder-backup.js';
import { runFolderCommand, sizeOf } from './backup/folder-command.js';

await runFolderCommand(
  'backup',
  ({ dataDir }, folder) => backUp(dataDir, folder, new Date()),
  (backup, folder) =>
    `Wrote ${sizeOf(backup)} to ${folder}. It holds keys and everybody’s data: keep it as you keep those.`,
);

import { ConfigError } from '#config';
import { describeStartError } from '#process';
import { writeManifest } from './operations-manifest.js';

// Of the operations of a client, the file that OPERATIONS_MANIFEST names.
try {
  const [folder, manifest] = process.argv.slice(2);
  if (folder === undefined || manifest === undefined)
    throw new ConfigError(['Name the folder of the operations and the file to write, in this order.']);
  for (const { id, file } of await writeManifest(folder, manifest)) process.stdout.write(`${id} ${file}\n`);
} catch (error) {
  process.stderr.write(`${describeStartError(error, null)}\n`);
  process.exitCode = 1;
}

import { type Config, loadConfig } from '#config';
import { bannerOf } from './banner.js';
import { describeStartError } from './describe-start-error.js';
import { type Standalone, startStandalone } from './start-standalone.js';
import { onStopSignal } from './stop-signals.js';

// What has not drained by then is cut off; the database's watchdog outlives us for its own stop (ms).
const DRAIN_PATIENCE = 9_000;

async function main(): Promise<void> {
  let config: Config | null = null;
  try {
    config = loadConfig(process.env);
    const starting = startStandalone(config);
    onStopSignal(() => void drain(starting));
    const standalone = await starting;
    process.stdout.write(bannerOf(config, standalone.accountsFile));
    void standalone.databaseDied.then((reason) => fail(`The database ended: ${reason}.`));
  } catch (error) {
    fail(describeStartError(error, config));
  }
}

/** A start that is still under way is let finish, as it knows best what to undo. */
async function drain(starting: Promise<Standalone>): Promise<void> {
  setTimeout(() => fail('Some work did not end in time and was cut off.'), DRAIN_PATIENCE).unref();
  const standalone = await starting;
  await standalone.close();
  process.exit(0);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

await main();

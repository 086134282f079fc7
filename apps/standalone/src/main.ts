import { runProgram } from '#process';
import { withSignals } from '#signals';
import { bannerOf } from './banner.js';
import { startStandalone } from './start-standalone.js';

await runProgram(
  (config) => withSignals(config, 'lianjian', (signals) => startStandalone(config, signals)),
  (config, { accountsFile }) => bannerOf(config, accountsFile),
);

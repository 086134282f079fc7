import { runProgram } from '#process';
import { bannerOf } from './banner.js';
import { startStandalone } from './start-standalone.js';

await runProgram(startStandalone, (config, { accountsFile }) => bannerOf(config, accountsFile));

/** Jest runs on what tsc emitted: Nest 12 is ESM only, and decorator metadata comes from the compiler. */
export default {
  rootDir: 'dist',
  testRegex: '\\.(int-|e2e-)?spec\\.js$',
  transform: {},
  testEnvironment: '<rootDir>/test/support/native-environment.js',
  testRunner: '<rootDir>/test/support/native-runner.js',
  // One database cluster for the run, one database for each file that asks for it.
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testSequencer: '<rootDir>/test/support/dearest-first.js',
  // The database wants its share of the cores, so that more workers would only wait for it.
  maxWorkers: 2,
  // A bound for what hangs, not a measure of speed.
  testTimeout: 90_000,
};

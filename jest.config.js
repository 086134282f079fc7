/** Jest runs on what tsc emitted: Nest 12 is ESM only, and decorator metadata comes from the compiler. */
export default {
  rootDir: 'dist',
  testRegex: '\\.(int-|e2e-)?spec\\.js$',
  transform: {},
  testEnvironment: 'node',
};

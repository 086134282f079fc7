export { describeStartError } from './describe-start-error.js';
export { runProgram, type Program } from './run-program.js';

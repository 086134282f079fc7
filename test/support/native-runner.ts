import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import NativeEnvironment from './native-environment.js';

const require = createRequire(import.meta.url);
const CIRCUS = require.resolve('jest-circus/runner');
const CIRCUS_PARTS = createRequire(CIRCUS).resolve('./jestAdapterInit.js');
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
const STATE = 'JEST_STATE_SYMBOL';

type Globals = typeof globalThis;
type Runner = (
  globalConfig: object,
  config: object,
  environment: { global: Globals },
  runtime: object,
  testPath: string,
  sendMessageToJest?: unknown,
) => Promise<unknown>;

/**
 * Runs a test file by Jest's own circus, but in Node as it is instead of in a vm context: there each file would
 * load and compile Nest, TypeORM and graphql anew, which took most of the time of a run. Files that follow each
 * other in a worker share modules and globals, as requests to a server do. A file that declares API types of its
 * own, which every schema built later would hold too, asks for a context by `@jest-environment node`.
 */
const run: Runner = async (globalConfig, config, environment, runtime, testPath, send) => {
  const circus: Runner = require(CIRCUS).default;
  if (!(environment instanceof NativeEnvironment))
    return circus(globalConfig, config, environment, runtime, testPath, send);
  const restore = lendGlobals(environment.global);
  try {
    return await circus(globalConfig, config, native(environment), loadingNatively(runtime), testPath, send);
  } finally {
    restore();
    forgetFile();
  }
};

export default run;

/** The environment, except that its globals are those of Node. */
function native(environment: object): { global: Globals } {
  return { ...environment, global: globalThis };
}

/** Jest's runtime, except that Node finds and loads the modules. */
function loadingNatively(runtime: object): object {
  return Object.assign(Object.create(runtime), {
    requireInternalModule: require,
    requireModule: require,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path: string) => import(pathToFileURL(path).href),
  });
}

/** Jest's console for what a file prints; and no way out of a run that would take the other files with it. */
function lendGlobals({ console }: Globals): () => void {
  const { console: ownConsole } = globalThis;
  const ownExit = Object.getOwnPropertyDescriptor(process, 'exit') ?? {};
  globalThis.console = console;
  process.exit = (code) => {
    throw new Error(`process.exit(${code ?? ''}) was called in a test.`);
  };
  return () => {
    globalThis.console = ownConsole;
    Object.defineProperty(process, 'exit', ownExit);
  };
}

/** Circus keeps a file's tests and listeners in globals, since each file used to have globals of its own. */
function forgetFile(): void {
  delete require.cache[CIRCUS_PARTS];
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key === EVENT_HANDLERS || key.description === STATE) Reflect.deleteProperty(globalThis, key);
}

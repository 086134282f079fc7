// Notes which globals there are, to hand them to each context: before the first file has added its own.
import 'jest-environment-node';

type Globals = typeof globalThis;

/**
 * Tells our runner to run a file in Node as it is; Jest's own `node` would make a vm context for it. What Jest does
 * to the globals before that, such as a console of its own, it does to a copy.
 */
export default class NativeEnvironment {
  readonly global: Globals = Object.create(globalThis, { process: { value: Object.create(process) } });
  // Asked for by Jest after each file. Nothing is mocked here.
  readonly moduleMocker = { restoreAllMocks: (): void => {} };

  getVmContext(): null {
    return null;
  }

  async setup(): Promise<void> {}

  async teardown(): Promise<void> {}
}

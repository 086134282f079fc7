type Globals = typeof globalThis;

/**
 * Tells our runner to run a file in Node as it is; Jest's own `node` would make a vm context for it. What Jest puts
 * over globals for the time of a file, its console and its warning of `process.exit`, it finds here.
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

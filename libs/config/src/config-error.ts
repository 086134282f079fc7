/** Its own class, so that a start can print the message as it is and leave stack traces to real faults. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

import { type Config, ConfigError } from '#config';
import { findDatabaseSentence } from '#database';

/** One sentence on why a start failed; a fault of ours keeps its stack for whoever asks with LOG_LEVEL=debug. */
export function describeStartError(error: unknown, config: Config | null): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return `Lianjian could not start: ${String(error)}.`;
  const sentence = describeListening(error, config) ?? findDatabaseSentence(error);
  if (sentence) return sentence;
  if (config?.logLevel === 'debug' || config?.logLevel === 'trace') return error.stack ?? error.message;
  return `Lianjian could not start: ${error.message.split('\n')[0]}.`;
}

const LISTENING: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken by another program: set PORT to a free one.`,
  EACCES: ({ port }) => `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `The address ${host} is not one of this machine: set HOST to one that is.`,
  ENOTFOUND: ({ host }) => `The name ${host} has no address: set HOST to an address of this machine.`,
};

function describeListening(error: Error, config: Config | null): string | null {
  if (config === null || !('code' in error) || typeof error.code !== 'string') return null;
  const isOurs = 'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo');
  const sentence = isOurs ? LISTENING[error.code] : undefined;
  return sentence ? sentence(config) : null;
}

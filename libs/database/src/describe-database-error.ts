import { DatabaseError } from './database-error.js';

/** What node and node-postgres put on a failed connection or statement. */
interface Failure {
  readonly code?: string;
  readonly message: string;
  readonly errors?: readonly unknown[];
  readonly syscall?: string;
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
}

const SENTENCES: Readonly<Record<string, (failure: Failure) => string>> = {
  ECONNREFUSED: (f) => `No database answers at ${place(f)}: the connection was refused.`,
  ECONNRESET: (f) => `The database${at(f)} closed the connection.`,
  EHOSTUNREACH: (f) => `The database host${at(f)} cannot be reached.`,
  ENETUNREACH: (f) => `The database host${at(f)} cannot be reached.`,
  ENOENT: () => 'No database listens on the given socket.',
  EACCES: () => 'The socket of the database may not be opened by this user.',
  ENOTFOUND: (f) => `The database host "${f.hostname ?? 'unknown'}" is not known.`,
  EAI_AGAIN: (f) => `The database host "${f.hostname ?? 'unknown'}" cannot be looked up.`,
  ETIMEDOUT: (f) => `The database${at(f)} did not answer in time.`,
  '28P01': () => 'The database refused the user name or the password.',
  '28000': (f) => `The database refused the login: ${f.message}.`,
  '3D000': (f) => `The database server has no such database: ${f.message}.`,
  '42501': (f) => `The database role lacks a right: ${f.message}.`,
  '53300': () => 'The database has no connection left for us.',
  '57P03': () => 'The database is starting up or shutting down.',
};

// Of a socket when met on connecting, else of some file.
const FILE_CODES = new Set(['ENOENT', 'EACCES']);

/** One sentence on what a failed connection or statement met; never the password. */
export function describeDatabaseError(error: unknown): string {
  const [firstLine] = readFailure(error).message.split('\n');
  return findDatabaseSentence(error) ?? `The database failed: ${firstLine}.`;
}

/** The same, but null for an error that need not be the database's. */
export function findDatabaseSentence(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.message;
  const failure = readFailure(error);
  const { code = '', syscall } = failure;
  if (FILE_CODES.has(code) && syscall !== 'connect') return null;
  const known = SENTENCES[code];
  if (known) return known(failure);
  return /timeout/i.test(failure.message) ? `The database${at(failure)} did not answer in time.` : null;
}

/** "localhost" fails with one error per address, of which the first says enough. */
function readFailure(error: unknown): Failure {
  if (!isFailure(error)) return { message: String(error) };
  return error.errors?.[0] ? readFailure(error.errors[0]) : error;
}

/** By shape, as errors may come from another realm. */
function isFailure(error: unknown): error is Failure {
  return typeof error === 'object' && error !== null && 'message' in error;
}

function place({ address, port }: Failure): string {
  return port === undefined ? (address ?? 'the given address') : `${address ?? 'the given host'}:${port}`;
}

function at(failure: Failure): string {
  return failure.address === undefined ? '' : ` at ${place(failure)}`;
}

import type { AnswerError } from '../support/test-client.js';
import type { PlainAnswer } from './plain/plain-api.js';

/** What is compared of an answer. */
export interface Compared {
  readonly data: unknown;
  readonly errors: readonly string[];
}

/**
 * What a server may answer that finds the plain values: where something must not be null, the null goes upward, and of
 * the errors that lie beneath one null, any may be told, but one must.
 */
export function expectedOf({ data, errors, nonNull }: PlainAnswer, told: readonly AnswerError[]): Compared {
  const root = { data: structuredClone(data) as unknown };
  const nulls = new Set(errors.map((error) => nullOf(error, nonNull)));
  for (const path of nulls) setNull(root, path);
  const possible = new Set(errors.map(textOf));
  const expected = told.map(textOf).filter((error) => possible.has(error));
  const toldOf = new Set(told.map((error) => nullOf(error, nonNull)));
  // A null within a null is not seen any more.
  const outermost = [...nulls].filter(
    (path) => ![...nulls].some((other) => path !== other && isBeneath(path, other)),
  );
  const untold = outermost
    .filter((path) => !toldOf.has(path))
    .flatMap((path) => errors.filter((error) => nullOf(error, nonNull) === path));
  return { data: root.data, errors: [...expected, ...untold.map(textOf)].toSorted() };
}

export function answeredOf(data: unknown, errors: readonly AnswerError[]): Compared {
  return { data, errors: errors.map(textOf).toSorted() };
}

function textOf({ path = [], extensions: { code, fields = [] } }: AnswerError): string {
  return [code, path.join('.'), ...fields.map((field) => field.path)].join(' ');
}

/** The path of the null that an error leaves, with `data` before it. */
function nullOf({ path = [] }: AnswerError, nonNull: ReadonlySet<string>): string {
  let length = path.length;
  while (length > 0 && nonNull.has(path.slice(0, length).join('.'))) length--;
  return ['data', ...path.slice(0, length)].join('.');
}

function isBeneath(path: string, other: string): boolean {
  return path.startsWith(`${other}.`);
}

function setNull(root: object, path: string): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = root;
  for (const step of steps) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : null;
  if (typeof at === 'object' && at !== null) Reflect.set(at, last, null);
}

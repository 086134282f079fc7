import { fingerprint } from './fingerprint.js';
import type { TestClient } from './test-client.js';

/** What an act answers: its kind, why not, and of bad input by field. */
export interface Answered {
  readonly __typename: string;
  readonly message?: string | null;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

/** One act, and the line that it is expected to answer. */
export type RefusedAct = readonly [expected: string, ask: () => Promise<Answered>];

/** Asks for one act after the other: each is answered with its line, and nothing is stored by any of them. */
export async function expectRefused(
  database: { readonly name: string },
  acts: readonly RefusedAct[],
): Promise<void> {
  const before = await fingerprint(database);
  const lines: string[] = [];
  for (const [, ask] of acts) lines.push(lineOf(await ask()));
  expect(lines).toEqual(acts.map(([expected]) => expected));
  expect(await fingerprint(database)).toBe(before);
}

/** Asks with a mutation that names its outcome `done`. */
export async function askDone<T extends Answered>(
  client: TestClient,
  mutation: string,
  variables: object,
): Promise<T | Answered> {
  const { data, errors } = await client.tryAsk<{ done: T }>(mutation, { ...variables });
  const [error] = errors ?? [];
  if (!error) return data?.done ?? { __typename: 'nothing' };
  const { code, fields } = error.extensions;
  return { __typename: code, message: error.message, ...(fields && { fields }) };
}

function lineOf({ __typename, message, fields }: Answered): string {
  if (!fields) return message ? `${__typename}: ${message}` : __typename;
  return fields.map(({ path, message: said }) => `${path}: ${said}`).join(' ');
}

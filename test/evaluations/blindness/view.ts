import type { Placeholders } from './placeholders.js';

/** All that one actor got, by what was asked. */
export type View = ReadonlyMap<string, string>;

/** What one actor can tell two worlds apart by. */
export interface Difference {
  readonly asked: string;
  /** Where in the answer; of what is no JSON nothing. */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

export function named(told: ReadonlyMap<string, string>, placeholders: Placeholders): View {
  return new Map([...told].map(([asked, text]) => [asked, placeholders.name(text)]));
}

/** Byte for byte; where answers differ, it is said in what. */
export function tellApart(one: View, other: View): Difference[] {
  const asked = [...new Set([...one.keys(), ...other.keys()])];
  return asked.flatMap((name) => {
    const [before, after] = [one.get(name), other.get(name)];
    if (before === after) return [];
    const found = differIn(parse(before), parse(after), []).map((difference) => ({
      asked: name,
      ...difference,
    }));
    return found.length > 0 ? found : [{ asked: name, path: '', one: before, other: after }];
  });
}

type Part = Omit<Difference, 'asked'>;

function differIn(one: unknown, other: unknown, path: readonly string[]): Part[] {
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differIn(one[key], other[key], [...path, key]));
  }
  return one === other ? [] : [{ path: path.join('.'), one, other }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The body after the status of the answer. */
function parse(text: string | undefined): unknown {
  const body = /^\d{3} (.*)$/s.exec(text ?? '')?.[1];
  try {
    return JSON.parse(body ?? '') as unknown;
  } catch {
    return text;
  }
}

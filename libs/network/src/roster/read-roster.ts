import type { z } from 'zod';
import { checkReferences } from './check-references.js';
import { pathOf, RosterError, type RosterProblem } from './roster-error.js';
import { type Roster, RosterFile } from './roster.schema.js';

/**
 * Checks what a file holds.
 * @throws RosterError naming every bad entry by its path
 */
export function readRoster(input: unknown): Roster {
  const parsed = RosterFile.safeParse(input, { error: sentenceOf });
  const shape = parsed.success ? [] : parsed.error.issues.flatMap(problemsOf);
  const problems = [...shape, ...checkReferences(input)];
  if (!parsed.success || problems.length > 0) throw new RosterError(problems);
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue): RosterProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: issue.message }];
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not known here' }));
}

/** For what the schema has no words of its own. */
function sentenceOf(issue: z.core.$ZodRawIssue): string {
  const { input } = issue;
  if (input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}, but is ${shown(input)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}, but is ${shown(input)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}, but is ${shown(input)}`;
    default:
      return `cannot be ${shown(input)}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

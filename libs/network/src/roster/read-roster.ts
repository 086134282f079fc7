import type { Words } from '#graphql';
import type { z } from 'zod';
import { checkReferences } from './check-references.js';
import { pathOf, RosterError, type RosterProblem } from './roster-error.js';
import { type Roster, RosterFile } from './roster.schema.js';
import { ROSTER_TYPES, ROSTER_WORDS } from './roster.words.js';

/**
 * Checks what a file holds.
 * @throws RosterError naming every bad entry by its path
 */
export function readRoster(input: unknown): Roster {
  const parsed = RosterFile.safeParse(input, { reportInput: true });
  const shape = parsed.success ? [] : parsed.error.issues.flatMap(problemsOf);
  const problems = [...shape, ...checkReferences(input)];
  if (!parsed.success || problems.length > 0) throw new RosterError(problems);
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue): RosterProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: wordsOf(issue) }];
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: ROSTER_WORDS.notKnown }));
}

function wordsOf(issue: z.core.$ZodIssue): Words {
  const { input } = issue;
  const given = shown(input);
  if (issue.code === 'custom') return issue.params?.['words'] as Words;
  if (input === undefined) return ROSTER_WORDS.missing;
  switch (issue.code) {
    case 'invalid_type':
      return ROSTER_WORDS.wrongType({ type: TYPES[issue.expected] ?? issue.expected });
    case 'invalid_value':
      return ROSTER_WORDS.oneOf({ choices: issue.values.join(', '), given });
    case 'too_small':
      return ROSTER_WORDS.tooSmall({ least: String(issue.minimum), given });
    case 'too_big':
      return ROSTER_WORDS.tooBig({ most: String(issue.maximum), given });
    default:
      return ROSTER_WORDS.cannotBe({ given });
  }
}

const TYPES: Readonly<Record<string, Words>> = { ...ROSTER_TYPES, record: ROSTER_TYPES.object };

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

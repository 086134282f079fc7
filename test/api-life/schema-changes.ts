import {
  findBreakingChanges,
  findDangerousChanges,
  type BreakingChangeType,
  type DangerousChangeType,
  type GraphQLSchema,
} from 'graphql';
import { listFacts, type Fact } from './schema-facts.js';

/** BREAKING: a document that worked may fail. DANGEROUS: it works, but may be answered with what it did not expect. */
export type Grade = 'BREAKING' | 'DANGEROUS' | 'SAFE';

export interface Change {
  readonly grade: Grade;
  readonly coordinate: string;
  readonly says: string;
}

// graphql-js names the place in its sentence only.
const FIELD = [/^(\w+\.\w+)/, '$1'] as const;
const ARGUMENT = [/^(\w+\.\w+) arg (\w+)/, '$1($2:)'] as const;
const NEW_ARGUMENT = [/ arg (\w+) on (\w+\.\w+)/, '$2($1:)'] as const;
const NEW_INPUT_FIELD = [/ field (\w+) on input type (\w+)/, '$2.$1'] as const;
const TYPE = [/^(?:Standard scalar )?(\w+)/, '$1'] as const;
const LAST_TYPE = [/ (\w+)\.$/, '$1'] as const;
const VALUE = [/^(\w+) .* enum type (\w+)/, '$2.$1'] as const;
const DIRECTIVE = [/ (\w+)\.$/, '@$1'] as const;

const PLACES: Readonly<
  Record<`${BreakingChangeType}` | `${DangerousChangeType}`, readonly [pattern: RegExp, coordinate: string]>
> = {
  TYPE_REMOVED: TYPE,
  TYPE_CHANGED_KIND: TYPE,
  TYPE_REMOVED_FROM_UNION: LAST_TYPE,
  TYPE_ADDED_TO_UNION: LAST_TYPE,
  VALUE_REMOVED_FROM_ENUM: VALUE,
  VALUE_ADDED_TO_ENUM: VALUE,
  REQUIRED_INPUT_FIELD_ADDED: NEW_INPUT_FIELD,
  OPTIONAL_INPUT_FIELD_ADDED: NEW_INPUT_FIELD,
  IMPLEMENTED_INTERFACE_REMOVED: TYPE,
  IMPLEMENTED_INTERFACE_ADDED: LAST_TYPE,
  FIELD_REMOVED: FIELD,
  FIELD_CHANGED_KIND: FIELD,
  REQUIRED_ARG_ADDED: NEW_ARGUMENT,
  OPTIONAL_ARG_ADDED: NEW_ARGUMENT,
  ARG_REMOVED: ARGUMENT,
  ARG_CHANGED_KIND: ARGUMENT,
  ARG_DEFAULT_VALUE_CHANGE: ARGUMENT,
  DIRECTIVE_REMOVED: [/^(\w+)/, '@$1'],
  DIRECTIVE_ARG_REMOVED: [/^(\w+) was removed from (\w+)/, '@$2($1:)'],
  REQUIRED_DIRECTIVE_ARG_ADDED: [/ arg (\w+) on directive (\w+)/, '@$2($1:)'],
  DIRECTIVE_REPEATABLE_REMOVED: DIRECTIVE,
  DIRECTIVE_LOCATION_REMOVED: DIRECTIVE,
};

/** Every change from one schema to the next, the breaking ones first. */
export function listChanges(before: GraphQLSchema, after: GraphQLSchema): Change[] {
  const breaking = findBreakingChanges(before, after).map((one) => graded('BREAKING', one));
  const dangerous = findDangerousChanges(before, after).map((one) => graded('DANGEROUS', one));
  const known = new Set([...breaking, ...dangerous].map(({ coordinate }) => coordinate));
  const others = listOthers(listFacts(before), listFacts(after)).filter(
    ({ coordinate }) => !known.has(coordinate),
  );
  const inGrade = (grade: Grade): Change[] => others.filter((one) => one.grade === grade);
  return [...breaking, ...dangerous, ...inGrade('DANGEROUS'), ...inGrade('SAFE')];
}

function graded(
  grade: Grade,
  { type, description }: { type: `${BreakingChangeType}` | `${DangerousChangeType}`; description: string },
): Change {
  const [pattern, coordinate] = PLACES[type];
  const [place] = pattern.exec(description) ?? [];
  if (place === undefined)
    throw new Error(`graphql-js says "${description}", and where that is is not known.`);
  return { grade, coordinate: place.replace(pattern, coordinate), says: description };
}

/** What graphql-js does not speak of. What goes with something that is new or gone is not named again. */
function listOthers(before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>): Change[] {
  return [...after].flatMap(([coordinate, fact]): Change[] => {
    const earlier = before.get(coordinate);
    if (earlier) return changesOf(coordinate, earlier, fact);
    return before.has(parentOf(coordinate)) || parentOf(coordinate) === coordinate
      ? [{ grade: 'SAFE', coordinate, says: `${coordinate} was added.` }]
      : [];
  });
}

function changesOf(coordinate: string, earlier: Fact, fact: Fact): Change[] {
  const change = (grade: Grade, what: string): Change => ({
    grade,
    coordinate,
    says: `${coordinate} ${what}.`,
  });
  const changes: Change[] = [];
  if (earlier.type !== fact.type)
    changes.push(change('SAFE', `changed type from ${earlier.type} to ${fact.type}`));
  if (earlier.defaultValue !== fact.defaultValue) changes.push(change('DANGEROUS', 'changed its default'));
  if (whoMay(earlier) !== whoMay(fact)) {
    changes.push(change('DANGEROUS', `is for others: before "${whoMay(earlier)}", now "${whoMay(fact)}"`));
  } else if (earlier.description !== fact.description) changes.push(change('SAFE', 'is described anew'));
  if (earlier.deprecation === null && fact.deprecation !== null) {
    changes.push(change('SAFE', `was deprecated: ${fact.deprecation}`));
  } else if (earlier.deprecation !== fact.deprecation)
    changes.push(change('SAFE', 'changed its deprecation'));
  return changes;
}

/** Who may call a root field stands at the end of its description. */
function whoMay({ description }: Fact): string {
  return /Who: (.*)\.$/s.exec(description)?.[1] ?? '';
}

function parentOf(coordinate: string): string {
  return coordinate.replace(/(?:\(\w+:\)|\.\w+)$/, '');
}

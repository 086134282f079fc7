import { writeChineseSpan } from '#calendar';
import type { Language } from '#graphql';
import type { YearImport } from '#resources';
import { CALENDAR_CLI_WORDS } from './calendar.words.js';
import { CLI_WORDS } from './import.words.js';

/** What an operator reads of it. */
export function describeYearImport(
  { year, version, isNew, changes, conflicts }: YearImport,
  dryRun: boolean,
  language: Language,
): string {
  const { nothing, announced, corrected, noConflicts } = CALENDAR_CLI_WORDS;
  if (changes.length === 0) return `${nothing({ year, version })[language]}\n`;
  const lines = conflicts.map(({ startsAt, endsAt, zone, ...names }) => {
    const span = writeChineseSpan({ startsAt, endsAt }, zone);
    return `! ${CALENDAR_CLI_WORDS.conflict({ ...names, span })[language]}`;
  });
  const count = conflicts.length;
  const heading = CALENDAR_CLI_WORDS.conflicts({ count, filter: '{ conflicting: true }' })[language];
  const all = [
    ...changes,
    (isNew ? announced : corrected)({ year, version })[language],
    ...(count === 0 ? [noConflicts[language]] : [heading, ...lines]),
    ...(dryRun ? [CLI_WORDS.dryRun[language]] : []),
  ];
  return `${all.join('\n')}\n`;
}

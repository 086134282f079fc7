import type { Change } from './schema-changes.js';

/** Breaking changes that the Unreleased part of the changelog does not name by their coordinate. */
export function listUntold(changelog: string, changes: readonly Change[]): Change[] {
  const unreleased = /^## Unreleased$(.*?)(?=^## |(?![\s\S]))/ms.exec(changelog)?.[1] ?? '';
  const told = new Set([...unreleased.matchAll(/`([^`]+)`/g)].map(([, coordinate]) => coordinate));
  return changes.filter(({ grade, coordinate }) => grade === 'BREAKING' && !told.has(coordinate));
}

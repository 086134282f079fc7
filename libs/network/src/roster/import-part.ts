import type { Words } from '#graphql';
import type { OperatorWishes } from './as-operator.js';
import type { RosterChange } from './roster-plan.js';
import type { UnitRights } from './unit-rights.js';

/** What a part of an import has done. */
export interface PartOutcome {
  readonly changes: readonly RosterChange[];
  readonly notes: readonly Words[];
}

/** Stored with a roster and in its transaction; what it throws takes the roster back as well. */
export interface ImportPart {
  readonly entities: NonNullable<OperatorWishes['entities']>;
  store(units: UnitRights): Promise<PartOutcome>;
}

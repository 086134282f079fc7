import { EVALUATIONS_ENTITIES } from '../evaluations.entities.js';
import { RULE_PARTS } from '../rules/rules-writing.js';
import { RulePart } from '../rules/rule-readers.js';
import { ROUND_PARTS } from './evaluation-round.repository.js';
import { RoundPart } from './round-readers.js';

const namesOf = (tables: readonly { readonly name: string }[]): string[] =>
  tables.map(({ name }) => name).toSorted();

describe('what stands beneath a round', () => {
  it('follows its returning officer and its first notice, every table', () => {
    const parts = EVALUATIONS_ENTITIES.filter(({ prototype }) => prototype instanceof RoundPart);
    expect(namesOf(parts)).toEqual(namesOf(ROUND_PARTS));
  });

  it('is opened and frozen with it, every table of its rules', () => {
    const parts = EVALUATIONS_ENTITIES.filter(({ prototype }) => prototype instanceof RulePart);
    expect(namesOf(parts)).toEqual(namesOf(RULE_PARTS));
  });
});

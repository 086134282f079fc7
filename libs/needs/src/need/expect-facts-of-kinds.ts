import { ApiError } from '#graphql';
import { factsOutside } from '#resources';
import type { Need } from './need.entity.js';
import { NEED_WORDS } from './need.words.js';

/** A fact that no kind asked for can have would be asked of nobody. @throws ApiError BAD_USER_INPUT */
export function expectFactsOfKinds({ kinds, facts }: Pick<Need, 'kinds' | 'facts'>): void {
  const message = NEED_WORDS.factOfOtherKind;
  const problems = factsOutside(kinds, facts).map((fact) => ({ path: `input.facts.${fact}`, message }));
  if (problems.length > 0) throw ApiError.badInput(problems);
}

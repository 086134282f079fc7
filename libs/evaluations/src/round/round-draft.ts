import { ApiError, type FieldProblem } from '#graphql';
import type { RoundChange } from './evaluation-round.repository.js';
import { EvaluationRoundState, type EvaluationRound } from './evaluation-round.entity.js';
import type { UpdateEvaluationRoundInput } from './evaluation-round.inputs.js';
import { EVALUATION_ROUND_WORDS } from './evaluation-round.words.js';

type Terms = Pick<EvaluationRound, 'periodFrom' | 'periodTo' | 'nominationsUntil' | 'scoringUntil'>;

/** What has not happened to a round that is being set up. */
export const UNTOUCHED = {
  state: EvaluationRoundState.SETUP,
  isStreetOffice: false,
  returningPostId: null,
  returningPersonId: null,
  returningPersonName: null,
  returningUnitId: null,
  leftOutFinalists: [] as string[],
  returnedByIds: [] as string[],
  openedAt: null,
  scoringAt: null,
  deliberatingAt: null,
  publishedAt: null,
  finalAt: null,
  cancelledAt: null,
  reason: null,
  version: 1,
} as const;

/** What is left out stays; null empties the two dates, and leaves the rest. */
export function changesOf(input: UpdateEvaluationRoundInput): RoundChange {
  const { name, periodFrom, periodTo, noticeWorkingDays, nominationsUntil, scoringUntil } = input;
  return {
    ...(name && { name }),
    ...(periodFrom && { periodFrom }),
    ...(periodTo && { periodTo }),
    ...(noticeWorkingDays && { noticeWorkingDays }),
    ...(nominationsUntil !== undefined && { nominationsUntil }),
    ...(scoringUntil !== undefined && { scoringUntil }),
  };
}

/** What cannot be of a round, by the field that says it; `said` is what is new of it. */
export function judgeTerms(round: Terms, said: Partial<Terms>, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (name: string, message: FieldProblem['message']): void =>
    void problems.push({ path: `input.${name}`, message });
  if (round.periodTo < round.periodFrom)
    add(said.periodTo ? 'periodTo' : 'periodFrom', EVALUATION_ROUND_WORDS.periodUpsideDown);
  for (const name of ['nominationsUntil', 'scoringUntil'] as const) {
    const until = said[name];
    if (until && until <= now) add(name, EVALUATION_ROUND_WORDS.inThePast);
  }
  const { nominationsUntil, scoringUntil } = round;
  if (nominationsUntil && scoringUntil && scoringUntil <= nominationsUntil)
    add(
      said.scoringUntil ? 'scoringUntil' : 'nominationsUntil',
      EVALUATION_ROUND_WORDS.scoringBeforeNominations,
    );
  return problems;
}

/** @throws ApiError BAD_USER_INPUT for the first of them, which names all */
export function expectNone(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw ApiError.badInput(problems);
}

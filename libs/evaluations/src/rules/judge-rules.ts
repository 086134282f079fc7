import type { FieldProblem, Words } from '#graphql';
import { Fraction } from 'fraction.js';
import { foldName } from './fold-name.js';
import { EVALUATION_PANEL_KINDS, EVALUATION_RULES_WORDS } from './evaluation-rules.words.js';
import { LEAST_SHEETS, MOST_SHEETS, type RulesDraft } from './rules-draft.js';

const WORDS = EVALUATION_RULES_WORDS;

/** What cannot be of these rules, by the field of the input that says it; none when they are sound. */
export function judgeRules(rules: RulesDraft): FieldProblem[] {
  const problems = [...judgeScale(rules.scale), ...judgeSheets(rules.sheets)];
  problems.push(...judgeWeights('criteria', rules.criteria), ...judgeWeights('panels', rules.panels));
  const twice = rules.panels.find(({ kind }, at) => rules.panels.findIndex((one) => one.kind === kind) < at);
  if (twice) problems.push(problem('panels', WORDS.panelTwice({ kind: EVALUATION_PANEL_KINDS[twice.kind] })));
  problems.push(...judgeNames('criteria', rules.criteria, WORDS.criterionTwice));
  problems.push(...judgeNames('awards', rules.awards, WORDS.awardTwice));
  return [...problems, ...judgeAwards(rules)];
}

/** Two of one name could not be told apart on a sheet, a certificate or a ranking. */
function judgeNames(
  list: 'criteria' | 'awards',
  of: readonly { readonly name: string }[],
  message: typeof WORDS.awardTwice,
): FieldProblem[] {
  const names = of.map(({ name }) => foldName(name));
  return of.flatMap(({ name }, at) =>
    names.indexOf(foldName(name)) < at ? [problem(`${list}.${at}.name`, message({ name }))] : [],
  );
}

function judgeScale({ scaleMin, scaleMax, scaleStep }: RulesDraft['scale']): FieldProblem[] {
  const all = { min: scaleMin, max: scaleMax, step: scaleStep };
  const long = Object.entries(all).filter(([, value]) => hasManyPlaces(value));
  if (long.length > 0) return long.map(([name]) => problem(`scale.${name}`, WORDS.twoPlaces));
  const [min, max, step] = [new Fraction(scaleMin), new Fraction(scaleMax), new Fraction(scaleStep)];
  if (min.lt(0)) return [problem('scale.min', WORDS.scaleOutOfRange)];
  if (max.gt(1000)) return [problem('scale.max', WORDS.scaleOutOfRange)];
  if (max.lte(min)) return [problem('scale.max', WORDS.scaleUpsideDown)];
  if (step.lte(0)) return [problem('scale.step', WORDS.stepNeeded)];
  const [plainMin, plainMax, plainStep] = [min, max, step].map(String);
  const shown = { min: plainMin ?? '', max: plainMax ?? '', step: plainStep ?? '' };
  return max.sub(min).mod(step).equals(0) ? [] : [problem('scale.step', WORDS.stepDoesNotDivide(shown))];
}

function judgeSheets({ minimumSheets, sheetsPerPanel }: RulesDraft['sheets']): FieldProblem[] {
  if (minimumSheets < LEAST_SHEETS) return [problem('minimumSheets', WORDS.minimumTooSmall)];
  if (minimumSheets > MOST_SHEETS) return [problem('minimumSheets', WORDS.tooManySheets)];
  if (sheetsPerPanel > MOST_SHEETS) return [problem('sheetsPerPanel', WORDS.tooManySheets)];
  const minimum = minimumSheets;
  return sheetsPerPanel < minimum ? [problem('sheetsPerPanel', WORDS.sheetsBelowMinimum({ minimum }))] : [];
}

function judgeWeights(
  list: 'criteria' | 'panels',
  of: readonly { readonly weight: string }[],
): FieldProblem[] {
  const problems = of.flatMap(({ weight }, at) => {
    const path = `${list}.${at}.weight`;
    if (hasManyPlaces(weight)) return [problem(path, WORDS.twoPlaces)];
    const isOne = new Fraction(weight).gt(0) && new Fraction(weight).lte(100);
    return isOne ? [] : [problem(path, WORDS.weightNeeded)];
  });
  if (problems.length > 0) return problems;
  const sum = of.reduce((all, { weight }) => all.add(weight), new Fraction(0));
  return sum.equals(100) ? [] : [problem(list, WORDS.weightSum({ sum: sum.toString() }))];
}

function judgeAwards({ awards, scale }: RulesDraft): FieldProblem[] {
  const shape = awards.flatMap(({ places, minScore }, at) =>
    (places === null) === (minScore === null) ? [problem(`awards.${at}`, WORDS.eitherPlacesOrScore)] : [],
  );
  if (shape.length > 0) return shape;
  const scores = awards.flatMap(({ minScore }) => minScore ?? []);
  if (scores.length > 0 && scores.length < awards.length) return [problem('awards', WORDS.oneKindOfTier)];
  return scores.flatMap((score, at) => {
    const path = `awards.${at}.minScore`;
    if (hasManyPlaces(score)) return [problem(path, WORDS.twoPlaces)];
    const from = new Fraction(score);
    if (from.lt(scale.scaleMin) || from.gt(scale.scaleMax)) return [problem(path, WORDS.tierOffScale)];
    const before = scores[at - 1];
    return before !== undefined && from.gte(before) ? [problem(path, WORDS.tierAboveBefore)] : [];
  });
}

function problem(path: string, message: Words): FieldProblem {
  return { path: `input.${path}`, message };
}

function hasManyPlaces(decimal: string): boolean {
  return (decimal.split('.')[1]?.length ?? 0) > 2;
}

import { phrase, type Words, type WordsPart } from '#graphql';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';

export const EVALUATION_PANEL_KINDS = {
  [EvaluationPanelKind.COMMITTEE]: { en: 'the committee', zh: '居委会' },
  [EvaluationPanelKind.PARTNER_UNITS]: { en: 'the partner units', zh: '共建单位' },
  [EvaluationPanelKind.RESIDENTS]: { en: 'residents’ representatives', zh: '居民代表' },
} satisfies Record<EvaluationPanelKind, Words>;

export const EVALUATION_RULES_WORDS = {
  nameNeeded: { en: 'This needs a name.', zh: '请填写名称。' },
  nameTooLong: { en: 'A name has at most 60 characters.', zh: '名称最多 60 个字。' },
  descriptionTooLong: { en: 'This may have at most 500 characters.', zh: '说明最多 500 个字。' },
  criterionNeeded: { en: 'A round has at least one criterion.', zh: '至少要有一项评分标准。' },
  tooManyCriteria: { en: 'A round has at most 20 criteria.', zh: '评分标准最多 20 项。' },
  criterionTwice: phrase({
    en: 'There is a criterion “{name}” already: give this one another name.',
    zh: '评分标准“{name}”已存在，请改用其他名称。',
  }),
  panelNeeded: { en: 'A round has at least one panel.', zh: '至少要有一个评委组。' },
  panelTwice: phrase({
    en: 'There is one panel of {kind} only: put both into one, with the sum of their weights.',
    zh: '{kind}评委组只能有一个，请合并，并将权重相加。',
  }),
  tooManyAwards: { en: 'A round has at most 20 tiers of awards.', zh: '奖项最多 20 个等次。' },
  awardTwice: phrase({
    en: 'There is an award “{name}” already: give this one another name, or more places to that one.',
    zh: '奖项“{name}”已存在，请改用其他名称，或增加其名额。',
  }),
  twoPlaces: { en: 'At most two places after the point.', zh: '最多两位小数。' },
  weightNeeded: { en: 'A weight is above 0, and 100 at most.', zh: '权重须大于 0，且不超过 100。' },
  weightSum: phrase({
    en: 'The weights sum to {sum}; they must sum to 100: change one or more of them.',
    zh: '权重合计为 {sum}，应为 100，请调整。',
  }),
  scaleUpsideDown: {
    en: 'The highest score must be above the lowest.',
    zh: '最高分须大于最低分。',
  },
  scaleOutOfRange: { en: 'Scores lie between 0 and 1000.', zh: '分值须在 0 到 1000 之间。' },
  stepNeeded: { en: 'A step is above 0.', zh: '分值间隔须大于 0。' },
  stepDoesNotDivide: phrase({
    en: 'Steps of {step} do not lead from {min} to {max}: choose one that divides the span.',
    zh: '从 {min} 到 {max} 不能按 {step} 整除分档，请改用能整除的间隔。',
  }),
  minimumTooSmall: {
    en: 'A panel has at least three sheets, so that none of its judges is known by its mean: set 3 or more.',
    zh: '每组有效评分表至少三份，以免从平均分推知个人评分；请填 3 或以上。',
  },
  tooManySheets: { en: 'A panel has at most 50 sheets.', zh: '每组评分表最多 50 份。' },
  sheetsBelowMinimum: phrase({
    en: 'At least {minimum} judges of a panel are needed for a nomination: propose as many, or lower the minimum.',
    zh: '每组每项至少安排 {minimum} 名评委：请增加人数，或降低最低份数。',
  }),
  eitherPlacesOrScore: {
    en: 'A tier has either places or a score from which it is given.',
    zh: '每个等次须且只能填写名额或起评分之一。',
  },
  oneKindOfTier: {
    en: 'All tiers have places, or all begin at a score.',
    zh: '各等次须统一按名额或统一按起评分设置。',
  },
  tierAboveBefore: {
    en: 'A tier begins below the one before it: the best comes first.',
    zh: '起评分须低于上一等次：从高到低排列。',
  },
  tierOffScale: {
    en: 'This score lies outside the scale: choose one that a judge could give.',
    zh: '该分值超出评分范围，请填写范围内的分值。',
  },
  placesTooFew: { en: 'A tier has at least one place.', zh: '名额至少为 1。' },
  placesTooMany: { en: 'A tier has at most 1,000 places.', zh: '名额最多 1000。' },
  pointsBelowNought: { en: 'Points are not below 0.', zh: '积分不能小于 0。' },
  pointsTooMany: { en: 'Points are 100,000 at most.', zh: '积分最多 100000。' },
} satisfies WordsPart;

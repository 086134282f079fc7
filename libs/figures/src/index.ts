export { COVERAGE_WORDS } from './coverage/coverage.words.js';
export { FIGURE_WORDS } from './figures.words.js';
export { FiguresModule } from './figures.module.js';
export { FigureKinds } from './kind/figure-kinds.js';
export { FigureMeasure } from './kind/figure-measure.enum.js';
export { FigureName } from './kind/figure-name.enum.js';
export { FigureNature } from './kind/figure-nature.enum.js';
export { monthOf, NETWORKS, withinInstants, withinMonths, type FigureKind } from './kind/figure-kind.js';

import { registerEnumType } from '@nestjs/graphql';

/** How long the periods are in which figures are told. */
export enum FigurePeriodBy {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}

registerEnumType(FigurePeriodBy, {
  name: 'FigurePeriodBy',
  description: 'How long the periods of figures are. They are those of the calendar.',
  valuesMap: {
    MONTH: { description: 'Months.' },
    QUARTER: { description: 'Quarters, from January on.' },
    YEAR: { description: 'Years of the calendar.' },
  },
});

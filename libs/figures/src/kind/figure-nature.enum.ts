import { registerEnumType } from '@nestjs/graphql';

/** How a figure is put together over months, units and networks. */
export enum FigureNature {
  ADDITIVE = 'ADDITIVE',
  MEAN = 'MEAN',
  DISTINCT = 'DISTINCT',
  STOCK = 'STOCK',
}

registerEnumType(FigureNature, {
  name: 'FigureNature',
  description: 'What may be added up.',
  valuesMap: {
    ADDITIVE: {
      description: 'Units add up to their network, networks to the area, months to the quarter and the year.',
    },
    MEAN: {
      description:
        'Numerators and denominators add up, values do not: of a quarter it is the mean over what happened in it.',
    },
    DISTINCT: { description: 'Each unit counts once, however often it is met; nothing adds up.' },
    STOCK: {
      description:
        'As it stands now: units add up to their network, networks to the area. Told for the present period alone.',
    },
  },
});

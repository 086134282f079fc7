import { registerEnumType } from '@nestjs/graphql';

/** In what a figure is measured. */
export enum FigureMeasure {
  COUNT = 'COUNT',
  HEADS = 'HEADS',
  HOURS = 'HOURS',
  HEAD_HOURS = 'HEAD_HOURS',
  KWH = 'KWH',
  PIECE_HOURS = 'PIECE_HOURS',
  MINUTES = 'MINUTES',
  POINTS = 'POINTS',
  MARK = 'MARK',
  SHARE = 'SHARE',
}

registerEnumType(FigureMeasure, {
  name: 'FigureMeasure',
  description: 'In what a figure is measured.',
  valuesMap: {
    COUNT: { description: 'How many.' },
    HEADS: { description: 'Persons, as often as they came.' },
    HOURS: { description: 'Hours.' },
    HEAD_HOURS: { description: 'Heads × hours.' },
    KWH: { description: 'Kilowatt-hours.' },
    PIECE_HOURS: { description: 'Pieces × hours.' },
    MINUTES: { description: 'Minutes.' },
    POINTS: { description: 'Points (积分).' },
    MARK: { description: 'Marks from 1 to 5.' },
    SHARE: { description: 'A share, from 0 to 1.' },
  },
});

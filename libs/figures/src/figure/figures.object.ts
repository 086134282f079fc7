import { DateScalar, DecimalScalar, Node, Spoken } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FigureMeasure } from '../kind/figure-measure.enum.js';
import { FigureNature } from '../kind/figure-nature.enum.js';
import { FigureName } from '../kind/figure-name.enum.js';
import { FigurePeriodBy } from '../period/figure-period-by.enum.js';

@ObjectType('FigurePeriod', {
  description: 'A month, a quarter or a year of the calendar, in the zone of the region.',
})
export abstract class FigurePeriodObject {
  @Field(() => String, { description: 'What it is called on an axis: 2026-11, 2026-Q4 or 2026.' })
  readonly key!: string;

  @Field(() => DateScalar, { description: 'Its first day, or the first that was asked for.' })
  readonly firstDay!: string;

  @Field(() => DateScalar, { description: 'Its last day, included, or the last that was asked for.' })
  readonly lastDay!: string;

  @Field(() => Boolean, { description: 'Whether its last day has gone by.' })
  readonly isOver!: boolean;
}

@ObjectType('FigureValue', { description: 'A figure of one period, or of the whole time.' })
export abstract class FigureValueObject {
  @Field(() => FigurePeriodObject, {
    nullable: true,
    description: 'Of which period; null of the whole time.',
  })
  readonly period!: FigurePeriodObject | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure, numerator ÷ denominator, rounded half up to four places. Null where a mean is over nothing, and where a stock is not known.',
  })
  readonly value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What was added up, exact.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What it is divided by, exact: over how much a mean is taken; of what adds up 1, or 60 of hours, kWh and points, which are kept in sixtieths.',
  })
  readonly denominator!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class FigureSeries {
  @Field(() => [FigureValueObject], {
    description: 'One for each period, in order. Empty where it is withheld.',
  })
  readonly values!: readonly FigureValueObject[];

  @Field(() => FigureValueObject, {
    nullable: true,
    description: 'Over the whole time: of a mean over all that happened in it. Null where it is withheld.',
  })
  readonly total!: FigureValueObject | null;
}

@ObjectType('FigureOfUnit', { description: 'A figure of one unit.' })
export abstract class FigureOfUnitObject extends FigureSeries {
  @Field(() => UnitObject, { nullable: true, description: 'The unit; null when you no longer see it.' })
  readonly unit!: UnitObject | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its place among the units by `total`, the largest first, from 1; equal ones share a place and the next is skipped. Of one’s own unit in a network it is told though the others are not; null without a value, and to stewards of what is private to units.',
  })
  readonly rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'Among how many units that is; null without a rank.' })
  readonly rankedOf!: number | null;
}

@ObjectType('FigureOfNetwork', { description: 'A figure of one network.' })
export abstract class FigureOfNetworkObject extends FigureSeries {
  @Field(() => NetworkObject, { nullable: true, description: 'The network; null when you no longer see it.' })
  readonly network!: NetworkObject | null;
}

@ObjectType('Figure', { description: 'One figure, by period, and of whom it is made up.' })
export abstract class FigureObject extends FigureSeries {
  @Field(() => FigureName, { description: 'Which.' })
  readonly name!: FigureName;

  @Spoken()
  @Field(() => String, { description: 'A few words, for the legend of a chart.' })
  readonly title!: string;

  @Spoken()
  @Field(() => String, {
    description: 'What is counted, in which month it falls, and for which unit and network.',
  })
  readonly definition!: string;

  @Field(() => FigureMeasure, { description: 'In what it is measured.' })
  readonly measure!: FigureMeasure;

  @Field(() => FigureNature, { description: 'What of it may be added up.' })
  readonly nature!: FigureNature;

  @Spoken()
  @Field(() => String, {
    nullable: true,
    description: 'Why `values` and `total` are not told to you; null when they are.',
  })
  readonly withheld!: string | null;

  @Spoken()
  @Field(() => String, {
    nullable: true,
    description: 'Why `rows` are not told to you; null when they are.',
  })
  readonly rowsWithheld!: string | null;
}

@ObjectType('Figures', { description: 'Figures of a network, a unit or an area, by period.' })
export abstract class FiguresObject {
  @Field(() => Node, { description: 'What they are of.' })
  readonly of!: Node;

  @Field(() => FigurePeriodBy, { description: 'How long the periods are.' })
  readonly by!: FigurePeriodBy;

  @Field(() => [FigurePeriodObject], { description: 'The periods, in order and without gaps.' })
  readonly periods!: readonly FigurePeriodObject[];

  @Field(() => [FigureObject], { description: 'The figures, in the order in which they are named.' })
  readonly figures!: readonly FigureObject[];
}

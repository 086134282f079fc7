import { connectionOf, DateScalar, DecimalScalar, Node } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('FigureRow', { description: 'What one thing adds to a figure.' })
export abstract class FigureRowObject {
  @Field(() => DateScalar, { description: 'First day of the month it counts in.' })
  readonly month!: string;

  @Field(() => DecimalScalar, { description: 'What it adds to the numerator, exact.' })
  readonly numerator!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it adds to the denominator of a mean, exact; null of what adds up.',
  })
  readonly denominator!: string | null;

  @Field(() => Node, { nullable: true, description: 'The thing; null when it went away meanwhile.' })
  readonly thing!: Node | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'For which unit; null of what is the network’s alone, and when you no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'In which network; null when you no longer see it.',
  })
  readonly network!: NetworkObject | null;
}

export const FigureRowConnection = connectionOf(FigureRowObject, 'FigureRow');

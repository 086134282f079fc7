import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import {
  ConnectionArgs,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  IdOf,
  LongText,
  ManyLines,
  Nested,
  Node,
  Refusal,
  RefusalCode,
  resultUnion,
  StaleVersion,
  told,
  TimeOfDayScalar,
} from '#graphql';

export enum ToyKind {
  BUS = 'BUS',
  ROOM = 'ROOM',
}
registerEnumType(ToyKind, { name: 'ToyKind', description: 'Kinds of toys.' });

@ObjectType({ implements: () => Node, description: 'A toy.' })
export class Toy extends Node {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its weight.' })
  readonly weight: string | null = null;

  @Field(() => Toy, { nullable: true, description: 'Another toy.' })
  readonly other?: Toy;

  override readonly id: string;

  constructor(uuid: string, name: string) {
    super();
    this.id = uuid;
    this.name = name;
  }
}

export const ToyConnection = connectionOf(Toy);

@ObjectType({ implements: () => Refusal, description: 'Somebody has it.' })
export class ToyTaken extends Refusal {
  constructor() {
    super(RefusalCode.SPAN_TAKEN, { en: 'Somebody has it.', zh: '别人正在用。' });
  }
}

export const LendToyResult = resultUnion('LendToyResult', [Toy, ToyTaken, StaleVersion]);

@InputType({ description: 'Hours.' })
export class HoursInput {
  @Field(() => TimeOfDayScalar, { description: 'From.' })
  @Max(1200)
  from!: number;
}

@InputType({ description: 'Facts.' })
export class FactsInput {
  @Field(() => Int, { description: 'Seats.' })
  @Min(1)
  seats!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Weight.' })
  weight?: string | null;
}

@InputType({ description: 'A toy to be made.' })
export class MakeToyInput {
  @Field(() => String, { description: 'Name.' })
  @MaxLength(50, told({ en: 'A name has at most 50 characters.', zh: '名称最多 50 个字。' }))
  name!: string;

  @ManyLines()
  @Field(() => LongText, { nullable: true, description: 'Story.' })
  story?: string | null;

  @Field(() => ToyKind, { description: 'Kind.' })
  kind!: ToyKind;

  @Field(() => FactsInput, { description: 'Facts.' })
  @Nested(() => FactsInput)
  facts!: FactsInput;

  @Field(() => [HoursInput], { nullable: true, description: 'Hours.' })
  @Nested(() => HoursInput)
  @ArrayMaxSize(7)
  hours?: HoursInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags.' })
  tags?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'A day.' })
  day?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'An instant.' })
  at?: Date | null;

  @Field(() => ID, { nullable: true, description: 'A parent.' })
  @IdOf('Toy')
  parentId?: string | null;

  @Field(() => MakeToyInput, { nullable: true, description: 'A part.' })
  @Nested(() => MakeToyInput)
  part?: MakeToyInput | null;
}

@ArgsType()
export class ToysArgs extends ConnectionArgs {
  @Field(() => ToyKind, { nullable: true, description: 'Only of this kind.' })
  kind?: ToyKind | null;
}

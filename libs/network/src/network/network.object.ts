import { connectionOf, Node } from '#graphql';
import { AreaObject } from '../region/area.object.js';
import { UnitObject } from '../unit/unit.object.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ServiceDay', {
  description: 'A day of each month on which the network serves residents (服务日).',
})
export abstract class ServiceDayObject {
  @Field(() => Int, { description: 'Day of the month, 1 to 31.' })
  readonly day!: number;

  @Field(() => String, { description: 'Its name, e.g. 环境清洁日.' })
  readonly name!: string;
}

@ObjectType('NetworkFact', { description: 'A count that the committee publishes of its community.' })
export abstract class NetworkFactObject {
  @Field(() => String, { description: 'What is counted, e.g. residents.' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

@ObjectType('Network', {
  implements: () => Node,
  description: '"1+13" (共建网络): one convening committee and its partner units.',
})
export abstract class NetworkObject extends Node {
  @Field(() => String, { description: 'Short name, unique in the region.' })
  readonly code!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn!: string | null;

  @Field(() => AreaObject, { description: 'The street or town it lies in.' })
  readonly area!: AreaObject;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The convening committee; null while your unit has only been invited.',
  })
  readonly convener!: UnitObject | null;

  @Field(() => String, { description: 'IANA name of the zone in which its hours and days are kept.' })
  readonly timeZone!: string;

  @Field(() => [NetworkFactObject], {
    description: 'What the committee publishes of its community, by name.',
  })
  readonly facts!: NetworkFactObject[];

  @Field(() => Boolean, {
    description:
      'Whether `openAccountExternally` opens accounts of its units, by an identity at the provider outside and without a password. The roster says so; false by default.',
  })
  readonly opensAccountsExternally!: boolean;

  @Field(() => [ServiceDayObject], { description: 'Its service days, by day; none means none.' })
  readonly serviceDays!: ServiceDayObject[];
}

export const NetworkConnection = connectionOf(NetworkObject, 'Network');

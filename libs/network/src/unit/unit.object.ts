import { Node } from '#graphql';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UnitKind } from './unit.entity.js';

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What an organisation is.',
  valuesMap: {
    COMMUNITY_COMMITTEE: { description: 'Community committee (党总支/居委会), the "1" of a network.' },
    SCHOOL: { description: 'School.' },
    KINDERGARTEN: { description: 'Kindergarten.' },
    TRANSPORT: { description: 'Bus fleet or other transport.' },
    MARKET: { description: 'Market.' },
    PROPERTY_MANAGEMENT: { description: 'Property manager (物业).' },
    CLINIC: { description: 'Clinic or health post.' },
    FIRE_SERVICE: { description: 'Fire squadron.' },
    PUBLIC_SECURITY: { description: 'Police post.' },
    RESEARCH_INSTITUTE: { description: 'Research institute.' },
    ENTERPRISE: { description: 'Enterprise.' },
    PARTY_SCHOOL: { description: 'Party school.' },
    BANK: { description: 'Bank.' },
    GOVERNMENT_AGENCY: { description: 'Street office or another agency.' },
    OWNERS_COMMITTEE: { description: 'Owners’ committee of an estate (业委会).' },
    OTHER: { description: 'None of these.' },
  },
});

@ObjectType('Unit', {
  implements: () => Node,
  description: 'An organisation (单位): the tenant. What it owns is its own.',
})
export abstract class UnitObject extends Node {
  @Field(() => String, {
    description: 'Short name to which invitations are addressed, unique in the region.',
  })
  readonly code!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn!: string | null;

  @Field(() => UnitKind, { description: 'What it is.' })
  readonly kind!: UnitKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Unified social credit code (统一社会信用代码); null unless it is given, and you are of the unit or of a committee of its networks.',
  })
  readonly creditCode!: string | null;
}

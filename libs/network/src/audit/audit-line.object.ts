import { connectionOf, DateTimeScalar } from '#graphql';
import { AuditManner, type Role } from '#tenancy';
import { PostObject } from '../post/post.object.js';
import { UnitObject } from '../unit/unit.object.js';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PostRole } from '../post/post-role.js';

registerEnumType(AuditManner, {
  name: 'AuditManner',
  description: 'In whose word an act stands.',
  valuesMap: {
    OWN: { description: 'A post of the unit did it.' },
    ON_BEHALF: { description: 'A committee recorded what the unit had said (代办).' },
    BY_RULE: {
      description:
        'It followed from what the unit had set, or from a rule, when somebody else acted. Who that was is named only if the thing is theirs too.',
    },
  },
});

@ObjectType('AuditChange', { description: 'What became of one field.' })
export abstract class AuditChangeObject {
  @Field(() => String, { description: 'The field, as it is called here.' })
  readonly field!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Before; JSON unless it is text. Null for nothing, for secrets, and when you could not see it then. Phones are masked.',
  })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'After; as before.' })
  readonly after!: string | null;
}

@ObjectType('AuditLine', {
  description: 'Who did what to a thing. Written with the act itself; nobody can change or remove it.',
})
export abstract class AuditLineObject {
  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Date;

  @Field(() => String, {
    description:
      'What: the state that was entered, or CREATED, CHANGED, REMOVED, REVOKED, ISSUED (a one-time code), PASSWORD_SET and OPENED_EXTERNALLY (with one), PASSWORD_CHANGED.',
  })
  readonly act!: string;

  @Field(() => String, { description: 'What the thing is, e.g. Booking.' })
  readonly thingType!: string;

  @Field(() => String, {
    description:
      'What was written: the thing itself, or a part of it that fewer may see, e.g. BookingContact.',
  })
  readonly part!: string;

  @Field(() => AuditManner, { description: 'In whose word it stands.' })
  readonly manner!: AuditManner;

  @Field(() => String, {
    nullable: true,
    description:
      'Who did it, by the name of that time; null for the platform itself, and for what followed from an act in a thing that is not yours.',
  })
  readonly personName!: string | null;

  @Field(() => PostRole, {
    nullable: true,
    description: 'As what that person acted; null for the platform itself.',
  })
  readonly role!: Role | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit in whose name it was done; null when you can no longer see that unit.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'The unit of the post through which it was done; null for the platform itself, and when you cannot see that unit.',
  })
  readonly actingUnit!: UnitObject | null;

  @Field(() => PostObject, {
    nullable: true,
    description: 'Through which post; null for the platform itself, and when you can no longer see the post.',
  })
  readonly post!: PostObject | null;
}

export const AuditLineConnection = connectionOf(AuditLineObject, 'AuditLine');

import { connectionOf, DateTimeScalar, IdField, Node, resultUnion, StaleVersion } from '#graphql';
import { ROLES, type Role } from '#tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** The roles as an enum, as the API shows them. */
export const PostRole = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };

registerEnumType(PostRole, {
  name: 'PostRole',
  description: 'What a post may do.',
  valuesMap: {
    SECRETARY: {
      description: 'Secretary of the committee (书记): calls, publishes, removes, appoints, rules.',
    },
    OFFICER: { description: 'Officer of the committee (干事): prepares, dispatches, checks in.' },
    LIAISON: { description: 'Liaison of a partner unit (联络员): speaks for it.' },
    DEPUTY: { description: 'Deputy of a liaison.' },
    STEWARD: {
      description:
        'Steward of the street office (街道党建办): sees figures and published things of a set of networks.',
    },
    REPRESENTATIVE: { description: 'Residents’ representative (居民代表): judges and reviews, for a time.' },
  },
});

@ObjectType('Post', { implements: () => Node, description: 'An office held by a person in a unit (任职).' })
export abstract class PostObject extends Node {
  @IdField('Post')
  readonly id!: string;

  @Field(() => PostRole, { description: 'What it may do.' })
  readonly role!: Role;

  @Field(() => String, { description: 'The name of the person who holds it.' })
  readonly personName!: string;

  @Field(() => String, { nullable: true, description: 'The duty phone, as in the directory (通讯录).' })
  readonly dutyPhone!: string | null;

  @Field(() => DateTimeScalar, { description: 'Held from then on.' })
  readonly since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Held until then; null for no end.' })
  readonly until!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken away; null unless it was.' })
  readonly revokedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; updates say which one they saw.' })
  readonly version!: number;
}

export const PostConnection = connectionOf(PostObject, 'Post');

@ObjectType('Credentials', { description: 'How a new person signs in. Hand it over: it is shown this once.' })
export abstract class CredentialsObject {
  @Field(() => String, { description: 'Account name, made by the platform.' })
  readonly account!: string;

  @Field(() => String, { description: 'First password.' })
  readonly password!: string;
}

@ObjectType('Appointment', { description: 'A post as it was given.' })
export abstract class AppointmentObject {
  @Field(() => PostObject, { description: 'The post.' })
  readonly post!: PostObject;

  @Field(() => CredentialsObject, {
    nullable: true,
    description: 'For a new person; null for somebody who has an account.',
  })
  readonly credentials!: CredentialsObject | null;
}

export const RevokePostResult = resultUnion('RevokePostResult', [PostObject, StaleVersion]);

import { DateTimeScalar, GRAPHQL_WORDS, IdOf, Nested, NotBlank, Phone, stepOn, told } from '#graphql';
import type { Role } from '#tenancy';
import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import type { AppointeeWish } from './appointees.js';
import { PostRole } from './post-role.js';
import { POST_WORDS } from './post.words.js';

@InputType({
  isOneOf: true,
  description: 'Who shall hold the post: somebody new, or the holder of a post you see.',
})
export class AppointeeInput {
  @NotBlank(told(POST_WORDS.nameNeeded))
  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'The name of a new person; an account is made, and a code to set its password.',
  })
  newPerson?: string | null;

  @IdOf('Post')
  @Field(() => ID, { nullable: true, description: 'A post whose holder shall hold this one too (交叉任职).' })
  holderOf?: string | null;
}

/** As a telephone exchange reads it. */
function DutyPhone(description: string): PropertyDecorator {
  return applyDecorators(
    Phone(),
    Field(() => String, { nullable: true, description }),
  );
}

@InputType({ description: 'A post to be given.' })
export class AppointInput {
  @IdOf('Unit')
  @Field(() => ID, {
    description:
      'Your own unit; for a secretary also an active partner of networks that the committee convenes, all of them.',
  })
  unitId!: string;

  @Field(() => PostRole, {
    description:
      'A secretary gives SECRETARY, OFFICER and REPRESENTATIVE in the committee, LIAISON and DEPUTY in a partner unit; a liaison gives DEPUTY.',
  })
  role!: Role;

  @Nested(() => AppointeeInput)
  @Field(() => AppointeeInput, { description: 'Who.' })
  person!: AppointeeInput;

  @DutyPhone('Duty phone, shown in the directory of the unit’s networks.')
  dutyPhone?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Held from then on, e.g. while you are away; from now on if not given.',
  })
  since?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Held until then; required for a representative.',
  })
  until?: Date | null;
}

@InputType({ description: 'To whom a post is handed over, and when.' })
export class HandOverInput {
  @Nested(() => AppointeeInput)
  @Field(() => AppointeeInput, { description: 'Who comes after.' })
  person!: AppointeeInput;

  @Field(() => DateTimeScalar, {
    description: 'When the post ends and the next one begins; ahead, and before any end it has.',
  })
  at!: Date;

  @DutyPhone('The successor’s duty phone; null for none, as it is now if not given.')
  dutyPhone?: string | null;
}

@ArgsType()
export class PostStep extends stepOn('Post') {}

@ArgsType()
export class DutyPhoneArgs extends PostStep {
  @DutyPhone('The phone as it shall stand in the directory; none if null or not given.')
  dutyPhone?: string | null;
}

@InputType({ description: 'Which posts; all given conditions hold.' })
export class PostFilter {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of units in this network.' })
  networkId?: string | null;

  @Field(() => [PostRole], { nullable: true, description: 'With one of these roles.' })
  roles?: Role[] | null;
}

export function wishOf({ newPerson = null, holderOf = null }: AppointeeInput): AppointeeWish {
  return { newPersonName: newPerson, holderOfPostId: holderOf };
}

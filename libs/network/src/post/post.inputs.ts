import { DateTimeScalar, GRAPHQL_WORDS, IdOf, Nested, NotBlank, stepOn, told } from '#graphql';
import type { Role } from '#tenancy';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Matches, MaxLength } from 'class-validator';
import { PostRole } from './post-role.js';
import { POST_WORDS } from './post.words.js';

@InputType({
  isOneOf: true,
  description: 'Who shall hold the post: somebody new, or the holder of a post you see.',
})
export class AppointeeInput {
  @NotBlank(told(POST_WORDS.nameNeeded))
  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, { nullable: true, description: 'The name of a new person; an account is made.' })
  newPerson?: string | null;

  @IdOf('Post')
  @Field(() => ID, { nullable: true, description: 'A post whose holder shall hold this one too (交叉任职).' })
  holderOf?: string | null;
}

@InputType({ description: 'A post to be given.' })
export class AppointInput {
  @IdOf('Unit')
  @Field(() => ID, { description: 'Your committee, or an active partner of a network that it convenes.' })
  unitId!: string;

  @Field(() => PostRole, {
    description:
      'In the committee SECRETARY, OFFICER or REPRESENTATIVE; in a partner unit LIAISON or DEPUTY.',
  })
  role!: Role;

  @Nested(() => AppointeeInput)
  @Field(() => AppointeeInput, { description: 'Who.' })
  person!: AppointeeInput;

  @Matches(/^[+0-9][0-9 ()-]{2,29}$/, told(GRAPHQL_WORDS.phoneForm))
  @Field(() => String, {
    nullable: true,
    description: 'Duty phone, shown in the directory of the unit’s networks.',
  })
  dutyPhone?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Held until then; required for a representative.',
  })
  until?: Date | null;
}

@ArgsType()
export class PostStep extends stepOn('Post') {}

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

import { ArgsType, Field, Int } from '@nestjs/graphql';

export const DEFAULT_PAGE = 20;
export const LONGEST_PAGE = 100;

/** How every list is asked for; the rules among the four are kept by `readPage`. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, or after \`after\`: 1 to ${LONGEST_PAGE}; ${DEFAULT_PAGE} when neither this nor \`last\` is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor of this list: what comes after it.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end, or before \`before\`: 1 to ${LONGEST_PAGE}. Not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor of this list: what comes before it.' })
  before?: string | null;
}

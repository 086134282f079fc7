import { Args } from '@nestjs/graphql';

/** Where a subscription goes on. */
export function AfterArg(): ParameterDecorator {
  return Args('after', {
    type: () => String,
    nullable: true,
    description:
      'The cursor of the last answer that you were given, of at most 7 days ago: what changed since is told first. From now on unless given.',
  });
}

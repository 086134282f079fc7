import { AnyPost, ConnectionArgs, IdArg, OwnSignIn, TenantContext } from '#graphql';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Session } from './session.entity.js';
import { SessionConnection, SessionObject } from './session.object.js';
import { SessionService } from './session.service.js';
import { SESSIONS } from './session.reads.js';
import { Reader } from '#reads';

@Resolver(() => SessionObject)
export class SessionResolver {
  constructor(
    private readonly service: SessionService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => SessionConnection, {
    name: 'sessions',
    description: 'Where you are signed in now, through any of your posts; the newest first.',
  })
  list(@Args() page: ConnectionArgs, @Context() context: TenantContext, @Info() info: GraphQLResolveInfo) {
    return this.reader.page(context, info, SESSIONS, page, {});
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => SessionObject, {
    description: 'Ends a session of yours: each of its tokens is refused from now on.',
  })
  endSession(@IdArg('Session') id: string, @Context() context: TenantContext): Promise<Session> {
    return context.write((tx) => this.service.end(tx, id));
  }

  // From the token and not from a transaction: after its own end a session reads nothing any more.
  @ResolveField(() => Boolean, { description: 'Whether it is the one of this request.' })
  async isCurrent(@Parent() { id }: Session, @Context() context: TenantContext): Promise<boolean> {
    return (await context.authenticate())?.sessionId === id;
  }
}

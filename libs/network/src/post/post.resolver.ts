import { Allow, AnyPost, ConnectionArgs, OwnSignIn, TenantContext } from '#graphql';
import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import type { Post } from './post.entity.js';
import { AppointInput, DutyPhoneArgs, PostFilter, PostStep, wishOf } from './post.inputs.js';
import {
  AppointResult,
  PostConnection,
  PostObject,
  RevokePostResult,
  SetDutyPhoneResult,
} from './post.object.js';
import { PostService, type Appointment } from './post.service.js';
import { Reader, readWithParent } from '#reads';
import { POSTS } from './post.reads.js';

@Resolver(() => PostObject)
export class PostResolver {
  constructor(
    private readonly service: PostService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => PostConnection, {
    description:
      'The directory (通讯录): who holds which post in your networks now, by name. Of your own unit also those to come; for the committee also those to come, over and revoked.',
  })
  posts(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: PostFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, POSTS, page, filter);
  }

  @Allow('SECRETARY', 'LIAISON')
  @OwnSignIn()
  @Mutation(() => AppointResult, {
    description:
      'Gives a post, now or for a span ahead: a secretary in the committee and in active partner units that take part in its networks only, a liaison to deputies of the own unit.',
  })
  appoint(
    @Args('input', { description: 'Who, as what, where.' }) input: AppointInput,
    @Context() context: TenantContext,
  ): Promise<Appointment> {
    const { person, dutyPhone = null, since = null, until = null, ...wish } = input;
    return context.write((tx) =>
      this.service.appoint(tx, { ...wish, dutyPhone, since, until, ...wishOf(person) }),
    );
  }

  @Allow('SECRETARY', 'LIAISON')
  @OwnSignIn()
  @Mutation(() => RevokePostResult, {
    description:
      'Takes a post away: its tokens are refused from the next request on. Your own cannot be taken by yourself. A liaison takes those of deputies. With a successor’s that has not begun, the hand-over to it is taken back.',
  })
  revokePost(@Args() { id, version }: PostStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.revoke(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => SetDutyPhoneResult, {
    description: 'Changes the duty phone in the directory: of your own post, or of one that you give.',
  })
  setDutyPhone(
    @Args() { id, version, dutyPhone = null }: DutyPhoneArgs,
    @Context() context: TenantContext,
  ): Promise<Post> {
    return context.write((tx) => this.service.setDutyPhone(tx, id, version, dutyPhone));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who gave, changed or took it; for its holder, its unit and the committee. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

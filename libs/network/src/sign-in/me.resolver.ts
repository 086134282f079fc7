import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { ASKER, Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { ExternalAccountObject } from '../external-account/external-account.object.js';
import { AccessObject, MeObject } from './me.object.js';
import { ME_READS } from './me.reads.js';

@Resolver(() => MeObject)
export class MeResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => MeObject, { name: 'me', description: 'Who you are, and through which post you act.' })
  whoAmI(@Context() context: TenantContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return readMe(this.reader, context, info);
  }

  @ResolveField(() => [ExternalAccountObject], {
    description: 'At which providers outside you may prove who you are; the first linked first.',
  })
  externalAccounts(): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description:
      'Acts on your account: codes given for it, the password set with one or changed; newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** Who somebody is who has just signed in. */
@Resolver(() => AccessObject)
export class AccessResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField(() => MeObject, { description: 'Who you are now.' })
  me(@Context() context: TenantContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return readMe(this.reader, context, info);
  }
}

function readMe(reader: Reader, context: TenantContext, info: GraphQLResolveInfo): Promise<unknown> {
  return reader.find(context, info, ME_READS, ({ id }) => sql`${id} = ${ASKER.personId}`);
}

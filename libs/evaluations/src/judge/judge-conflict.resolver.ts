import { Allow, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { DeclareConflictArgs } from './judge-conflict.inputs.js';
import { JudgeConflictObject, JudgeConflictResult } from './judge-conflict.object.js';
import { JudgeConflictService } from './judge-conflict.service.js';

@Resolver(() => JudgeConflictObject)
export class JudgeConflictResolver {
  constructor(private readonly service: JudgeConflictService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'REPRESENTATIVE')
  @Mutation(() => JudgeConflictResult, {
    description:
      'Somebody who could judge in a round says why not a certain nomination, whether it was given to that person or not. What is not submitted is then dropped, a submitted sheet set aside; also after scoring was closed, until the result is final.',
  })
  declareConflict(@Args() { nominationId, reason }: DeclareConflictArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.declare(tx, nominationId, reason));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who read it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

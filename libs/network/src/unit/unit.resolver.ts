import { ConnectionArgs } from '#graphql';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { UnitObject } from './unit.object.js';
import { readWithParent } from '#reads';

@Resolver(() => UnitObject)
export class UnitResolver {
  @ResolveField(() => AuditLineConnection, {
    description:
      'Who changed what is said of the unit; for itself and the committees of its networks. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { RequestContext } from '../request-context.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { findOnBehalfOf, RECORDERS } from './on-behalf.js';
import { expectTokenMay } from './own-sign-in.js';
import { permissionOf } from './root-fields.js';
import { isOnlyTried } from './try-only.js';

/** Closed by default: a root field that states no permission answers nobody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<GqlContextType>() !== 'graphql') return true;
    const gql = GqlExecutionContext.create(context);
    const { parentType, fieldName, path } = gql.getInfo<GraphQLResolveInfo>();
    const field = parentType.getFields()[fieldName];
    const permission = field && permissionOf(field);
    if (field === undefined || permission === undefined)
      throw new Error(`${parentType.name}.${fieldName} states no permission.`);
    const request = gql.getContext<RequestContext>();
    request.tryNext?.(isOnlyTried(field, gql.getArgs()) ? String(path.key) : null);
    const isPublic = permission.kind === 'public';
    // Whoever signs in anew may still send the token that is over.
    const actor = isPublic ? await request.authenticate().catch(() => null) : await request.authenticate();
    if (actor?.access) expectTokenMay(actor.access, parentType.name, field);
    if (isPublic) return true;
    if (actor === null) throw ApiError.unauthenticated();
    const unitId = findOnBehalfOf(field, gql.getArgs());
    request.recordFor?.(unitId);
    if (unitId !== null) {
      if (!RECORDERS.includes(actor.role)) {
        throw ApiError.forbidden(GRAPHQL_WORDS.committeeRecords);
      }
    } else if (permission.kind === 'roles' && !permission.roles.includes(actor.role))
      throw ApiError.forbidden();
    return true;
  }
}

import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { getNamedType, isUnionType, type GraphQLResolveInfo } from 'graphql';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { currentRequest } from '../signals/request-record.js';
import { Refused } from './refusal.js';

/** The one place where a thrown refusal becomes a member of the field's result union. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          error instanceof Refused ? answer(error, context) : throwError(() => error),
        ),
      );
  }
}

function answer(refused: Refused, context: ExecutionContext): Observable<unknown> {
  const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  if (isUnionType(getNamedType(info.returnType))) {
    currentRequest()?.refusals.push(refused.refusal.code);
    return of(refused.refusal);
  }
  const name = refused.refusal.constructor.name;
  return throwError(() => new Error(`${info.fieldName} refuses with ${name} but returns no result union.`));
}

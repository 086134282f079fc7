import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { NodeRegistry } from './ids/node-registry.js';
import { NodeResolver } from './ids/node.resolver.js';
import { PermissionGuard } from './permissions/permission.guard.js';
import { RefusalInterceptor } from './refusals/refusal.interceptor.js';
import { InputValidationPipe } from './validation/validation.pipe.js';

/** Imported once by the API: from then on every root field is guarded, checked and may refuse. */
@Global()
@Module({
  providers: [
    NodeRegistry,
    NodeResolver,
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_PIPE, useClass: InputValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
  ],
  exports: [NodeRegistry],
})
export class GraphqlRulesModule {}

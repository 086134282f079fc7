import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { PermissionGuard } from './permissions/permission.guard.js';
import { RefusalInterceptor } from './refusals/refusal.interceptor.js';
import { InputValidationPipe } from './validation/validation.pipe.js';

/** Imported once by the API: from then on every root field is guarded, checked and may refuse. */
@Module({
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_PIPE, useClass: InputValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
  ],
})
export class GraphqlRulesModule {}

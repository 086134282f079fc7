import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { IdSource, RandomIdSource } from './id-source.js';
import { Tenancy } from './tenancy.js';

@Global()
@Module({
  providers: [
    Tenancy,
    { provide: Clock, useClass: SystemClock },
    { provide: IdSource, useClass: RandomIdSource },
  ],
  exports: [Tenancy, Clock, IdSource],
})
export class TenancyModule {}

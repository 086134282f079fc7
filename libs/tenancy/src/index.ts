export { NotSignedIn, ROLES, type ActingUnit, type Actor, type Claims, type Role } from './actor.js';
export { Clock, FixedClock, SystemClock } from './clock.js';
export { IdSource, RandomIdSource } from './id-source.js';
export { keepAnswer, takeKey, type KeyedRequest } from './keyed-act.js';
export { RequestScope } from './request-scope.js';
export { Acting, Reading, type OpenTransaction } from './open-transaction.js';
export { Tenancy, type TenancyListener } from './tenancy.js';
export { TenancyModule, type TenancySettings } from './tenancy.module.js';
export { TenantTransaction, type TenantRow, type VersionedRow } from './tenant-transaction.js';

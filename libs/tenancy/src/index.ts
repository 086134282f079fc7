export { NotSignedIn, ROLES, type ActingUnit, type Actor, type Claims, type Role } from './actor.js';
export { Clock, FixedClock, SystemClock } from './clock.js';
export { IdSource, RandomIdSource } from './id-source.js';
export { RequestScope } from './request-scope.js';
export { Reading, Tenancy } from './tenancy.js';
export { TenancyModule, type TenancySettings } from './tenancy.module.js';
export { TenantTransaction, type TenantRow, type VersionedRow } from './tenant-transaction.js';

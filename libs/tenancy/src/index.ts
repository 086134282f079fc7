export {
  NotSignedIn,
  ROLES,
  type ActingPost,
  type ActingUnit,
  type Actor,
  type Asker,
  type Claims,
  type Role,
  type TokenAccess,
} from './actor.js';
export { AuditLine, AuditManner } from './audit/audit-line.entity.js';
export {
  Audited,
  findAuditRule,
  findUnauditedReason,
  Unaudited,
  type Audience,
  type AuditRule,
} from './audit/audited.js';
export { type Change, type Changes } from './audit/changes.js';
export { replacePhones } from './audit/mask-phones.js';
export { CHANGES_CHANNEL } from './change/announce.js';
export { ChangeEvent } from './change/change-event.entity.js';
export { Clock, FixedClock, SystemClock } from './clock.js';
export { IdSource, RandomIdSource } from './id-source.js';
export { forEachRegion, inRegion } from './in-region.js';
export { keepAnswer, takeKey, type KeyedRequest } from './keyed-act.js';
export { type PreparedStatement } from './prepared-statement.js';
export { CannotSpeakFor, type SpeakingObstacle } from './on-behalf.js';
export { RequestScope, type Manner } from './request-scope.js';
export { Acting, Reading, type Compose, type OpenTransaction } from './open-transaction.js';
export { TENANCY_ENTITIES } from './tenancy.entities.js';
export { Tenancy, type TenancyListener } from './tenancy.js';
export { TenancyModule, type TenancySettings } from './tenancy.module.js';
export { TenantTransaction, type TenantRow, type VersionedRow } from './tenant-transaction.js';

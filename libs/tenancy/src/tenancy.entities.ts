import { AuditLine } from './audit/audit-line.entity.js';
import { ChangeEvent } from './change/change-event.entity.js';

/** Every act writes these, whichever library it is of. */
export const TENANCY_ENTITIES = [AuditLine, ChangeEvent];

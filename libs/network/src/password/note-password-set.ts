import { AuditLine, AuditManner } from '#tenancy';
import type { Bearer } from '../code/bearers.js';
import type { Account } from '../sign-in/account.entity.js';
import type { PasswordCode } from './password-code.entity.js';

/**
 * The one line that nobody's post writes: whoever has a code is not signed in. Its holder reads it, and the unit that
 * gave the code, in whose name it then stands.
 */
export async function notePasswordSet(
  { manager, regionId }: Bearer,
  { personId, unitId, issuerUnitId }: PasswordCode,
  { id: thingId, name }: Account,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  await manager.insert(AuditLine, {
    regionId,
    id,
    at,
    step: 0,
    thingType: 'Account',
    thingId,
    part: 'Account',
    act: 'PASSWORD_SET',
    manner: AuditManner.BY_RULE,
    unitId: issuerUnitId ?? unitId,
    postId: null,
    postUnitId: null,
    personName: null,
    role: 'SYSTEM',
    changes: { name: { after: name }, passwordHash: {} },
    unitIds: issuerUnitId === null ? [] : [issuerUnitId],
    unitCode: null,
    networkIds: [],
    committeeNetworkIds: [],
    personIds: [personId],
  });
}

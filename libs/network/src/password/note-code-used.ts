import { AuditLine, AuditManner } from '#tenancy';
import type { Bearer } from '../code/bearers.js';
import type { Account } from '../sign-in/account.entity.js';
import type { PasswordCode } from './password-code.entity.js';

/**
 * The one line that nobody's post writes: whoever has a code is not signed in. Its holder reads it, and the unit that
 * gave the code, in whose name it then stands.
 */
export async function noteCodeUsed(
  { manager, regionId }: Bearer,
  { personId, unitId, issuerUnitId }: PasswordCode,
  { id: thingId, name }: Account,
  { id, at, issuer }: { id: string; at: Date; issuer: string | undefined },
): Promise<void> {
  await manager.insert(AuditLine, {
    regionId,
    id,
    at,
    step: 0,
    thingType: 'Account',
    thingId,
    part: 'Account',
    act: issuer === undefined ? 'PASSWORD_SET' : 'OPENED_EXTERNALLY',
    manner: AuditManner.BY_RULE,
    unitId: issuerUnitId ?? unitId,
    postId: null,
    postUnitId: null,
    personName: null,
    role: 'SYSTEM',
    changes: {
      name: { after: name },
      ...(issuer === undefined ? { passwordHash: {} } : { issuer: { after: issuer } }),
    },
    unitIds: issuerUnitId === null ? [] : [issuerUnitId],
    unitCode: null,
    networkIds: [],
    committeeNetworkIds: [],
    personIds: [personId],
  });
}

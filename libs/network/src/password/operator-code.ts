import { Clock, IdSource, RandomIdSource, SystemClock } from '#tenancy';
import type { EntityManager } from 'typeorm';
import { makeCode } from '../code/code.js';
import { Region } from '../region/region.entity.js';
import { asOperator } from '../roster/as-operator.js';
import { Account } from '../sign-in/account.entity.js';
import { expiryOfCode, type IssuedCode } from './code-validity.js';
import { PasswordCode } from './password-code.entity.js';

export interface OperatorSettings {
  readonly clock?: Clock;
  readonly ids?: IdSource;
}

/**
 * For whom nobody appoints: the only secretary of a committee, a steward. `ownerUrl` as for importRoster.
 * Null when the region has no such account.
 */
export async function issueCodeAsOperator(
  ownerUrl: string,
  regionCode: string,
  accountName: string,
  { clock = new SystemClock(), ids = new RandomIdSource() }: OperatorSettings = {},
): Promise<IssuedCode | null> {
  return asOperator(ownerUrl, `region ${regionCode}`, async (manager) => {
    const account = await findAccount(manager, regionCode, accountName);
    if (!account) return null;
    const { regionId, id: accountId, personId, unitId } = account;
    const issuedAt = clock.now();
    const expiresAt = expiryOfCode('reset', issuedAt);
    const { text, hash: secretHash } = makeCode(regionCode);
    await manager.delete(PasswordCode, { regionId, accountId });
    await manager.insert(PasswordCode, {
      regionId,
      id: ids.next(),
      accountId,
      personId,
      unitId,
      issuerUnitId: null,
      opensUnitIds: null,
      account: account.name,
      secretHash,
      issuedAt,
      expiresAt,
    });
    return { account: account.name, oneTimeCode: text, expiresAt };
  });
}

async function findAccount(manager: EntityManager, code: string, name: string): Promise<Account | null> {
  const region = await manager.findOneBy(Region, { code });
  if (!region) return null;
  await manager.query(`SELECT app.set_local('region_id', $1)`, [region.id]);
  return manager.findOneBy(Account, { regionId: region.id, name });
}

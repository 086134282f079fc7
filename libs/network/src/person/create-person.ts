import type { TenantTransaction } from '#tenancy';
import { Account } from '../sign-in/account.entity.js';
import { randomToken } from '../sign-in/password.js';
import type { Unit } from '../unit/unit.entity.js';
import { Person } from './person.entity.js';

export interface NewPerson {
  person: Person;
  account: Account;
}

/**
 * A person with an account whose name the platform makes, so that taking one tells nothing. The account is the
 * unit's, in whose name this is to be done; without a hash it opens nothing until a code has set its password.
 */
export async function createPerson(
  tx: TenantTransaction,
  unit: Pick<Unit, 'id' | 'code'>,
  name: string,
  passwordHash: string | null,
): Promise<NewPerson> {
  const person = await tx.insert(Person, { id: tx.newId(), name, createdAt: tx.now });
  const account = await tx.insert(Account, {
    id: tx.newId(),
    personId: person.id,
    unitId: unit.id,
    name: `${unit.code}-${randomToken(5)}`,
    passwordHash,
    createdAt: tx.now,
  });
  return { person, account };
}

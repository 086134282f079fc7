import type { Role, TenantTransaction } from '#tenancy';
import type { Account } from '../sign-in/account.entity.js';

/**
 * What an account opens, now or from a day ahead, in every unit: with the rights of the account's own, for no other
 * account. Who gives a post here sees none of those elsewhere.
 */
export async function listOpenedPosts(
  tx: TenantTransaction,
  { id }: Account,
): Promise<{ unitId: string; role: Role }[]> {
  return tx.query<{ unitId: string; role: Role }>(
    'SELECT unit_id AS "unitId", role FROM app.list_opened_posts($1, $2) ORDER BY unit_id, role',
    [id, tx.now],
  );
}

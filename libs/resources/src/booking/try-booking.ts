import { Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';

/** A refusal is handed back, with nothing stored, so that others of the same act can go on; the rest is thrown on. */
export async function tryBooking<T>(tx: TenantTransaction, act: () => Promise<T>): Promise<T | Refused> {
  try {
    return await tx.attempt(act);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

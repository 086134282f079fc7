import { ApiError } from '#graphql';
import { NeedCategory } from '#network';
import type { TenantTransaction } from '#tenancy';
import { NEED_WORDS } from './need.words.js';

/** A need stands in a category of its own network that is still used. @throws NOT_FOUND, BAD_USER_INPUT */
export async function expectUsable(
  tx: TenantTransaction,
  categoryId: string,
  networkId: string,
): Promise<void> {
  const category = await tx.find(NeedCategory, categoryId);
  if (category?.networkId !== networkId) throw ApiError.notFound();
  if (category.retiredAt === null) return;
  throw ApiError.badInput([{ path: 'input.categoryId', message: NEED_WORDS.retiredCategory }]);
}

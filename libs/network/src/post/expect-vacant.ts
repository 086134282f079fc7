import { Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Post } from './post.entity.js';
import { AlreadyHeld } from './post.refusals.js';

/**
 * A person holds a post of one role in a unit once at a time; the exclusion constraint says so too. Nor is a liaison
 * the deputy of the same unit meanwhile.
 */
export async function expectVacant(
  tx: TenantTransaction,
  wish: Pick<Post, 'unitId' | 'personId' | 'role' | 'since' | 'until'>,
): Promise<void> {
  const { unitId, personId, role, since, until } = wish;
  const roles = role === 'DEPUTY' ? ['LIAISON', 'DEPUTY'] : [role];
  const held = await tx.manager
    .createQueryBuilder(Post, 'post')
    .where('post.regionId = :regionId AND post.unitId = :unitId', { regionId: tx.regionId, unitId })
    .andWhere('post.personId = :personId AND post.role IN (:...roles)', { personId, roles })
    .andWhere('post.revokedAt IS NULL AND (post.until IS NULL OR post.until > :since)', { since })
    .andWhere('(:until::timestamptz IS NULL OR post.since < :until)', { until })
    .getOne();
  if (held) throw new Refused(new AlreadyHeld(held));
}

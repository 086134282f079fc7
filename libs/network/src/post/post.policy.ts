import type { Actor, Role } from '#tenancy';
import type { Post } from './post.entity.js';

type Span = Pick<Post, 'since' | 'until' | 'revokedAt'>;

/** Whether one can act through it at this moment. */
export function isHeld(post: Span, now: Date): boolean {
  return post.since <= now && !isOver(post, now);
}

/** Whether it has ended for good; one that is still to begin is not over. */
export function isOver({ until, revokedAt }: Span, now: Date): boolean {
  return revokedAt !== null || (until !== null && until <= now);
}

/** What is given in the own unit, and what a committee gives in its partner units. */
export function appointableRoles(actor: Actor['role'], where: 'OWN' | 'PARTNER'): Role[] {
  if (actor === 'SECRETARY')
    return where === 'OWN' ? ['SECRETARY', 'OFFICER', 'REPRESENTATIVE'] : ['LIAISON', 'DEPUTY'];
  return actor === 'LIAISON' && where === 'OWN' ? ['DEPUTY'] : [];
}

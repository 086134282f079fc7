import { ApiError, expectVersion, found, listWords, type Words } from '#graphql';
import type { Role, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { IssuedCode } from '../password/code-validity.js';
import { searchTextOf } from '../directory/search-text.js';
import { getAppointable, type Appointable } from './appointable.js';
import { Appointees, type AppointeeWish } from './appointees.js';
import { expectVacant } from './expect-vacant.js';
import { giveBack } from './give-back.js';
import { Post } from './post.entity.js';
import { appointableRoles } from './post.policy.js';
import { POST_WORDS, ROLE_NAMES } from './post.words.js';

export interface AppointmentWish extends AppointeeWish {
  unitId: string;
  role: Role;
  dutyPhone: string | null;
  since: Date | null;
  until: Date | null;
}

/** A post as it was given; the code of a new person is shown this once. */
export interface Appointment {
  post: Post;
  setUp: IssuedCode | null;
}

/** Gives and takes posts: the secretary in the committee and in partner units of its own, a liaison those of its deputies. */
@Injectable()
export class PostService {
  constructor(private readonly appointees: Appointees) {}

  async appoint(tx: TenantTransaction, wish: AppointmentWish): Promise<Appointment> {
    const appointable = await getAppointable(tx, wish.unitId);
    const since = wish.since ?? tx.now;
    expectSound(wish, appointable, since, tx.now);
    const { unit } = appointable;
    const { person, setUp } = await this.appointees.get(tx, unit, wish);
    const { role, dutyPhone, until } = wish;
    const span = { unitId: unit.id, personId: person.id, role, since, until };
    await expectVacant(tx, span);
    const [known] = await tx.asUnit(unit.id, () =>
      tx.query<{ ids: string[] }>('SELECT app.known_network_ids() AS ids'),
    );
    const post = await tx.insert(Post, {
      ...span,
      id: tx.newId(),
      personName: person.name,
      searchText: searchTextOf({ person: person.name }),
      dutyPhone,
      networkIds: known?.ids ?? [],
      scopeNetworkIds: [],
      revokedAt: null,
      predecessorId: null,
      version: 1,
    });
    return { post, setUp };
  }

  /** From now on the post is refused; its history stays. The hand-over to one that has not begun falls with it. */
  async revoke(tx: TenantTransaction, id: string, version: number): Promise<Post> {
    const seen = found(await tx.find(Post, id));
    if (id === tx.actor.postId) throw ApiError.forbidden(POST_WORDS.ownPost);
    if (!(await this.listGiven(tx, seen)).includes(seen.role)) throw ApiError.forbidden();
    // Before the successor's, as a hand-over takes them.
    const predecessor = seen.predecessorId ? await tx.lock(Post, seen.predecessorId) : null;
    const post = found(await tx.lock(Post, id));
    expectVersion(post, version);
    if (post.revokedAt) return post;
    if (predecessor && post.since > tx.now) await giveBack(tx, predecessor, post);
    return tx.update(Post, post, { revokedAt: tx.now });
  }

  /** Of the own post, or of one that the actor gives. */
  async setDutyPhone(
    tx: TenantTransaction,
    id: string,
    version: number,
    dutyPhone: string | null,
  ): Promise<Post> {
    const seen = found(await tx.find(Post, id));
    const isOwn = id === tx.actor.postId;
    if (!isOwn && !(await this.listGiven(tx, seen)).includes(seen.role)) throw ApiError.forbidden();
    const post = found(await tx.lock(Post, id));
    expectVersion(post, version);
    return post.dutyPhone === dutyPhone ? post : tx.update(Post, post, { dutyPhone });
  }

  /** What one may give one may take: another committee's posts, and those of guests, are out of reach. */
  private async listGiven(tx: TenantTransaction, { unitId }: Post): Promise<readonly Role[]> {
    if (unitId === tx.actor.unitId) return appointableRoles(tx.actor.role, 'OWN');
    return (await getAppointable(tx, unitId)).roles;
  }
}

function expectSound(wish: AppointmentWish, { roles }: Appointable, since: Date, now: Date): void {
  const { role, until } = wish;
  const named = listWords(roles.map((one) => ROLE_NAMES[one]));
  if (!roles.includes(role)) refuse('role', POST_WORDS.rolesHere({ roles: named }));
  if (role === 'REPRESENTATIVE' && !until) refuse('until', POST_WORDS.untilNeeded);
  if (since < now) refuse('since', POST_WORDS.sincePast);
  if (until && until <= now) refuse('until', POST_WORDS.untilPast);
  if (until && until <= since) refuse('until', POST_WORDS.untilBeforeSince);
}

function refuse(field: string, message: Words): never {
  throw ApiError.badInput([{ path: `input.${field}`, message }]);
}

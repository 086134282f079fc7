import { ApiError, expectVersion, found, listWords, Refused } from '#graphql';
import type { Role, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { searchTextOf } from '../directory/search-text.js';
import { Membership, MembershipRole, MembershipState } from '../membership/membership.entity.js';
import { Person } from '../person/person.entity.js';
import { Account } from '../sign-in/account.entity.js';
import { hashPassword, makePassword, randomToken } from '../sign-in/password.js';
import { Unit } from '../unit/unit.entity.js';
import { Post } from './post.entity.js';
import { AlreadyHeld } from './post.refusals.js';
import { POST_WORDS, ROLE_NAMES } from './post.words.js';

/** Which posts a secretary gives in the committee itself, and which in the partner units. */
const COMMITTEE_ROLES: readonly Role[] = ['SECRETARY', 'OFFICER', 'REPRESENTATIVE'];
const PARTNER_ROLES: readonly Role[] = ['LIAISON', 'DEPUTY'];

export interface AppointmentWish {
  unitId: string;
  role: Role;
  dutyPhone: string | null;
  until: Date | null;
  /** Either somebody new by name, or the holder of a post that the secretary sees. */
  newPersonName: string | null;
  holderOfPostId: string | null;
}

/** A post as it was given; the credentials of a new person are shown this once. */
export interface Appointment {
  post: Post;
  credentials: { account: string; password: string } | null;
}

/** Gives and takes posts: the secretary appoints in the committee and in the partner units. */
@Injectable()
export class PostService {
  async appoint(tx: TenantTransaction, wish: AppointmentWish): Promise<Appointment> {
    const unit = found(await tx.find(Unit, wish.unitId));
    await this.expectAppointable(tx, unit, wish);
    const { person, credentials } = await this.personOf(tx, unit, wish);
    await this.expectVacant(tx, unit.id, person.id, wish.role);
    const [known] = await tx.asUnit(unit.id, () =>
      tx.query<{ ids: string[] }>('SELECT app.known_network_ids() AS ids'),
    );
    const post = await tx.insert(Post, {
      id: tx.newId(),
      unitId: unit.id,
      personId: person.id,
      personName: person.name,
      searchText: searchTextOf({ person: person.name }),
      dutyPhone: wish.dutyPhone,
      role: wish.role,
      networkIds: known?.ids ?? [],
      scopeNetworkIds: [],
      since: tx.now,
      until: wish.until,
      revokedAt: null,
      version: 1,
    });
    return { post, credentials };
  }

  /** From now on the post is refused; its history stays. */
  async revoke(tx: TenantTransaction, id: string, version: number): Promise<Post> {
    const post = found(await tx.lock(Post, id));
    expectVersion(post, version);
    if (post.id === tx.actor.postId) throw ApiError.forbidden(POST_WORDS.ownPost);
    return post.revokedAt ? post : tx.update(Post, post, { revokedAt: tx.now });
  }

  private async expectAppointable(tx: TenantTransaction, unit: Unit, wish: AppointmentWish): Promise<void> {
    const ownUnit = unit.id === tx.actor.unitId;
    if (!ownUnit && !(await this.isPartner(tx, unit.id))) throw ApiError.notFound();
    const allowed = ownUnit ? COMMITTEE_ROLES : PARTNER_ROLES;
    if (!allowed.includes(wish.role)) {
      const roles = listWords(allowed.map((role) => ROLE_NAMES[role]));
      throw ApiError.badInput([{ path: 'input.role', message: POST_WORDS.rolesHere({ roles }) }]);
    }
    if (wish.role === 'REPRESENTATIVE' && !wish.until) {
      throw ApiError.badInput([{ path: 'input.until', message: POST_WORDS.untilNeeded }]);
    }
    if (wish.until && wish.until <= tx.now)
      throw ApiError.badInput([{ path: 'input.until', message: POST_WORDS.untilPast }]);
  }

  /** A person holds a post of one role in a unit once; one whose time is over makes room for the next. */
  private async expectVacant(
    tx: TenantTransaction,
    unitId: string,
    personId: string,
    role: Role,
  ): Promise<void> {
    const { regionId } = tx;
    const held = await tx.manager.findOne(Post, {
      where: { regionId, unitId, personId, role, revokedAt: IsNull() },
      lock: { mode: 'for_no_key_update' },
    });
    if (!held) return;
    if (!held.until || held.until > tx.now) throw new Refused(new AlreadyHeld(held));
    await tx.update(Post, held, { revokedAt: tx.now });
  }

  private async isPartner(tx: TenantTransaction, unitId: string): Promise<boolean> {
    const memberships = await tx.manager.findBy(Membership, {
      regionId: tx.regionId,
      unitId,
      role: MembershipRole.PARTNER,
      state: MembershipState.ACTIVE,
    });
    return memberships.some(({ networkId }) => tx.actor.convenedNetworkIds.includes(networkId));
  }

  private async personOf(
    tx: TenantTransaction,
    unit: Unit,
    wish: AppointmentWish,
  ): Promise<{ person: Pick<Person, 'id' | 'name'>; credentials: Appointment['credentials'] }> {
    if (wish.holderOfPostId) {
      const held = found(await tx.find(Post, wish.holderOfPostId));
      return { person: { id: held.personId, name: held.personName }, credentials: null };
    }
    if (!wish.newPersonName)
      throw ApiError.badInput([{ path: 'input.person', message: POST_WORDS.personNeeded }]);
    const person = await tx.insert(Person, { id: tx.newId(), name: wish.newPersonName, createdAt: tx.now });
    const credentials = { account: `${unit.code}-${randomToken(5)}`, password: makePassword() };
    await tx.insert(Account, {
      id: tx.newId(),
      personId: person.id,
      name: credentials.account,
      passwordHash: await hashPassword(credentials.password),
      createdAt: tx.now,
    });
    return { person, credentials };
  }
}

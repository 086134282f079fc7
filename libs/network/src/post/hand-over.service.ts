import { searchTextOf } from '../directory/search-text.js';
import { ApiError, expectVersion, found, Refused, WrongState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { getAppointable } from './appointable.js';
import { Appointees, type AppointeeWish } from './appointees.js';
import { expectVacant } from './expect-vacant.js';
import { Post } from './post.entity.js';
import { giveBack } from './give-back.js';
import { isOver } from './post.policy.js';
import { OwnSuccessor } from './post.refusals.js';
import type { Appointment } from './post.service.js';
import { POST_STATES, POST_WORDS } from './post.words.js';

/** Lets an office go on when its holder leaves: one post ends at the instant at which the next begins. */
@Injectable()
export class HandOverService {
  constructor(private readonly appointees: Appointees) {}

  async handOver(
    tx: TenantTransaction,
    id: string,
    version: number,
    { at, dutyPhone, ...wish }: AppointeeWish & { at: Date; dutyPhone?: string | null | undefined },
  ): Promise<Appointment> {
    const { post, unit } = await this.lockGiven(tx, id, version);
    if (isOver(post, tx.now)) throw wrongState(post.revokedAt ? 'REVOKED' : 'ENDED');
    if (await this.findSuccessor(tx, id)) throw wrongState('HANDED_OVER');
    expectAhead(at, post, tx.now);
    const { person, setUp } = await this.appointees.get(tx, unit, wish);
    if (person.id === post.personId) throw new Refused(new OwnSuccessor());
    const { regionId: _, ...office } = post;
    const next = {
      ...office,
      personId: person.id,
      personName: person.name,
      searchText: searchTextOf({ person: person.name }),
      dutyPhone: dutyPhone === undefined ? post.dutyPhone : dutyPhone,
      since: at,
    };
    await expectVacant(tx, next);
    await tx.update(Post, post, { until: at });
    const successor = await tx.insert(Post, { ...next, id: tx.newId(), predecessorId: id, version: 1 });
    return { post: successor, setUp };
  }

  /** Until the day has come: the successor's post never was, and the old one ends when it would have ended. */
  async takeBack(tx: TenantTransaction, id: string, version: number): Promise<Post> {
    const { post } = await this.lockGiven(tx, id, version);
    const successor = await this.findSuccessor(tx, id);
    if (!successor) throw wrongState('NOT_HANDED_OVER');
    if (successor.since <= tx.now) throw wrongState('ENDED');
    await tx.update(Post, successor, { revokedAt: tx.now });
    return giveBack(tx, post, successor);
  }

  /** One that the actor gives, or a liaison's own. */
  private async lockGiven(tx: TenantTransaction, id: string, version: number) {
    const { unitId, role } = found(await tx.find(Post, id));
    const { unit, roles } = await getAppointable(tx, unitId);
    if (id !== tx.actor.postId && !roles.includes(role)) throw ApiError.forbidden();
    const post = found(await tx.lock(Post, id));
    expectVersion(post, version);
    return { post, unit };
  }

  private findSuccessor(tx: TenantTransaction, predecessorId: string): Promise<Post | null> {
    return tx.manager.findOne(Post, {
      where: { regionId: tx.regionId, predecessorId, revokedAt: IsNull() },
      lock: { mode: 'for_no_key_update' },
    });
  }
}

function expectAhead(at: Date, { since, until }: Post, now: Date): void {
  const isAhead = at > now && at > since && (until === null || at < until);
  if (isAhead) return;
  throw ApiError.badInput([{ path: 'input.at', message: POST_WORDS.handOverAhead }]);
}

function wrongState(state: keyof typeof POST_STATES): Refused {
  return new Refused(WrongState.of(state, POST_STATES[state]));
}

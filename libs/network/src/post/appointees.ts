import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { IssuedCode } from '../password/code-validity.js';
import { PasswordCodes } from '../password/password-codes.js';
import { createPerson } from '../person/create-person.js';
import type { Person } from '../person/person.entity.js';
import type { Unit } from '../unit/unit.entity.js';
import { Post } from './post.entity.js';
import { POST_WORDS } from './post.words.js';

export interface AppointeeWish {
  /** Either somebody new by name, or the holder of a post that the actor sees. */
  newPersonName: string | null;
  holderOfPostId: string | null;
}

export interface Appointee {
  person: Pick<Person, 'id' | 'name'>;
  /** For a new person, to be handed over. */
  setUp: IssuedCode | null;
}

/** Whoever is to hold a post: somebody known, or a new person with an account and a code to set it up. */
@Injectable()
export class Appointees {
  constructor(private readonly codes: PasswordCodes) {}

  async get(tx: TenantTransaction, unit: Unit, wish: AppointeeWish): Promise<Appointee> {
    if (wish.holderOfPostId) {
      const held = found(await tx.find(Post, wish.holderOfPostId));
      return { person: { id: held.personId, name: held.personName }, setUp: null };
    }
    const { newPersonName } = wish;
    if (!newPersonName) throw ApiError.badInput([{ path: 'input.person', message: POST_WORDS.personNeeded }]);
    return tx.asUnit(unit.id, async () => {
      const { person, account } = await createPerson(tx, unit, newPersonName, null);
      return { person, setUp: await this.codes.issue(tx, account, 'setUp', [unit.id]) };
    });
  }
}

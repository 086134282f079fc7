import { Refused, type Words } from '#graphql';
import { Clock, type Role } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AttemptLimit } from './attempt-limit.js';
import { passwordFits } from './password.js';
import { TooManyAttempts, WrongCredentials } from './sign-in.refusals.js';
import { findUpcomingPost, type UpcomingPost } from './upcoming-post.js';

interface AccountRow {
  region_id: string;
  person_id: string;
  password_hash: string | null;
  posts: { id: string; role: Role }[];
}

export interface AccountName {
  regionCode: string;
  account: string;
}

/** Whose account it is, and the posts held now, the longest held first. */
export interface ProvenAccount {
  regionId: string;
  personId: string;
  posts: { id: string; role: Role }[];
}

/** Whether a password is that of an account: the one place that asks, so that every guess is counted. */
@Injectable()
export class AccountProof {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limit: AttemptLimit,
    private readonly clock: Clock,
  ) {}

  /**
   * `wrong` is said instead of naming region and account.
   * @throws Refused when there were too many attempts, or for whatever is wrong after the same work
   */
  async prove(
    credentials: AccountName & { password: string },
    address: string,
    wrong?: Words,
  ): Promise<ProvenAccount> {
    // An address that is refused already cannot lock accounts as well.
    const isAdmitted =
      (await this.limit.admit('address', address)) &&
      (await this.limit.admit('account', subjectOf(credentials)));
    if (!isAdmitted) throw new Refused(new TooManyAttempts());
    const row = await this.findAccount(credentials);
    const fits = await passwordFits(row?.password_hash ?? null, credentials.password);
    if (!row || !fits) throw new Refused(new WrongCredentials(wrong));
    return { regionId: row.region_id, personId: row.person_id, posts: row.posts };
  }

  /** Counts one who comes with a code. @throws Refused for an address that has tried too often */
  async admit(address: string): Promise<void> {
    if (!(await this.limit.admit('address', address))) throw new Refused(new TooManyAttempts());
  }

  /** Forgets an account's failures once its password, or a code for it, has been given. */
  forgive(account: AccountName): Promise<void> {
    return this.limit.forgive('account', subjectOf(account));
  }

  /** What the person may be told who has none now. */
  findUpcomingPost(account: ProvenAccount): Promise<UpcomingPost | null> {
    return findUpcomingPost(this.dataSource, account, this.clock.now());
  }

  private async findAccount({ regionCode, account }: AccountName): Promise<AccountRow | null> {
    const rows: AccountRow[] = await this.dataSource.query('SELECT * FROM app.find_account($1, $2, $3)', [
      regionCode,
      account,
      this.clock.now(),
    ]);
    return rows[0] ?? null;
  }
}

function subjectOf({ regionCode, account }: AccountName): string {
  return `${regionCode}\0${account}`;
}

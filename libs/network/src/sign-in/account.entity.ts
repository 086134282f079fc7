import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** The name and password with which a person signs in. */
@Audited<Account>({
  thing: 'Account',
  seenBy: ({ personId }) => ({ people: [personId] }),
  actOf: (before, after) =>
    before && before.passwordHash !== after.passwordHash ? 'PASSWORD_CHANGED' : null,
})
@Entity()
export class Account extends TenantEntity {
  @Column('uuid')
  personId!: string;

  @Column('text')
  name!: string;

  /** argon2id; written here, read only by the sign-in function. */
  @Column('text', { select: false })
  passwordHash!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

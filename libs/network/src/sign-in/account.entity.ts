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

  /** For which it was made: whoever appoints there gives codes for it, and nobody else. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

  /** argon2id; written here, read only by the sign-in function. None until the person has set a password. */
  @Column('text', { select: false, nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

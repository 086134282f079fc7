import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** The one code with which a person sets a password; deleted when it is used, so that it works once. */
@Audited<PasswordCode>({
  thing: 'Account',
  partOf: ({ accountId }) => accountId,
  seenBy: ({ personId, issuerUnitId }) => ({ people: [personId], units: [issuerUnitId] }),
  leaveOut: ['secretHash', 'issuedAt', 'opensUnitIds'],
  actOf: () => 'ISSUED',
  isActorsOwn: true,
})
@Entity()
export class PasswordCode extends TenantEntity {
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  personId!: string;

  /** For which the account was made. */
  @Column('uuid')
  unitId!: string;

  /** That gave it; none for the operator. */
  @Column('uuid', { nullable: true })
  issuerUnitId!: string | null;

  /** Where the giver gives the person's posts; null for the operator, who gives all. */
  @Column('uuid', { array: true, nullable: true })
  opensUnitIds!: string[] | null;

  /** The account's name. */
  @Column('text', { nullable: true })
  account!: string | null;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}

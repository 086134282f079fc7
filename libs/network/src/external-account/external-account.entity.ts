import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** An identity at a provider outside with which a person signs in beside the password. */
@Audited<ExternalAccount>({
  thing: 'Account',
  partOf: ({ accountId }) => accountId,
  seenBy: ({ personId }) => ({ people: [personId] }),
  leaveOut: ['accountId', 'personId', 'unitId', 'identityHash', 'linkedAt'],
})
@Entity()
export class ExternalAccount extends TenantEntity {
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  unitId!: string;

  /** The provider, by its own name for itself: a URL. */
  @Column('text')
  issuer!: string;

  @Column('bytea')
  identityHash!: Buffer;

  @Column('timestamptz')
  linkedAt!: Date;
}

import { TenantEntity } from '#database';
import { Column, Entity } from 'typeorm';

/** The one code with which a person sets a password; deleted when it is used, so that it works once. */
@Entity()
export class PasswordCode extends TenantEntity {
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  personId!: string;

  /** For which the account was made. */
  @Column('uuid')
  unitId!: string;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}

import { TenantEntity } from '#database';
import { Unaudited, type TokenAccess } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** One sign-in of a person, or what an access token opens; when it ends, every token of it is refused. */
@Unaudited('its person reads in the own list when each session began and ended; nobody else may see them')
@Entity()
export class Session extends TenantEntity {
  @Column('uuid')
  personId!: string;

  /** What the person calls the place of this sign-in. */
  @Column('text', { nullable: true })
  device!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  /** Put off by every refresh. */
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** The refresh tokens of this generation are valid. */
  @Column('integer')
  generation!: number;

  @Column('timestamptz', { nullable: true })
  refreshedAt!: Date | null;

  /** What a program may do that bears the access token of this session; null for a sign-in of the person. */
  @Column('text', { nullable: true })
  access!: TokenAccess | null;
}

import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** One sign-in of a person; when it ends, every token of it is refused. */
@Unaudited('signing in and out are not acts on things')
@Entity()
export class Session extends TenantEntity {
  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

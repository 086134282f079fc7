import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** "1+13": one convening committee and its partner units. */
@Unaudited('a network is changed by the import of a roster alone, which prints what it changes')
@Entity()
export class Network extends TenantEntity {
  @Column('uuid')
  areaId!: string;

  @Column('uuid')
  convenerUnitId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('jsonb')
  facts!: Record<string, number>;

  /** Whether a code opens an account of its units with an identity outside alone, without a password. */
  @Column('boolean')
  opensAccountsExternally!: boolean;

  @Column('integer')
  version!: number;
}

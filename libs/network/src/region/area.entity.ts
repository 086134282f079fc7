import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Street or town: a group of networks. */
@Unaudited('an area is changed by the import of a roster alone, which prints what it changes')
@Entity()
export class Area extends TenantEntity {
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;
}

import { TenantEntity } from '#database';
import { Column, Entity } from 'typeorm';

/** Street or town: a group of networks. */
@Entity()
export class Area extends TenantEntity {
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;
}

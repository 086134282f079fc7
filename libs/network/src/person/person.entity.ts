import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Somebody who acts through posts. Read by that person alone; others read the name on the post. */
@Unaudited('a person is made with a post, whose line says the name')
@Entity()
export class Person extends TenantEntity {
  @Column('text')
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

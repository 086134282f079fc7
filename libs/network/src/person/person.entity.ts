import { TenantEntity } from '#database';
import { Column, Entity } from 'typeorm';

/** Somebody who acts through posts. Read by that person alone; others read the name on the post. */
@Entity()
export class Person extends TenantEntity {
  @Column('text')
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

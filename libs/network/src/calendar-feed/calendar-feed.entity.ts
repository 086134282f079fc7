import { TenantEntity } from '#database';
import { Audited, type Role } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** The secret address at which a calendar reads what a post reads; deleted when it is revoked or renewed. */
@Audited<CalendarFeed>({
  thing: 'Post',
  partOf: ({ postId }) => postId,
  seenBy: ({ personId }) => ({ people: [personId] }),
  leaveOut: ['postId', 'personId', 'role', 'secretHash'],
})
@Entity()
export class CalendarFeed extends TenantEntity {
  @Column('uuid')
  postId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('timestamptz')
  openedAt!: Date;
}

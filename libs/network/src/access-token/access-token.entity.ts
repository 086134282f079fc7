import { TenantEntity } from '#database';
import { Audited, type Role, type TokenAccess } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** With which a program acts as one post. Its id is that of a session, with which it ends; deleted when it is revoked. */
@Audited<AccessToken>({
  thing: 'Post',
  partOf: ({ postId }) => postId,
  seenBy: ({ personId }) => ({ people: [personId] }),
  leaveOut: ['postId', 'personId', 'role', 'secretHash', 'lastUsedAt'],
})
@Entity()
export class AccessToken extends TenantEntity {
  @Column('uuid')
  personId!: string;

  @Column('uuid')
  postId!: string;

  @Column('text')
  role!: Role;

  /** What it is for, in the words of whoever made it. */
  @Column('text')
  name!: string;

  @Column('text')
  access!: TokenAccess;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('timestamptz')
  createdAt!: Date;

  /** The last day on which it is valid. */
  @Column('date')
  expiresOn!: string;

  /** To ten minutes. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}

import { TenantEntity } from '#database';
import { Column, Entity } from 'typeorm';

/** Written once and never changed; used ones stay, so that their reuse is recognised. */
@Entity()
export class RefreshToken extends TenantEntity {
  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  personId!: string;

  /** The post that the next access token acts through. */
  @Column('uuid')
  postId!: string;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('integer')
  generation!: number;

  @Column('timestamptz')
  issuedAt!: Date;
}

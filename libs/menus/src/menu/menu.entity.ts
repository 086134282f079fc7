import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

export enum MenuState {
  COLLECTING = 'COLLECTING',
  PUBLISHED = 'PUBLISHED',
  CLOSED = 'CLOSED',
}

/** What a network offers in one month. While it collects, units do not learn that there is one. */
@Audited<Menu>({
  thing: 'Menu',
  seenBy: ({ networkId, publishedAt }) => ({
    committees: [networkId],
    networks: publishedAt ? [networkId] : [],
  }),
  leaveOut: ['publishedAt', 'closedAt'],
})
@Entity()
export class Menu extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Its first day, as `2026-12-01`. */
  @Column('date')
  month!: string;

  @Column('text')
  state!: MenuState;

  /** The number of the version that was published last; 0 before. */
  @Column('integer')
  edition!: number;

  /** Since when the network reads it. */
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}

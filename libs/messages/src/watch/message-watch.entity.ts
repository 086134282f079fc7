import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** What is remembered for a post that is told of things; its id is that of the post. */
@Unaudited('remembers what was told; what is told leaves lines of its own')
@Entity()
export class MessageWatch extends TenantEntity {
  @Column('uuid')
  unitId!: string;

  @Column('text', { nullable: true })
  unitCode!: string | null;

  @Column('uuid')
  personId!: string;

  /** Whose changes it may hear of, as they were at the last look. */
  @Column('uuid', { array: true })
  networkIds!: string[];

  /** When it is looked next whether there is something to tell. */
  @Column('timestamptz')
  lookAt!: Date;

  /** The place of the last change that was looked at. */
  @Column('bigint')
  position!: string;

  /** What waits for it and needs no further word, as `KIND:id`. */
  @Column('text', { array: true })
  told!: string[];

  /** Terms of which it was reminded, as `KIND:id:instant`. */
  @Column('text', { array: true })
  reminded!: string[];
}

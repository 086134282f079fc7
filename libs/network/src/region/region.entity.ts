import { Unaudited } from '#tenancy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** District or county: keyed by its own id, because it is what all other keys begin with. */
@Unaudited('a region is changed by the import of a roster alone, which prints what it changes')
@Entity()
export class Region {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** IANA name, e.g. Asia/Shanghai. */
  @Column('text')
  timeZone!: string;
}

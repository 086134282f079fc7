import { PrimaryColumn } from 'typeorm';

/** The key that every table behind the wall has: rows of two regions can never meet. */
export abstract class TenantEntity {
  @PrimaryColumn('uuid')
  regionId!: string;

  @PrimaryColumn('uuid')
  id!: string;
}

import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections behind a data source, for those who watch them. */
export function poolOf({ driver }: DataSource): Pool {
  if (!('master' in driver && driver.master instanceof Pool))
    throw new Error('This data source has no pool.');
  return driver.master;
}

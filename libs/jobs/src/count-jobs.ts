import type { DataSource } from 'typeorm';

// By the database's clock, as the queue itself goes by it.
const COUNT = `
  SELECT count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
    count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS given_up,
    count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now())::int AS due,
    count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now())::int AS later
  FROM graphile_worker._private_jobs`;

/** The jobs of all regions in the queue, by what they wait for. */
export async function countJobs(dataSource: DataSource): Promise<Readonly<Record<string, number>>> {
  const [counts = {}]: Record<string, number>[] = await dataSource.query(COUNT);
  return counts;
}

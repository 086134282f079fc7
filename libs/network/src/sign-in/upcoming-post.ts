import type { DataSource } from 'typeorm';

/** A post that is still to begin, and the zone (IANA name) in which to say when. */
export interface UpcomingPost {
  since: Date;
  timeZone: string;
}

/** The next post of somebody who has proved to be the person, but has none through which to ask. */
export function findUpcomingPost(
  dataSource: DataSource,
  { regionId, personId }: { regionId: string; personId: string },
  now: Date,
): Promise<UpcomingPost | null> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT app.clear()');
    await manager.query(`SELECT app.set_local('region_id', $1), app.set_local('person_id', $2)`, [
      regionId,
      personId,
    ]);
    const rows: UpcomingPost[] = await manager.query(
      `SELECT p.since, r.time_zone AS "timeZone" FROM post p JOIN region r ON r.id = p.region_id
       WHERE p.region_id = $1 AND p.person_id = $2 AND p.revoked_at IS NULL AND p.since > $3
       ORDER BY p.since LIMIT 1`,
      [regionId, personId, now],
    );
    return rows[0] ?? null;
  });
}

import type { District } from './district.js';

/** Four letters to each unit through each of its networks, one of them taken back; two of them for a project, two for a dish. */
export function recognitionStatements({ region, now, idOf }: District): string[] {
  const [project, dish] = [idOf(`'project ' || n || ' ' || k`), idOf(`'dish ' || n || ' ' || k || ' 1'`)];
  return [
    `INSERT INTO recognition (region_id, id, network_id, unit_id, kind, title, from_whom, day, points, is_co_host, project_id, dish_id,
        granted_at, taken_back_at, taken_back_reason, version)
      SELECT ${region}, ${idOf(`'thanks ' || n || ' ' || i || ' ' || k`)}, network_id, unit_id,
        CASE k % 4 WHEN 0 THEN 'BANNER' ELSE 'LETTER' END, '感谢信' || k, '居民', told::date, 0, false,
        CASE WHEN k <= 2 THEN ${project} END, CASE WHEN k BETWEEN 3 AND 4 THEN ${dish} END,
        told, CASE WHEN k > 3 THEN told END, CASE WHEN k > 3 THEN '登记有误' END, 1
      FROM seat, generate_series(1, 4) k, LATERAL (SELECT timestamptz '${now}' - k * interval '30 days' AS told) AS at
      ORDER BY k`,
  ];
}

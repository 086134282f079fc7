import type { District } from './district.js';

/** Networks of 14 units: the committee, eleven of its own, and two that take part in five networks each. */
export function unitStatements({ region, networks, now, idOf }: District): string[] {
  const at = (days: number): string => `timestamptz '${now}' - interval '${days} days'`;
  return [
    `INSERT INTO region (id, code, name, time_zone) VALUES (${region}, left(${region}::text, 6), '一区', 'Asia/Shanghai')`,
    `INSERT INTO area (region_id, id, code, name)
      SELECT ${region}, ${idOf(`'area ' || a`)}, 'street-' || a, '街道' || a
      FROM generate_series(0, (${networks} - 1) / 25) a`,
    `CREATE TEMP TABLE seat ON COMMIT DROP AS
      SELECT n, i, code, left(md5(code), 10) AS public_code, ${idOf(`code`)} AS unit_id, ${idOf(`'network ' || n`)} AS network_id
      FROM generate_series(1, ${networks}) n, generate_series(0, 13) i, LATERAL (SELECT CASE
        WHEN i = 0 THEN 'committee-' || n WHEN i < 12 THEN 'unit-' || n || '-' || i
        ELSE 'shared-' || (n - 1) / 5 || '-' || i END AS code)`,
    `CREATE INDEX ON seat (unit_id)`,
    `ANALYZE seat`,
    `INSERT INTO unit (region_id, id, code, name, kind, network_ids, search_text)
      SELECT ${region}, unit_id, public_code, chr(20000 + abs(hashtext(code)) % 6000) || '单位' || code,
        CASE min(i) WHEN 0 THEN 'COMMUNITY_COMMITTEE' WHEN 1 THEN 'SCHOOL' ELSE 'ENTERPRISE' END, array_agg(network_id),
        '单位 ' || code || ' danwei dw'
      FROM seat GROUP BY unit_id, code, public_code
      UNION ALL SELECT ${region}, ${idOf(`'office-' || a`)}, 'office-' || a, '街道办' || a, 'GOVERNMENT_AGENCY', '{}', '街道办'
      FROM generate_series(0, (${networks} - 1) / 25) a`,
    `INSERT INTO network (region_id, id, area_id, convener_unit_id, code, name)
      SELECT ${region}, network_id, ${idOf(`'area ' || (n - 1) / 25`)}, unit_id, 'network-' || n, '网络' || n
      FROM seat WHERE i = 0 ORDER BY hashtext(n::text)`,
    `INSERT INTO network_service_day (region_id, id, network_id, day, name)
      SELECT ${region}, ${idOf(`'day ' || n`)}, network_id, 5, '窗口服务日' FROM seat WHERE i = 0`,
    `INSERT INTO membership (region_id, id, network_id, unit_code, unit_id, role, state, invited_at, active_since)
      SELECT ${region}, ${idOf(`'seat ' || n || ' ' || i`)}, network_id, public_code, unit_id,
        CASE i WHEN 0 THEN 'CONVENER' ELSE 'PARTNER' END, CASE WHEN i = 11 AND n % 3 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END,
        ${at(900)}, ${at(890)} FROM seat ORDER BY i, n`,
    `INSERT INTO membership (region_id, id, network_id, unit_code, role, state, invited_at)
      SELECT ${region}, ${idOf(`'invited ' || n`)}, network_id, left(md5('unit-' || n + 1 || '-2'), 10), 'GUEST', 'INVITED', ${at(3)}
      FROM seat WHERE i = 0`,
  ];
}

/** Who speaks for each unit now and did before, the stewards of the streets, and where they are signed in. */
export function postStatements({ region, networks, now, idOf }: District): string[] {
  const at = (days: number): string => `timestamptz '${now}' - interval '${days} days'`;
  return [
    `CREATE TEMP TABLE office ON COMMIT DROP AS
      SELECT DISTINCT ON (code, k) code, unit_id, k, i, code || ' ' || k AS name FROM seat, generate_series(1, 4) k
      WHERE k < 4 OR i = 0`,
    `INSERT INTO person (region_id, id, name, created_at)
      SELECT ${region}, ${idOf(`'person ' || name`)}, name, ${at(900)} FROM office
      UNION ALL SELECT ${region}, ${idOf(`'person steward ' || a`)}, '专员' || a, ${at(900)}
      FROM generate_series(0, (${networks} - 1) / 25) a`,
    `INSERT INTO post (region_id, id, unit_id, person_id, person_name, role, network_ids, since, until, revoked_at, search_text)
      SELECT ${region}, ${idOf(`'post ' || name`)}, unit_id, ${idOf(`'person ' || name`)},
        chr(20000 + abs(hashtext(name)) % 6000) || '同志' || name,
        CASE WHEN i > 0 THEN (ARRAY['LIAISON', 'DEPUTY', 'LIAISON'])[k]
          ELSE (ARRAY['SECRETARY', 'OFFICER', 'OFFICER', 'REPRESENTATIVE'])[k] END,
        (SELECT network_ids FROM unit WHERE unit.region_id = ${region} AND unit.id = unit_id), ${at(800)},
        CASE WHEN i = 0 AND k = 4 THEN ${at(-200)} END, CASE WHEN k = 3 THEN ${at(400)} END, '同志 ' || name || ' tongzhi tz'
      FROM office ORDER BY hashtext(name)`,
    `INSERT INTO post (region_id, id, unit_id, person_id, person_name, role, scope_network_ids, since)
      SELECT ${region}, ${idOf(`'post steward ' || a`)}, ${idOf(`'office-' || a`)}, ${idOf(`'person steward ' || a`)}, '专员' || a,
        'STEWARD', (SELECT array_agg(network_id) FROM seat WHERE i = 0 AND (n - 1) / 25 = a), ${at(800)}
      FROM generate_series(0, (${networks} - 1) / 25) a`,
    `INSERT INTO account (region_id, id, person_id, unit_id, name, created_at)
      SELECT region_id, ${idOf(`'account ' || person_id`)}, person_id, unit_id, 'account-' || person_name, ${at(900)}
      FROM post WHERE region_id = ${region}`,
    `INSERT INTO session (region_id, id, person_id, started_at, expires_at, ended_at, generation)
      SELECT region_id, ${idOf(`'session ' || k || ' ' || person_id`)}, person_id, ${at(1)}, ${at(-1)} - k * interval '2 days',
        CASE WHEN k = 2 THEN ${at(0)} END, 0
      FROM post, generate_series(0, 2) k WHERE region_id = ${region} ORDER BY k`,
    `INSERT INTO session (region_id, id, person_id, started_at, expires_at, ended_at, generation, access)
      SELECT region_id, ${idOf(`'token ' || k || ' ' || id`)}, person_id, ${at(9)}, ${at(-90)}, CASE WHEN k = 1 THEN ${at(0)} END, 0, 'READ'
      FROM post, generate_series(0, 1) k WHERE region_id = ${region}`,
    `INSERT INTO access_token (region_id, id, person_id, post_id, role, name, access, secret_hash, created_at, expires_on)
      SELECT region_id, ${idOf(`'token ' || k || ' ' || id`)}, person_id, id, role, '大屏 ' || k, 'READ',
        sha256(convert_to('token ' || k || ' ' || id, 'UTF8')), ${at(9)}, (${at(-90)})::date
      FROM post, generate_series(0, 1) k WHERE region_id = ${region}`,
  ];
}

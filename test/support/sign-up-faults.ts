/** What must never stand in the database, whoever was first: sign-ups beside the dishes that they are for. */
export const SIGN_UP_FAULTS = `
  WITH taken AS (
    SELECT d.id, d.allows_passing, d.quota, d.quota_per_unit, d.lead_unit_id, p.id AS places_id, p.quota AS kept_quota,
      p.confirmed_heads, p.confirmed_groups, p.waiting_heads, p.waiting_groups, p.last_line_number,
      coalesce((SELECT sum(heads) FROM sign_up s WHERE s.dish_id = d.id AND s.state = 'CONFIRMED'), 0) AS heads
    FROM dish d LEFT JOIN dish_places p ON p.region_id = d.region_id AND p.dish_id = d.id WHERE d.published_at IS NOT NULL),
  waiting AS (
    SELECT t.id, t.quota, t.heads AS taken, t.allows_passing, s.heads,
      row_number() OVER (PARTITION BY t.id ORDER BY s.line_number) AS at
    FROM taken t JOIN sign_up s ON s.dish_id = t.id WHERE s.state = 'WAITING')
  SELECT 'published without places' AS fault, id FROM taken WHERE places_id IS NULL
  UNION ALL SELECT 'more than the quota', id FROM taken WHERE heads > quota
  UNION ALL SELECT 'another quota than the dish has', id FROM taken WHERE quota IS DISTINCT FROM kept_quota
  UNION ALL SELECT 'confirmed is counted wrong', id FROM taken WHERE heads <> confirmed_heads
    OR confirmed_groups <> (SELECT count(*) FROM sign_up s WHERE s.dish_id = taken.id AND s.state = 'CONFIRMED')
  UNION ALL SELECT 'waiting is counted wrong', id FROM taken
    WHERE (waiting_groups, waiting_heads) <> (SELECT count(*), coalesce(sum(s.heads), 0) FROM sign_up s WHERE s.dish_id = taken.id AND s.state = 'WAITING')
  UNION ALL SELECT 'waits though there is room', id FROM waiting WHERE (at = 1 OR allows_passing) AND (quota IS NULL OR taken + heads <= quota)
  UNION ALL SELECT 'more than a unit may', s.dish_id FROM sign_up s JOIN taken t ON t.id = s.dish_id
    WHERE s.state <> 'CANCELLED' AND s.heads > least(t.quota_per_unit, t.quota)
  UNION ALL SELECT 'one place in line for two', dish_id FROM sign_up GROUP BY dish_id, line_number HAVING count(*) > 1
  UNION ALL SELECT 'a number in line that was never given', t.id FROM taken t JOIN sign_up s ON s.dish_id = t.id
    WHERE s.line_number > t.last_line_number
  UNION ALL SELECT 'read by a lead that is none', s.dish_id FROM sign_up s JOIN taken t ON t.id = s.dish_id
    WHERE s.lead_unit_id <> t.lead_unit_id
  UNION ALL SELECT 'let in and not told once', s.dish_id FROM sign_up s
    WHERE (s.promoted_at IS NOT NULL)::int <> (SELECT count(*) FROM menu_notice n WHERE n.sign_up_id = s.id AND n.kind = 'PROMOTED')`;

/** What must never stand in the database, whoever was first: claims beside the needs that they are on. */
export const CLAIM_FAULTS = `
  WITH held AS (
    SELECT n.id, n.state, n.places, n.unit_id,
      count(c.id) FILTER (WHERE c.state = 'ACCEPTED') AS accepted, count(c.id) FILTER (WHERE c.state = 'ASKED') AS asked,
      coalesce(array_agg(c.unit_id ORDER BY c.unit_id) FILTER (WHERE c.state = 'ACCEPTED'), '{}') AS units
    FROM need n LEFT JOIN claim c ON c.need_id = n.id GROUP BY n.region_id, n.id)
  SELECT 'more units than places' AS fault, id FROM held WHERE accepted > places
  UNION ALL SELECT 'claimed with a place left', id FROM held WHERE state = 'CLAIMED' AND accepted < places
  UNION ALL SELECT 'open without a place left', id FROM held WHERE state IN ('TAKEN', 'OPEN') AND accepted >= places
  UNION ALL SELECT 'at work with nobody', id FROM held WHERE state IN ('IN_PROGRESS', 'ANSWERED') AND accepted = 0
  UNION ALL SELECT 'awaited though nobody asks', id FROM held WHERE asked > 0 AND state NOT IN ('TAKEN', 'OPEN')
  UNION ALL SELECT 'held though it is over', id FROM held WHERE accepted > 0 AND state IN ('CLOSED', 'UNMET', 'WITHDRAWN')
  UNION ALL SELECT 'contact read by others', h.id FROM held h JOIN need_contact k ON k.id = h.id
    WHERE h.units <> ARRAY(SELECT unnest(k.reader_unit_ids) AS one ORDER BY one)`;
